package net.bioclipse.adit.packaging;

import static net.bioclipse.adit.packaging.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.SafetensorsFile;

/**
 * The four ONNX graphs of a model package (Joshi et al. 2025, arXiv 2503.03965; adaLN-Zero blocks by Peebles and Xie 2022,
 * arXiv 2212.09748). Batch and atoms are dynamic; all structures of a batch have the same number of atoms. Their inputs
 * and outputs stand in {@code docs/model-package.md}.
 */
final class AditGraphs {

    private static final int LATENT = Architecture.LATENT;
    /** Shift, scale and gate of the attention and of the feed-forward part of a block. */
    private static final int MODULATIONS = 6;

    private final Architecture architecture;
    private final SafetensorsFile weights;

    /** @param weights holds exactly the tensors of {@code Parameters.of(architecture)} in F32 or F16 */
    AditGraphs(Architecture architecture, SafetensorsFile weights) {
        this.architecture = architecture;
        this.weights = weights;
    }

    /** Atom types, positions (Å) and fractional coordinates → mean and log-variance of the latents. */
    ModelProto encoder() {
        GraphBuilder graph = new GraphBuilder("encoder", weights);
        String types = graph.wholeInput("types", "batch", "atoms");
        String positions = graph.floatInput("positions", "batch", "atoms", 3);
        String fractional = graph.floatInput("fractional", "batch", "atoms", 3);
        NetworkLayers layers = autoencoderLayers(graph, types);
        String x = graph.node("Gather", List.of(graph.weight("encoder.atom_types.weight"), types));
        x = layers.add(x, layers.coordinates("encoder.positions", positions));
        x = layers.add(x, layers.coordinates("encoder.fractional", fractional));
        x = layers.transformer("encoder", architecture.encoderLayers(), layers.add(x, layers.indexEmbedding()));
        String both = layers.linear("encoder.latent", x, architecture.autoencoderWidth(), 2 * LATENT, false);
        List<String> halves = graph.node("Split", List.of(both), 2, attribute("axis", -1), attribute("num_outputs", 2));
        graph.output(halves.get(0), "mean", "batch", "atoms", LATENT);
        graph.output(halves.get(1), "log_variance", "batch", "atoms", LATENT);
        return graph.build();
    }

    /** Latents → type logits, positions (nm), fractional coordinates, lattice (lengths / N^(1/3), angles in radians). */
    ModelProto decoder() {
        int width = architecture.autoencoderWidth();
        GraphBuilder graph = new GraphBuilder("decoder", weights);
        String latents = graph.floatInput("latents", "batch", "atoms", LATENT);
        NetworkLayers layers = autoencoderLayers(graph, latents);
        String x = layers.linear("decoder.latent", latents, LATENT, width, false);
        x = layers.transformer("decoder", architecture.decoderLayers(), layers.add(x, layers.indexEmbedding()));
        String logits = layers.linear("decoder.atom_types", x, width, Architecture.ATOM_TYPES, true);
        graph.output(logits, "type_logits", "batch", "atoms", Architecture.ATOM_TYPES);
        graph.output(layers.linear("decoder.positions", x, width, 3, false), "positions", "batch", "atoms", 3);
        graph.output(layers.linear("decoder.fractional", x, width, 3, false), "fractional", "batch", "atoms", 3);
        String pooled = graph.node("ReduceMean", List.of(x, graph.wholes(1L)), attribute("keepdims", 0));
        graph.output(NetworkLayers.rows(graph, "decoder.lattice", pooled, false), "lattice", "batch", 6);
        return graph.build();
    }

    /** Time, data set and space group → the modulations of all blocks and of the output, which the denoiser takes. */
    ModelProto conditioner() {
        GraphBuilder graph = new GraphBuilder("conditioner", weights);
        String time = graph.floatInput("time", "rows");
        String dataset = graph.wholeInput("dataset", "rows");
        String spaceGroup = graph.wholeInput("space_group", "rows");
        String x = NetworkLayers.rows(graph, "denoiser.time.0", timeEmbedding(graph, time), true);
        x = NetworkLayers.rows(graph, "denoiser.time.2", NetworkLayers.silu(graph, x), true);
        String classes = graph.node("Gather", List.of(graph.weight("denoiser.datasets.weight"), dataset));
        x = graph.node("Add", List.of(x, classes));
        String groups = graph.node("Gather", List.of(graph.weight("denoiser.space_groups.weight"), spaceGroup));
        x = NetworkLayers.silu(graph, graph.node("Add", List.of(x, groups)));
        List<String> modulations = new ArrayList<>();
        for (int i = 0; i < architecture.denoiserLayers(); i++) {
            modulations.add(NetworkLayers.rows(graph, "denoiser.blocks." + i + ".modulation", x, true));
        }
        modulations.add(NetworkLayers.rows(graph, "denoiser.modulation", x, true));
        graph.output(graph.node("Concat", modulations, attribute("axis", -1)), "modulation", "rows", modulationWidth());
        return graph.build();
    }

    /** Noisy latents and the previous prediction → clean latents. */
    ModelProto denoiser() {
        int width = architecture.denoiserWidth();
        GraphBuilder graph = new GraphBuilder("denoiser", weights);
        String noisy = graph.floatInput("noisy", "batch", "atoms", LATENT);
        String previous = graph.floatInput("previous", "batch", "atoms", LATENT);
        String modulation = graph.floatInput("modulation", "rows", modulationWidth());
        NetworkLayers layers = new NetworkLayers(graph, noisy, width, architecture.denoiserHeads());
        // One row for the whole batch or one per structure: rows × 1 × width broadcasts either way.
        List<String> parts = graph.node("Split", List.of(graph.node("Unsqueeze", List.of(modulation, graph.wholes(1L)))),
                modulationWidth() / width, attribute("axis", -1), attribute("num_outputs", modulationWidth() / width));
        String joined = graph.node("Concat", List.of(noisy, previous), attribute("axis", -1));
        String x = layers.add(layers.linear("denoiser.input", joined, 2 * LATENT, width, true), layers.indexEmbedding());
        for (int i = 0; i < architecture.denoiserLayers(); i++) {
            x = block(graph, layers, "denoiser.blocks." + i, x, parts.subList(MODULATIONS * i, MODULATIONS * (i + 1)));
        }
        List<String> last = parts.subList(parts.size() - 2, parts.size());
        x = modulate(graph, layers.plainNorm(x), last.get(0), last.get(1));
        graph.output(layers.linear("denoiser.output", x, width, LATENT, true), "clean", "batch", "atoms", LATENT);
        return graph.build();
    }

    private NetworkLayers autoencoderLayers(GraphBuilder graph, String like) {
        return new NetworkLayers(graph, like, architecture.autoencoderWidth(), architecture.autoencoderHeads());
    }

    private int modulationWidth() {
        return (MODULATIONS * architecture.denoiserLayers() + 2) * architecture.denoiserWidth();
    }

    private static String block(GraphBuilder graph, NetworkLayers layers, String name, String x, List<String> modulations) {
        String input = modulate(graph, layers.plainNorm(x), modulations.get(0), modulations.get(1));
        String gated = graph.node("Mul", List.of(modulations.get(2), layers.attention(name + ".attention", input)));
        String y = layers.add(x, gated);
        input = modulate(graph, layers.plainNorm(y), modulations.get(3), modulations.get(4));
        gated = graph.node("Mul", List.of(modulations.get(5), layers.feedForward(name + ".mlp", input)));
        return layers.add(y, gated);
    }

    /** x (1 + scale) + shift. */
    private static String modulate(GraphBuilder graph, String x, String shift, String scale) {
        String factor = graph.node("Add", List.of(scale, graph.scalar(1)));
        return graph.node("Add", List.of(graph.node("Mul", List.of(x, factor)), shift));
    }

    /** 256 sinusoids of timeScale · t: cosines first, frequencies 10000^(−k/128). */
    private String timeEmbedding(GraphBuilder graph, String time) {
        long half = Architecture.TIME_FEATURES / 2;
        List<Float> frequencies = Stream.iterate(0, k -> k < half, k -> k + 1)
                .map(k -> (float) Math.exp((float) -Math.log(10000) * k / half)).toList();
        String scaled = graph.node("Mul", List.of(graph.node("Unsqueeze", List.of(time, graph.wholes(1L))),
                graph.scalar((float) architecture.timeScale())));
        String angle = graph.node("Mul", List.of(scaled, graph.floats(List.of(half), frequencies)));
        return graph.node("Concat", List.of(graph.node("Cos", List.of(angle)), graph.node("Sin", List.of(angle))),
                attribute("axis", -1));
    }
}
