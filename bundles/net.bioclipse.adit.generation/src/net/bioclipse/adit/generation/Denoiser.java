package net.bioclipse.adit.generation;

/** Predicts clean latents x₁ from noisy ones, x_t = (1 − t) x₀ + t x₁, in the normalised latent space (unit variance). */
public interface Denoiser {

    /**
     * What a prediction is conditioned on.
     *
     * @param dataset    row of the data set table: 0 null class, 1 periodic, 2 molecule
     * @param spaceGroup row of the space group table: 0 null class, 1–230
     */
    record Condition(int dataset, int spaceGroup) {

        /** The null class of classifier-free guidance. */
        public static final Condition NONE = new Condition(0, 0);
    }

    /**
     * @param noisy     x_t
     * @param previous  the previous prediction (self-conditioning), zeros at the first step
     * @param time      t in [0, 1], the same for the whole batch
     * @param condition the same for the whole batch
     * @return the predicted x₁, a new array of the same shape
     */
    Latents predict(Latents noisy, Latents previous, double time, Condition condition);
}
