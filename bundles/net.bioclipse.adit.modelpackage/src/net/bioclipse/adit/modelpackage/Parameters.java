package net.bioclipse.adit.modelpackage;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors of {@code weights.safetensors}: which there are and which shape each has, as the architecture demands.
 * Linear layers keep their weights as [outputs, inputs].
 */
public final class Parameters {

    private final Map<String, List<Long>> shapes = new LinkedHashMap<>();

    private Parameters() {
    }

    /** Name → shape, in the order of the networks: encoder, decoder, denoiser. */
    public static Map<String, List<Long>> of(Architecture architecture) {
        Parameters parameters = new Parameters();
        parameters.encoder(architecture);
        parameters.decoder(architecture);
        parameters.denoiser(architecture);
        return Collections.unmodifiableMap(parameters.shapes);
    }

    private void encoder(Architecture a) {
        long width = a.autoencoderWidth();
        tensor("encoder.atom_types.weight", Architecture.ATOM_TYPES, width);
        for (String coordinates : List.of("encoder.positions", "encoder.fractional")) {
            tensor(coordinates + ".0.weight", width, 3);
            linear(coordinates + ".2", width, width);
        }
        layers("encoder", a.encoderLayers(), width);
        tensor("encoder.latent.weight", 2 * Architecture.LATENT, width);
    }

    private void decoder(Architecture a) {
        long width = a.autoencoderWidth();
        tensor("decoder.latent.weight", width, Architecture.LATENT);
        layers("decoder", a.decoderLayers(), width);
        linear("decoder.atom_types", Architecture.ATOM_TYPES, width);
        tensor("decoder.positions.weight", 3, width);
        tensor("decoder.fractional.weight", 3, width);
        tensor("decoder.lattice.weight", 6, width);
    }

    private void denoiser(Architecture a) {
        long width = a.denoiserWidth();
        linear("denoiser.input", width, 2 * Architecture.LATENT);
        linear("denoiser.time.0", width, Architecture.TIME_FEATURES);
        linear("denoiser.time.2", width, width);
        tensor("denoiser.datasets.weight", Architecture.DATASETS, width);
        tensor("denoiser.space_groups.weight", Architecture.SPACE_GROUPS, width);
        for (int i = 0; i < a.denoiserLayers(); i++) {
            String block = "denoiser.blocks." + i;
            attentionAndFeedForward(block, width);
            linear(block + ".modulation", 6 * width, width);
        }
        linear("denoiser.modulation", 2 * width, width);
        linear("denoiser.output", Architecture.LATENT, width);
    }

    /** Pre-norm Transformer layers and the final norm of encoder or decoder. */
    private void layers(String network, int count, long width) {
        for (int i = 0; i < count; i++) {
            String layer = network + ".layers." + i;
            norm(layer + ".norm1", width);
            norm(layer + ".norm2", width);
            attentionAndFeedForward(layer, width);
        }
        norm(network + ".norm", width);
    }

    private void attentionAndFeedForward(String layer, long width) {
        linear(layer + ".attention.qkv", 3 * width, width);
        linear(layer + ".attention.out", width, width);
        linear(layer + ".mlp.0", 4 * width, width);
        linear(layer + ".mlp.2", width, 4 * width);
    }

    private void linear(String name, long outputs, long inputs) {
        tensor(name + ".weight", outputs, inputs);
        tensor(name + ".bias", outputs);
    }

    private void norm(String name, long width) {
        tensor(name + ".weight", width);
        tensor(name + ".bias", width);
    }

    private void tensor(String name, long... shape) {
        shapes.put(name, Arrays.stream(shape).boxed().toList());
    }
}
