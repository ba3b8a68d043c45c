package net.bioclipse.adit.generation;

/**
 * The exact denoiser of a Gaussian world, x₁ ~ N(m, s²) in every feature. With x_t = (1 − t) x₀ + t x₁ the pair (x₁, x_t)
 * is Gaussian with covariance t s² and variance v = (1 − t)² + t² s² of x_t, so E[x₁ | x_t] = m + t s² (x_t − t m) / v.
 * The flow keeps (x_t − t m) / √v, hence x at time t ends at m + s (x − t m) / √v.
 */
record GaussianDenoiser(double mean, double spread) implements Denoiser {

    @Override
    public Latents predict(Latents noisy, Latents previous, double time, Condition condition) {
        float[] clean = new float[noisy.values().length];
        for (int i = 0; i < clean.length; i++) {
            clean[i] = (float) (mean + time * spread * spread * (noisy.values()[i] - time * mean) / variance(time));
        }
        return new Latents(noisy.batch(), noisy.atoms(), clean);
    }

    /** Where the exact flow takes {@code x} from {@code time} to 1. */
    double end(double x, double time) {
        return mean + spread * (x - time * mean) / Math.sqrt(variance(time));
    }

    private double variance(double time) {
        return (1 - time) * (1 - time) + time * time * spread * spread;
    }
}
