package net.bioclipse.adit.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.bioclipse.adit.modelpackage.Parameters;
import net.bioclipse.adit.modelpackage.SafetensorsFile;
import net.bioclipse.adit.modelpackage.TensorEntry;
import net.bioclipse.adit.modelpackage.TensorType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Form and contract of the graphs; what they compute is compared with the reference network where an engine is at hand. */
class AditGraphsTest {

    private static final Set<String> OPERATORS = Set.of("Add", "Cast", "Concat", "Cos", "Div", "Gather", "Gelu", "Gemm",
            "Identity", "LayerNormalization", "MatMul", "Mul", "Range", "ReduceMean", "Reshape", "Shape", "Sigmoid", "Sin",
            "Softmax", "Split", "Transpose", "Unsqueeze");

    @TempDir
    Path directory;

    private SafetensorsFile weights;
    private AditGraphs graphs;

    @BeforeEach
    void writeWeights() throws Exception {
        openWeights(TensorType.F32);
    }

    private void openWeights(TensorType type) throws Exception {
        Draft.writeWeights(directory, type, new Random(1));
        weights = SafetensorsFile.open(directory.resolve("weights.safetensors"));
        graphs = new AditGraphs(Draft.ARCHITECTURE, weights);
    }

    private List<ModelProto> all() {
        return List.of(graphs.encoder(), graphs.decoder(), graphs.conditioner(), graphs.denoiser());
    }

    @Test
    void inputsAndOutputsAreThoseOfTheContract() {
        assertEquals(List.of("int64 types[batch, atoms]", "float positions[batch, atoms, 3]",
                "float fractional[batch, atoms, 3]"), values(graphs.encoder().getGraph().getInputList()));
        assertEquals(List.of("float mean[batch, atoms, 8]", "float log_variance[batch, atoms, 8]"),
                values(graphs.encoder().getGraph().getOutputList()));
        assertEquals(List.of("float latents[batch, atoms, 8]"), values(graphs.decoder().getGraph().getInputList()));
        assertEquals(List.of("float type_logits[batch, atoms, 100]", "float positions[batch, atoms, 3]",
                "float fractional[batch, atoms, 3]", "float lattice[batch, 6]"),
                values(graphs.decoder().getGraph().getOutputList()));
        assertEquals(List.of("float time[rows]", "int64 dataset[rows]", "int64 space_group[rows]"),
                values(graphs.conditioner().getGraph().getInputList()));
        assertEquals(List.of("float modulation[rows, 168]"), values(graphs.conditioner().getGraph().getOutputList()));
        assertEquals(List.of("float noisy[batch, atoms, 8]", "float previous[batch, atoms, 8]",
                "float modulation[rows, 168]"), values(graphs.denoiser().getGraph().getInputList()));
        assertEquals(List.of("float clean[batch, atoms, 8]"), values(graphs.denoiser().getGraph().getOutputList()));
    }

    @Test
    void everyGraphUsesPlainOperatorsOfOneOperatorSet() {
        for (ModelProto model : all()) {
            assertEquals(9, model.getIrVersion());
            assertEquals(1, model.getOpsetImportCount());
            assertEquals("", model.getOpsetImport(0).getDomain());
            assertEquals(20, model.getOpsetImport(0).getVersion());
            for (NodeProto node : model.getGraph().getNodeList()) {
                assertEquals("", node.getDomain());
                assertTrue(OPERATORS.contains(node.getOpType()), node.getOpType());
            }
        }
    }

    @Test
    void everyValueIsMadeOnceBeforeItIsUsedAndUsedInTheEnd() {
        for (ModelProto model : all()) {
            GraphProto graph = model.getGraph();
            Set<String> made = new HashSet<>();
            graph.getInputList().forEach(input -> assertTrue(made.add(input.getName()), input.getName()));
            graph.getInitializerList().forEach(tensor -> assertTrue(made.add(tensor.getName()), tensor.getName()));
            Set<String> unused = new HashSet<>(made);
            for (NodeProto node : graph.getNodeList()) {
                node.getInputList().forEach(input -> assertTrue(made.contains(input), node.getName() + " uses " + input));
                unused.removeAll(node.getInputList());
                node.getOutputList().forEach(output -> assertTrue(made.add(output), output));
                unused.addAll(node.getOutputList());
            }
            graph.getOutputList().forEach(output -> assertTrue(unused.remove(output.getName()), output.getName()));
            assertEquals(Set.of(), unused, graph.getName());
        }
    }

    @Test
    void weightsArePointersIntoTheTensorFile() {
        Set<String> used = new TreeSet<>();
        for (TensorProto tensor : externalTensors()) {
            TensorEntry entry = weights.tensors().get(tensor.getName());
            Map<String, String> pointer = tensor.getExternalDataList().stream()
                    .collect(Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));
            assertEquals(Map.of("location", "weights.safetensors", "offset", Long.toString(entry.offset()), "length",
                    Long.toString(entry.bytes())), pointer);
            assertEquals(entry.shape(), tensor.getDimsList());
            assertEquals(TensorProto.DataType.FLOAT_VALUE, tensor.getDataType());
            assertTrue(tensor.getRawData().isEmpty());
            assertTrue(used.add(tensor.getName()), tensor.getName() + " belongs to one graph only");
        }
        assertEquals(new TreeSet<>(Parameters.of(Draft.ARCHITECTURE).keySet()), used);
    }

    @Test
    void halfPrecisionWeightsAreCastBeforeTheyAreUsed() throws Exception {
        openWeights(TensorType.F16);
        for (ModelProto model : all()) {
            Map<String, String> casts = model.getGraph().getNodeList().stream().filter(node ->
                    weights.tensors().containsKey(node.getInput(0))).collect(Collectors.toMap(node -> node.getInput(0),
                            NodeProto::getOpType));
            model.getGraph().getInitializerList().stream().filter(AditGraphsTest::isExternal).forEach(tensor -> {
                assertEquals(TensorProto.DataType.FLOAT16_VALUE, tensor.getDataType());
                assertEquals("Cast", casts.get(tensor.getName()));
            });
            model.getGraph().getNodeList().stream().filter(node -> !node.getOpType().equals("Cast")).forEach(node ->
                    assertTrue(Collections.disjoint(weights.tensors().keySet(), node.getInputList()), node.toString()));
        }
    }

    @Test
    void theSameWeightsGiveTheSameBytes() {
        List<ModelProto> first = all();
        assertEquals(first, all());
        assertEquals(4, first.stream().map(ModelProto::toByteString).collect(Collectors.toSet()).size());
    }

    @Test
    void graphsWithoutTheirWeightsAreSmall() throws Exception {
        for (ModelProto model : all()) {
            assertTrue(model.getSerializedSize() < 20_000, model.getGraph().getName() + " " + model.getSerializedSize());
        }
        assertTrue(Files.size(weights.path()) > 20_000);
    }

    private List<TensorProto> externalTensors() {
        return all().stream().map(model -> model.getGraph().getInitializerList()).flatMap(List::stream)
                .filter(AditGraphsTest::isExternal).toList();
    }

    private static boolean isExternal(TensorProto tensor) {
        return tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
    }

    private static List<String> values(List<ValueInfoProto> values) {
        Function<Integer, String> type = number -> TensorProto.DataType.forNumber(number).name().toLowerCase(Locale.ROOT);
        return values.stream().map(value -> type.apply(value.getType().getTensorType().getElemType()) + " " + value.getName()
                + value.getType().getTensorType().getShape().getDimList().stream()
                .map(d -> d.hasDimValue() ? Long.toString(d.getDimValue()) : d.getDimParam()).toList()).toList();
    }
}
