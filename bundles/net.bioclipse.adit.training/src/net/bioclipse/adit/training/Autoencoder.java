package net.bioclipse.adit.training;

import net.bioclipse.adit.modelpackage.Architecture;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Encoder and decoder (Joshi et al. 2025, arXiv 2503.03965) and their loss. */
final class Autoencoder {

    private static final double DIVERGENCE = 1e-5 * Architecture.LATENT;
    private static final double VARIANCE = 0.1;

    private final Weights weights;
    private final Architecture architecture;
    private final Layers layers;

    Autoencoder(Weights weights) {
        this.weights = weights;
        architecture = weights.architecture();
        layers = new Layers(weights);
    }

    /** What the decoder answers: type logits, positions in nm, fractional coordinates, and the lattice of each structure. */
    record Decoded(Tensor types, Tensor positions, Tensor fractional, Tensor lattice) {
    }

    /** Mean and log-variance of the latents, structures × atoms × 8 each. */
    TensorVector encode(Bucket b) {
        int width = architecture.autoencoderWidth();
        Tensor x = torch.embedding(weights.get("encoder.atom_types.weight"), layers.indices(b.types(), b.size(), b.atoms()))
                .add(layers.siluPair(layers.tensor(b.positions(), b.size(), b.atoms(), 3), "encoder.positions"))
                .add(layers.siluPair(layers.tensor(b.fractional(), b.size(), b.atoms(), 3), "encoder.fractional"))
                .add(layers.indexEmbedding(b.atoms(), width));
        x = layers.transformer(x, "encoder", architecture.encoderLayers(), architecture.autoencoderHeads());
        return layers.linear(x, "encoder.latent").chunk(2, -1);
    }

    Decoded decode(Tensor latents) {
        Tensor x = layers.linear(latents, "decoder.latent")
                .add(layers.indexEmbedding((int) latents.size(1), architecture.autoencoderWidth()));
        Tensor y = layers.transformer(x, "decoder", architecture.decoderLayers(), architecture.autoencoderHeads());
        return new Decoded(layers.linear(y, "decoder.atom_types"), layers.linear(y, "decoder.positions"),
                layers.linear(y, "decoder.fractional"), layers.linear(y.mean(1), "decoder.lattice"));
    }

    /** With sampled latents the loss of the whole autoencoder, with latent means that of the decoder alone. */
    Tensor loss(StructureInput input) {
        Tensor noise = layers.tensor(input.latentNoise(), input.size(), input.atoms(), Architecture.LATENT);
        if (input.sampling() == null) {
            return reconstruction(means(input.seen()).add(noise), input.truth());
        }
        TensorVector encoded = encode(input.seen());
        Tensor mean = encoded.get(0);
        Tensor logVariance = torch.clamp(encoded.get(1), new ScalarOptional(new Scalar(-20f)),
                new ScalarOptional(new Scalar(10f)));
        Tensor sampling = layers.tensor(input.sampling(), input.size(), input.atoms(), Architecture.LATENT);
        Tensor latents = mean.add(logVariance.mul(new Scalar(0.5f)).exp().mul(sampling));
        // Latents of unit variance that survive noise: the denoiser then need not be exact to be right.
        return reconstruction(latents.add(noise), input.truth())
                .add(divergence(mean, logVariance).mul(new Scalar(DIVERGENCE)))
                .add(unitVariance(mean).mul(new Scalar(VARIANCE)));
    }

    /** Latent means that no gradient goes through. */
    Tensor means(Bucket bucket) {
        try (NoGradGuard guard = new NoGradGuard()) {
            return encode(bucket).get(0);
        }
    }

    /** Each term scaled so that a chemist's tolerance counts about the same in all. */
    private Tensor reconstruction(Tensor latents, Bucket truth) {
        Decoded decoded = decode(latents);
        long tokens = (long) truth.size() * truth.atoms();
        Tensor loss = torch.cross_entropy_loss(decoded.types().view(tokens, Architecture.ATOM_TYPES),
                layers.indices(truth.types(), tokens));
        if (!truth.crystal()) {
            Tensor positions = layers.tensor(truth.positions(), truth.size(), truth.atoms(), 3);
            return loss.add(torch.mse_loss(decoded.positions().mul(new Scalar(10f)), positions).mul(new Scalar(10f)));
        }
        Tensor fractional = layers.tensor(truth.fractional(), truth.size(), truth.atoms(), 3);
        Tensor lattice = layers.tensor(truth.lattice(), truth.size(), 6);
        return loss.add(torch.mse_loss(decoded.fractional(), fractional).mul(new Scalar(300f)))
                .add(torch.mse_loss(decoded.lattice().narrow(1, 0, 3), lattice.narrow(1, 0, 3)).mul(new Scalar(10f)))
                .add(torch.mse_loss(decoded.lattice().narrow(1, 3, 3), lattice.narrow(1, 3, 3)).mul(new Scalar(100f)));
    }

    /** Kullback-Leibler divergence from the standard normal distribution, mean over all features. */
    private static Tensor divergence(Tensor mean, Tensor logVariance) {
        return mean.square().add(logVariance.exp()).sub(logVariance).sub(new Scalar(1f)).mean().mul(new Scalar(0.5f));
    }

    /** How far the means of each feature are from mean 0 and second moment 1 over the batch. */
    private static Tensor unitVariance(Tensor mean) {
        Tensor moment = mean.square().mean(0, 1).sub(new Scalar(1f));
        return moment.square().mean().add(mean.mean(0, 1).square().mean());
    }
}
