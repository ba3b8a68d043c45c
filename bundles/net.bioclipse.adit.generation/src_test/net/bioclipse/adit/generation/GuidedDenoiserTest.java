package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuidedDenoiserTest extends DenoiserContract {

    private static final Denoiser.Condition CRYSTAL = new Denoiser.Condition(1, 0);

    private final List<Denoiser.Condition> calls = new ArrayList<>();

    /** Predicts 1 for the null class and 3 for any other. */
    private final Denoiser oneOrThree = (noisy, previous, time, condition) -> {
        calls.add(condition);
        float[] clean = new float[noisy.values().length];
        java.util.Arrays.fill(clean, condition.equals(Denoiser.Condition.NONE) ? 1 : 3);
        return new Latents(noisy.batch(), noisy.atoms(), clean);
    };

    @Override
    Denoiser denoiser() {
        return new GuidedDenoiser(new GaussianDenoiser(1, 0.5), 2.5);
    }

    private float guided(double scale, Denoiser.Condition condition) {
        return new GuidedDenoiser(oneOrThree, scale).predict(Latents.zeros(1, 1), Latents.zeros(1, 1), 0.5, condition)
                .values()[0];
    }

    @Test
    void goesFromTheNullClassBeyondTheWantedOne() {
        assertEquals(1 + 2.5f * 2, guided(2.5, CRYSTAL));
        assertEquals(1, guided(0, CRYSTAL));
        assertEquals(List.of(CRYSTAL, Denoiser.Condition.NONE, CRYSTAL, Denoiser.Condition.NONE), calls);
    }

    @Test
    void asksOnceWhenThereIsNothingToGuide() {
        assertEquals(3, guided(1, CRYSTAL));
        assertEquals(1, guided(4, Denoiser.Condition.NONE));
        assertEquals(List.of(CRYSTAL, Denoiser.Condition.NONE), calls);
    }
}
