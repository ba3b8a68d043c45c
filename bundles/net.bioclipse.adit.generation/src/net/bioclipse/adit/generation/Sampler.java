package net.bioclipse.adit.generation;

import java.util.Optional;

/** Turns noise into clean latents with the predictions of a denoiser. Stateless: one object serves every run. */
public interface Sampler {

    /** The known word with its version by which model packages name it: "euler-flow/1". */
    String name();

    /**
     * @param denoiser  asked once a step
     * @param condition what is wanted
     * @param grid      times to look at
     * @param noise     x₀ and what is added on the way
     * @param control   asked before each step; its progress counts steps here
     * @return clean latents of the batch of the noise, or empty when cancelled
     */
    Optional<Latents> sample(Denoiser denoiser, Denoiser.Condition condition, TimeGrid grid, BatchNoise noise,
            RunControl control);
}
