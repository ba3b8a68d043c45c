package net.bioclipse.adit.generation;

/** The random numbers of one batch: standard Gaussian, each feature of each structure with mean 0 over its atoms. */
public interface BatchNoise {

    /**
     * @param step 0 for x₀, k for what a sampler adds before its k-th later step; the same step always gives the same numbers
     */
    Latents at(int step);
}
