package net.bioclipse.adit.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.bioclipse.adit.modelpackage.Architecture;
import org.bytedeco.pytorch.Tensor;

/**
 * Latents for the denoiser, between noise and truth: x_t = (1 − t) x_0 + t x_1 with centred normal x_0. Half of the times
 * are even in [0.01, 1], one from each of as many equal parts, the other half lie around 0.4, where it is decided which
 * structure it becomes. All arrays are structure after structure.
 *
 * @param atoms           atoms of each structure
 * @param clean           x_1, size × atoms × 8, scaled to mean 0 and deviation 1
 * @param noisy           x_t
 * @param times           t, one for each structure
 * @param datasets        row of the data set table, 0 (the null class of guidance) for a tenth
 * @param selfConditioned whether the network sees its own first answer when it answers
 * @param timeLimit       the loss counts 1 / (1 − min(t, limit))² times
 */
record LatentInput(int atoms, float[] clean, float[] noisy, float[] times, int[] datasets, boolean selfConditioned,
        double timeLimit)
        implements Input {

    private static final double START = 0.01;
    private static final double CLASS_DROPOUT = 0.1;
    private static final double MIDDLE = 0.4;
    private static final double MIDDLE_WIDTH = 0.15;

    /** @param latents x_1 of the whole bucket */
    static LatentInput draw(Batches.Draw draw, float[] latents, double timeLimit, SplittableRandom random) {
        int size = draw.rows().length;
        int atoms = draw.bucket().atoms();
        int width = atoms * Architecture.LATENT;
        float[] clean = StructureInput.take(latents, draw.rows(), width);
        float[] noisy = StructureInput.normal(size * width, random);
        float[] times = times(size, random);
        int[] datasets = new int[size];
        for (int i = 0; i < size; i++) {
            float t = times[i];
            datasets[i] = random.nextDouble() < CLASS_DROPOUT ? 0 : draw.bucket().dataset();
            centre(noisy, i * width, atoms);
            for (int k = i * width; k < (i + 1) * width; k++) {
                noisy[k] = (1 - t) * noisy[k] + t * clean[k];
            }
        }
        return new LatentInput(atoms, clean, noisy, times, datasets, random.nextBoolean(), timeLimit);
    }

    private static float[] times(int size, SplittableRandom random) {
        float[] times = new float[size];
        int even = size / 2 + (size % 2 == 0 || random.nextBoolean() ? 0 : 1);
        for (int i = 0; i < size; i++) {
            double t = i < even ? START + (1 - START) * (i + random.nextDouble()) / even
                    : MIDDLE + MIDDLE_WIDTH * random.nextGaussian();
            times[i] = (float) Math.min(1, Math.max(START, t));
        }
        for (int i = size - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            float swapped = times[i];
            times[i] = times[k];
            times[k] = swapped;
        }
        return times;
    }

    /** Takes the mean over the atoms from each feature of one structure. */
    private static void centre(float[] values, int offset, int atoms) {
        for (int feature = 0; feature < Architecture.LATENT; feature++) {
            double sum = 0;
            for (int i = 0; i < atoms; i++) {
                sum += values[offset + i * Architecture.LATENT + feature];
            }
            for (int i = 0; i < atoms; i++) {
                values[offset + i * Architecture.LATENT + feature] -= (float) (sum / atoms);
            }
        }
    }

    @Override
    public int size() {
        return times.length;
    }

    @Override
    public LatentInput slice(int from, int to) {
        return new LatentInput(atoms, StructureInput.slice(clean, size(), from, to),
                StructureInput.slice(noisy, size(), from, to), Arrays.copyOfRange(times, from, to),
                Arrays.copyOfRange(datasets, from, to), selfConditioned, timeLimit);
    }

    @Override
    public Tensor loss(Weights weights) {
        return new Denoiser(weights).loss(this);
    }
}
