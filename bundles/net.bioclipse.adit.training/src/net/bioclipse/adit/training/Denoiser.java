package net.bioclipse.adit.training;

import java.util.ArrayList;
import java.util.List;
import net.bioclipse.adit.modelpackage.Architecture;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The Diffusion Transformer with adaLN-Zero (Peebles and Xie 2022, arXiv 2212.09748) and its flow-matching loss. */
final class Denoiser {

    private static final int MODULATIONS = 6;

    private final Weights weights;
    private final Architecture architecture;
    private final Layers layers;

    Denoiser(Weights weights) {
        this.weights = weights;
        architecture = weights.architecture();
        layers = new Layers(weights);
    }

    /**
     * What time and classes do to the layers: shifts, scales and gates of each block, then the last shift and scale, each
     * structures × 1 × width.
     */
    List<TensorVector> condition(float[] times, int[] datasets) {
        Tensor time = layers.siluPair(layers.timeEmbedding(times, architecture.timeScale()), "denoiser.time");
        Tensor dataset = torch.embedding(weights.get("denoiser.datasets.weight"), layers.indices(datasets, datasets.length));
        Tensor group = weights.get("denoiser.space_groups.weight").narrow(0, 0, 1);
        Tensor embedded = torch.silu(time.add(dataset).add(group));
        List<TensorVector> modulations = new ArrayList<>();
        for (int i = 0; i < architecture.denoiserLayers(); i++) {
            modulations.add(modulation(embedded, "denoiser.blocks." + i + ".modulation", MODULATIONS));
        }
        modulations.add(modulation(embedded, "denoiser.modulation", 2));
        return modulations;
    }

    private TensorVector modulation(Tensor embedded, String name, int count) {
        return layers.linear(embedded, name).unsqueeze(1).chunk(count, -1);
    }

    /** x_t and the previous prediction, each structures × atoms × 8 → clean latents. */
    Tensor predict(Tensor noisy, Tensor previous, List<TensorVector> modulations) {
        int width = architecture.denoiserWidth();
        Tensor x = layers.linear(torch.cat(new TensorVector(noisy, previous), -1), "denoiser.input")
                .add(layers.indexEmbedding((int) noisy.size(1), width));
        for (int i = 0; i < architecture.denoiserLayers(); i++) {
            Tensor before = x;
            TensorVector modulation = modulations.get(i);
            String block = "denoiser.blocks." + i;
            x = Tensors.scoped(() -> block(before, modulation, block));
        }
        TensorVector last = modulations.get(architecture.denoiserLayers());
        return layers.linear(Layers.modulatedNorm(x, last.get(0), last.get(1)), "denoiser.output");
    }

    private Tensor block(Tensor x, TensorVector m, String name) {
        Tensor attended = layers.attention(Layers.modulatedNorm(x, m.get(0), m.get(1)), name + ".attention",
                architecture.denoiserHeads());
        Tensor y = torch.addcmul(x, m.get(2), attended);
        return torch.addcmul(y, m.get(5), layers.feedForward(Layers.modulatedNorm(y, m.get(3), m.get(4)), name + ".mlp"));
    }

    /** Squared error of the clean latents, heavier for late times, where the last digits are decided. */
    Tensor loss(LatentInput input) {
        long[] shape = {input.size(), input.atoms(), Architecture.LATENT};
        Tensor noisy = layers.tensor(input.noisy(), shape);
        Tensor clean = layers.tensor(input.clean(), shape);
        List<TensorVector> modulations = condition(input.times(), input.datasets());
        Tensor previous = torch.zeros_like(noisy);
        if (input.selfConditioned()) {
            try (NoGradGuard guard = new NoGradGuard()) {
                previous = predict(noisy, previous, modulations);
            }
        }
        Tensor error = predict(noisy, previous, modulations).sub(clean).square().mean(1, 2);
        float[] factors = new float[input.size()];
        for (int i = 0; i < factors.length; i++) {
            double rest = 1 - Math.min(input.times()[i], input.timeLimit());
            factors[i] = (float) (1 / (rest * rest));
        }
        return error.mul(layers.tensor(factors, factors.length)).mean();
    }
}
