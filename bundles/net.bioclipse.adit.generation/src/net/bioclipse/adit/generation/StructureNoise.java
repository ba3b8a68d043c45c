package net.bioclipse.adit.generation;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.bioclipse.adit.modelpackage.MeanLatents;

/**
 * What is random about the structures of a run. Everything about structure i comes from (run seed, i) alone: never from
 * the batch, the device or a thread. Each purpose has its own stream of {@link SplitMix64}, so that a later purpose
 * changes nothing of the earlier ones, and an atom count that is asked for instead of drawn leaves the noise as it is.
 */
final class StructureNoise {

    private static final int SIZE = 1;
    /** Of step 0; the later steps follow. */
    private static final int LATENTS = 2;
    private static final int MEAN = -1;

    private final long seed;

    StructureNoise(long seed) {
        this.seed = seed;
    }

    /** Atom count of structure {@code index}. */
    int atoms(long index, SizeDistribution sizes) {
        return sizes.at(stream(index, SIZE).nextDouble());
    }

    /**
     * Mean latents of the given structures.
     *
     * @param scale of their deviations from the centres of the mixture's components
     */
    double[][] means(long[] indices, MeanLatents.Mixture mixture, double scale) {
        return Arrays.stream(indices).mapToObj(index -> {
            SplitMix64 random = stream(index, MEAN);
            double share = random.nextDouble();
            return mixture.at(share, IntStream.range(0, Latents.WIDTH).mapToDouble(i -> scale * random.nextGaussian()).toArray());
        }).toArray(double[][]::new);
    }

    /** What is random about the given structures on their way, step by step. */
    BatchNoise batch(long[] indices, int atoms) {
        return step -> {
            Latents noise = Latents.zeros(indices.length, atoms);
            for (int row = 0; row < indices.length; row++) {
                fill(stream(indices[row], LATENTS + step), noise.values(), row * atoms * Latents.WIDTH, atoms);
            }
            return noise;
        };
    }

    private static void fill(SplitMix64 random, float[] values, int offset, int atoms) {
        double[] drawn = new double[atoms * Latents.WIDTH];
        double[] mean = new double[Latents.WIDTH];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.nextGaussian();
            mean[i % Latents.WIDTH] += drawn[i] / atoms;
        }
        for (int i = 0; i < drawn.length; i++) {
            values[offset + i] = (float) (drawn[i] - mean[i % Latents.WIDTH]);
        }
    }

    private SplitMix64 stream(long index, int purpose) {
        // Mixed after each part: sums of the raw numbers would make streams that are shifted copies of each other.
        return new SplitMix64(SplitMix64.mix(SplitMix64.mix(SplitMix64.mix(seed + purpose) + index) + purpose));
    }
}
