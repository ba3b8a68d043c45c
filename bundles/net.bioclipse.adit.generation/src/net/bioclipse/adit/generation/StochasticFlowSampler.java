package net.bioclipse.adit.generation;

import java.util.Optional;

/**
 * The flow of {@link EulerFlowSampler} with fresh noise, "stochastic-flow/1": before each step but the first the state goes
 * back by a part c of the interval it came through, and the step then covers both (the churn of Karras et al. 2022, arXiv
 * 2206.00364, algorithm 2, in the times of flow matching). From t back to s the state is (s/t) x + γ √((1−s)² − (s/t)²(1−t)²) ξ, which
 * keeps the distribution at γ = 1; errors of earlier steps are forgotten with the noise they came in. γ below 1 draws more
 * of what is typical, at some cost of diversity (low-temperature sampling). n steps cost n + 1 predictions.
 */
public final class StochasticFlowSampler implements Sampler {

    static final String NAME = "stochastic-flow/1";

    private final double churn;
    private final double noiseScale;

    /**
     * @param churn      c, from 0 for the plain flow to 1 for going back a whole interval
     * @param noiseScale γ, 0 or more; 1 draws from the learned distribution
     */
    public StochasticFlowSampler(double churn, double noiseScale) {
        this.churn = churn;
        this.noiseScale = noiseScale;
    }

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
            boolean last = k == grid.steps();
            double time = grid.time(k);
            if (k > 0 && !last) {
                time -= churn * (time - grid.time(k - 1));
                x = back(x, noise.at(k), grid.time(k), time);
            }
            clean = denoiser.predict(x, clean, time, condition);
            x = last ? clean : EulerFlowSampler.step(x, clean, time, grid.time(k + 1));
        }
        return Optional.of(x);
    }

    private Latents back(Latents x, Latents noise, double time, double earlier) {
        double kept = earlier / time;
        double added = noiseScale * Math.sqrt((1 - earlier) * (1 - earlier) - kept * kept * (1 - time) * (1 - time));
        float[] values = new float[x.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (kept * x.values()[i] + added * noise.values()[i]);
        }
        return new Latents(x.batch(), x.atoms(), values);
    }
}
