package net.bioclipse.adit.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.bioclipse.adit.modelpackage.Architecture;
import org.bytedeco.pytorch.Tensor;

/**
 * Structures for the autoencoder: what it should answer, what it sees of it, and the noise on its latents. All arrays are
 * structure after structure.
 *
 * @param truth       what it should answer
 * @param seen        what it sees: types of 0 where they are hidden, positions that are shifted
 * @param sampling    normal deviates for drawing latents around their means, size × atoms × 8; null: take the means
 * @param latentNoise what is added to the latents, size × atoms × 8
 */
record StructureInput(Bucket truth, Bucket seen, float[] sampling, float[] latentNoise) implements Input {

    private static final double CORRUPTED = 0.1;
    private static final double SHIFT = 0.1;
    private static final float SHORTEST_LENGTH = 0.1f;

    /** Corrupts a tenth of the types and a tenth of the positions (0.1 Å); the level of noise is even in [0, noise]. */
    static StructureInput corrupted(Batches.Draw draw, double noise, SplittableRandom random) {
        Bucket truth = rows(draw);
        float[] sampling = normal(truth.size() * truth.atoms() * Architecture.LATENT, random);
        return new StructureInput(truth, corrupt(truth, random), sampling, noise(truth, noise, false, random));
    }

    /** Clean structures; the level of noise is squared, so that half of them see less than a quarter of the largest. */
    static StructureInput clean(Batches.Draw draw, double noise, SplittableRandom random) {
        Bucket truth = rows(draw);
        return new StructureInput(truth, truth, null, noise(truth, noise, true, random));
    }

    private static Bucket rows(Batches.Draw draw) {
        Bucket all = draw.bucket();
        int[] rows = draw.rows();
        int n = all.atoms();
        int[] types = new int[rows.length * n];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(all.types(), rows[i] * n, types, i * n, n);
        }
        return new Bucket(all.crystal(), rows.length, n, types, take(all.positions(), rows, 3 * n),
                take(all.fractional(), rows, 3 * n), take(all.lattice(), rows, 6));
    }

    /** Rows of a given width, in the order given. */
    static float[] take(float[] values, int[] rows, int width) {
        float[] taken = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * width, taken, i * width, width);
        }
        return taken;
    }

    private static Bucket corrupt(Bucket truth, SplittableRandom random) {
        int[] types = truth.types().clone();
        float[] positions = truth.positions().clone();
        float[] fractional = truth.fractional().clone();
        float size = (float) Math.cbrt(truth.atoms());
        for (int i = 0; i < types.length; i++) {
            if (random.nextDouble() < CORRUPTED) {
                types[i] = 0;
            }
            boolean moves = random.nextDouble() < CORRUPTED;
            for (int k = 0; moves && k < 3; k++) {
                float shift = (float) (SHIFT * random.nextGaussian());
                positions[3 * i + k] += shift;
                if (truth.crystal()) {
                    fractional[3 * i + k] += shift
                            / Math.max(SHORTEST_LENGTH, truth.lattice()[6 * (i / truth.atoms()) + k] * size);
                }
            }
        }
        return new Bucket(truth.crystal(), truth.size(), truth.atoms(), types, positions, fractional, truth.lattice());
    }

    private static float[] noise(Bucket truth, double largest, boolean squared, SplittableRandom random) {
        int width = truth.atoms() * Architecture.LATENT;
        float[] noise = new float[truth.size() * width];
        for (int i = 0; i < truth.size(); i++) {
            double u = random.nextDouble();
            double level = largest * (squared ? u * u : u);
            for (int k = 0; k < width; k++) {
                noise[i * width + k] = (float) (level * random.nextGaussian());
            }
        }
        return noise;
    }

    static float[] normal(int count, SplittableRandom random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @Override
    public int size() {
        return truth.size();
    }

    @Override
    public int atoms() {
        return truth.atoms();
    }

    @Override
    public StructureInput slice(int from, int to) {
        return new StructureInput(slice(truth, from, to), slice(seen, from, to),
                sampling == null ? null : slice(sampling, size(), from, to), slice(latentNoise, size(), from, to));
    }

    @Override
    public Tensor loss(Weights weights) {
        return new Autoencoder(weights).loss(this);
    }

    static Bucket slice(Bucket b, int from, int to) {
        return new Bucket(b.crystal(), to - from, b.atoms(), Arrays.copyOfRange(b.types(), from * b.atoms(), to * b.atoms()),
                slice(b.positions(), b.size(), from, to), slice(b.fractional(), b.size(), from, to),
                slice(b.lattice(), b.size(), from, to));
    }

    /** Rows from one index up to another one of an array that holds a number of rows. */
    static float[] slice(float[] values, int rows, int from, int to) {
        int width = values.length / rows;
        return Arrays.copyOfRange(values, from * width, to * width);
    }
}
