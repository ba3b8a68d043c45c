package net.bioclipse.adit.training;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.bioclipse.adit.modelpackage.Architecture;

/**
 * Latent means of all structures, scaled feature by feature: the encoder stands still while the denoiser learns, so each is
 * computed once.
 *
 * @param scaled what the denoiser learns, size × atoms × 8 for each bucket
 * @param mean   of each feature over the training structures
 * @param scale  their standard deviation
 */
record LatentCache(Map<Bucket, float[]> scaled, double[] mean, double[] scale) {

    private static final double SMALLEST_SCALE = 1e-6;

    /** @param mean null: measure mean and scale */
    static LatentCache of(TrainingData data, double[] mean, double[] scale, Workers workers) {
        Map<Bucket, float[]> latents = new IdentityHashMap<>();
        for (List<Bucket> buckets : List.of(data.train(), data.validation())) {
            buckets.forEach(bucket -> latents.put(bucket, workers.encode(bucket)));
        }
        double[] centre = mean == null ? moment(data.train(), latents, new double[Architecture.LATENT], 1) : mean;
        double[] spread = mean == null ? moment(data.train(), latents, centre, 2) : scale;
        latents.values().forEach(values -> normalise(values, centre, spread));
        return new LatentCache(latents, centre, spread);
    }

    /** The means over the atoms of each bucket's structures, size × 8. */
    Map<Bucket, float[]> means(List<Bucket> buckets) {
        Map<Bucket, float[]> means = new LinkedHashMap<>();
        for (Bucket bucket : buckets) {
            float[] values = scaled.get(bucket);
            float[] mean = new float[bucket.size() * Architecture.LATENT];
            for (int i = 0; i < values.length; i++) {
                int structure = i / (bucket.atoms() * Architecture.LATENT);
                mean[structure * Architecture.LATENT + i % Architecture.LATENT] += values[i] / bucket.atoms();
            }
            means.put(bucket, mean);
        }
        return means;
    }

    LatentInput draw(Batches.Draw rows, double timeLimit, SplittableRandom random) {
        return LatentInput.draw(rows, scaled.get(rows.bucket()), timeLimit, random);
    }

    /** The mean (power 1) or the root mean square (power 2) of the distances from a centre. */
    private static double[] moment(List<Bucket> buckets, Map<Bucket, float[]> latents, double[] centre, int power) {
        double[] sums = new double[Architecture.LATENT];
        long tokens = 0;
        for (Bucket bucket : buckets) {
            float[] values = latents.get(bucket);
            tokens += values.length / Architecture.LATENT;
            for (int i = 0; i < values.length; i++) {
                sums[i % Architecture.LATENT] += Math.pow(values[i] - centre[i % Architecture.LATENT], power);
            }
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] = power == 1 ? sums[k] / tokens : Math.max(SMALLEST_SCALE, Math.sqrt(sums[k] / tokens));
        }
        return sums;
    }

    private static void normalise(float[] values, double[] mean, double[] scale) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((values[i] - mean[i % Architecture.LATENT]) / scale[i % Architecture.LATENT]);
        }
    }
}
