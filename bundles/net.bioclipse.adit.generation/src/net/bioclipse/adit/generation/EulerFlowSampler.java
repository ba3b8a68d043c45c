package net.bioclipse.adit.generation;

import java.util.Optional;

/**
 * Euler steps of the flow dx/dt = (x̂₁ − x) / (1 − t) with self-conditioning, "euler-flow/1": each prediction is handed to
 * the next call, the first call gets zeros, and one more clean prediction at t = 1 ends the run, so n steps cost n + 1
 * predictions. First order in the step width (Joshi et al. 2025, arXiv 2503.03965; Lipman et al. 2023, arXiv 2210.02747).
 */
public final class EulerFlowSampler implements Sampler {

    static final String NAME = "euler-flow/1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Latents> sample(Denoiser denoiser, Denoiser.Condition condition, TimeGrid grid, BatchNoise noise,
            RunControl control) {
        Latents x = noise.at(0);
        Latents clean = Latents.zeros(x.batch(), x.atoms());
        for (int k = 0; k <= grid.steps(); k++) {
            if (control.isCancelled()) {
                return Optional.empty();
            }
            control.progress(k, grid.steps(), "sampling");
            clean = denoiser.predict(x, clean, grid.time(k), condition);
            x = k < grid.steps() ? step(x, clean, grid.time(k), grid.time(k + 1)) : clean;
        }
        return Optional.of(x);
    }

    /** From one time to a following one, on the straight way to the clean latents. */
    static Latents step(Latents x, Latents clean, double time, double following) {
        float share = (float) ((following - time) / (1 - time));
        float[] values = new float[x.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = x.values()[i] + share * (clean.values()[i] - x.values()[i]);
        }
        return new Latents(x.batch(), x.atoms(), values);
    }
}
