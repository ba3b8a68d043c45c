package net.bioclipse.adit.generation;

/**
 * A denoiser that is told the mean of each structure's clean latents over its atoms. Noise has mean 0 over the atoms, so
 * x_t of the training data has the mean t m, free of noise, and networks read m off it from the start. Without a choice
 * every run would begin at m = 0 and end near one typical composition; here m is drawn beforehand and x_t and x₁ are given
 * means that agree with it until the structure is decided. From then on the network mends what a drawn m has too roughly.
 */
final class MeanGivenDenoiser implements Denoiser {

    /** Time from which the mean is left alone. */
    static final double RELEASE = 0.5;

    private final Denoiser denoiser;
    private final double[][] means;

    /** @param means of each structure of the batch, 8 features */
    MeanGivenDenoiser(Denoiser denoiser, double[][] means) {
        this.denoiser = denoiser;
        this.means = means;
    }

    @Override
    public Latents predict(Latents noisy, Latents previous, double time, Condition condition) {
        if (time >= RELEASE) {
            return denoiser.predict(noisy, previous, time, condition);
        }
        return withMean(denoiser.predict(withMean(noisy, time), previous, time, condition), 1);
    }

    private Latents withMean(Latents latents, double factor) {
        int structure = latents.atoms() * Latents.WIDTH;
        float[] values = latents.values().clone();
        for (int row = 0; row < latents.batch(); row++) {
            for (int k = 0; k < Latents.WIDTH; k++) {
                double found = 0;
                for (int i = row * structure + k; i < (row + 1) * structure; i += Latents.WIDTH) {
                    found += values[i];
                }
                double shift = factor * means[row][k] - found / latents.atoms();
                for (int i = row * structure + k; i < (row + 1) * structure; i += Latents.WIDTH) {
                    values[i] += (float) shift;
                }
            }
        }
        return new Latents(latents.batch(), latents.atoms(), values);
    }
}
