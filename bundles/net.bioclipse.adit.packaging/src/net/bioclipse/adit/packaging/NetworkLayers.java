package net.bioclipse.adit.packaging;

import static net.bioclipse.adit.packaging.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The layers that the ADiT networks share (Joshi et al. 2025, arXiv 2503.03965), as ONNX nodes. Tokens are
 * batch × atoms × width. Linear layers work on all tokens of a batch as rows of one matrix and keep the weights as
 * [outputs, inputs].
 */
final class NetworkLayers {

    private final GraphBuilder graph;
    private final long width;
    private final long heads;
    private final String batchAndAtoms;

    /** @param like an input of shape batch × atoms × anything, which gives the token shape */
    NetworkLayers(GraphBuilder graph, String like, long width, long heads) {
        this.graph = graph;
        this.width = width;
        this.heads = heads;
        this.batchAndAtoms = graph.node("Shape", List.of(like), attribute("start", 0), attribute("end", 2));
    }

    /** Linear layer from one feature width of tokens to another. */
    String linear(String layer, String tokens, long inputs, long outputs, boolean bias) {
        return tokens(rows(layer, rows(tokens, inputs), bias), outputs);
    }

    /** Linear layer on a matrix of rows. */
    static String rows(GraphBuilder graph, String layer, String rows, boolean bias) {
        List<String> inputs = new ArrayList<>(List.of(rows, graph.weight(layer + ".weight")));
        if (bias) {
            inputs.add(graph.weight(layer + ".bias"));
        }
        return graph.node("Gemm", inputs, attribute("transB", 1));
    }

    static String silu(GraphBuilder graph, String x) {
        return graph.node("Mul", List.of(x, graph.node("Sigmoid", List.of(x))));
    }

    /** LayerNorm with weights, eps 1e-5. */
    String norm(String layer, String tokens) {
        List<String> inputs = List.of(tokens, graph.weight(layer + ".weight"), graph.weight(layer + ".bias"));
        return graph.node("LayerNormalization", inputs, attribute("axis", -1), attribute("epsilon", 1e-5f));
    }

    /** LayerNorm without weights, eps 1e-6, as it stands before an adaptive modulation. */
    String plainNorm(String tokens) {
        String ones = graph.floats(List.of(width), Collections.nCopies((int) width, 1f));
        return graph.node("LayerNormalization", List.of(tokens, ones), attribute("axis", -1), attribute("epsilon", 1e-6f));
    }

    /** Multi-head self-attention over the atoms of each structure. */
    String attention(String layer, String tokens) {
        String all = linear(layer + ".qkv", tokens, width, 3 * width, true);
        List<String> parts = graph.node("Split", List.of(all), 3, attribute("axis", -1), attribute("num_outputs", 3));
        String query = heads(parts.get(0), List.of(0L, 2L, 1L, 3L));
        String key = heads(parts.get(1), List.of(0L, 2L, 3L, 1L));
        String value = heads(parts.get(2), List.of(0L, 2L, 1L, 3L));
        String scale = graph.scalar((float) Math.pow(width / heads, -0.5));
        String scores = graph.node("Mul", List.of(graph.node("MatMul", List.of(query, key)), scale));
        String mixed = graph.node("MatMul", List.of(graph.node("Softmax", List.of(scores), attribute("axis", -1)), value));
        String joined = graph.node("Transpose", List.of(mixed), attribute("perm", List.of(0L, 2L, 1L, 3L)));
        return linear(layer + ".out", joined, width, width, true);
    }

    /** Linear to four times the width, GELU (tanh form), linear back. */
    String feedForward(String layer, String tokens) {
        String wide = rows(layer + ".0", rows(tokens, width), true);
        String active = graph.node("Gelu", List.of(wide), attribute("approximate", "tanh"));
        return tokens(rows(layer + ".2", active, true), width);
    }

    /** The pre-norm Transformer layers of encoder or decoder with the final norm. */
    String transformer(String network, int layers, String tokens) {
        String x = tokens;
        for (int i = 0; i < layers; i++) {
            String layer = network + ".layers." + i;
            x = add(x, attention(layer + ".attention", norm(layer + ".norm1", x)));
            x = add(x, feedForward(layer + ".mlp", norm(layer + ".norm2", x)));
        }
        return norm(network + ".norm", x);
    }

    /** MLP of three coordinates: linear without bias, SiLU, linear. */
    String coordinates(String layer, String tokens) {
        String wide = silu(graph, rows(layer + ".0", rows(tokens, 3), false));
        return tokens(rows(layer + ".2", wide, true), width);
    }

    /** sin(i π / 2048^(2k/width)) for k < width/2, then the cosines; i is the place in the atom list. atoms × width. */
    String indexEmbedding() {
        List<Float> wavelengths = Stream.iterate(0, k -> k < width / 2, k -> k + 1)
                .map(k -> (float) Math.pow(2048, 2f * k / width)).toList();
        String atoms = graph.node("Gather", List.of(batchAndAtoms, graph.wholeScalar(1)));
        String index = graph.node("Range", List.of(graph.wholeScalar(0), atoms, graph.wholeScalar(1)));
        String number = graph.node("Cast", List.of(graph.node("Unsqueeze", List.of(index, graph.wholes(1L)))),
                attribute("to", TensorProto.DataType.FLOAT_VALUE));
        String angle = graph.node("Div", List.of(graph.node("Mul", List.of(number, graph.scalar((float) Math.PI))),
                graph.floats(List.of(width / 2), wavelengths)));
        return graph.node("Concat", List.of(graph.node("Sin", List.of(angle)), graph.node("Cos", List.of(angle))),
                attribute("axis", -1));
    }

    String add(String left, String right) {
        return graph.node("Add", List.of(left, right));
    }

    /** All tokens of the batch as rows of one matrix. */
    private String rows(String tokens, long features) {
        return graph.node("Reshape", List.of(tokens, graph.wholes(-1L, features)));
    }

    private String rows(String layer, String rows, boolean bias) {
        return rows(graph, layer, rows, bias);
    }

    private String tokens(String rows, long features) {
        String shape = graph.node("Concat", List.of(batchAndAtoms, graph.wholes(features)), attribute("axis", 0));
        return graph.node("Reshape", List.of(rows, shape));
    }

    /** batch × atoms × width → batch × atoms × heads × features of a head, transposed. */
    private String heads(String tokens, List<Long> order) {
        String split = graph.node("Reshape", List.of(tokens, graph.wholes(0L, 0L, heads, width / heads)));
        return graph.node("Transpose", List.of(split), attribute("perm", order));
    }
}
