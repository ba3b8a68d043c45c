package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Sampler} does. */
abstract class SamplerContract {

    static final Denoiser.Condition MOLECULE = new Denoiser.Condition(2, 0);

    private final GaussianDenoiser gaussian = new GaussianDenoiser(1.5, 0.4);

    abstract Sampler sampler();

    /** Error falls with this power of the step width. */
    abstract int order();

    final Latents sample(Denoiser denoiser, int steps, Latents noise) {
        return sampler().sample(denoiser, MOLECULE, new TimeGrid(steps), noise, TestControl.patient()).orElseThrow();
    }

    @Test
    void isFoundByItsName() {
        assertSame(sampler().getClass(), Samplers.byName(sampler().name()).getClass());
    }

    @Test
    void drawsTheMeanAndTheSpreadOfAGaussianWorld() {
        float[] drawn = sample(gaussian, 200, new StructureNoise(1).latents(new long[] {0, 1, 2, 3}, 500)).values();
        double mean = 0;
        double square = 0;
        for (float x : drawn) {
            mean += x / (double) drawn.length;
            square += x * (double) x / drawn.length;
        }
        assertEquals(1.5, mean, 0.01);
        assertEquals(0.4, Math.sqrt(square - mean * mean), 0.01);
    }

    @Test
    void convergesToTheExactFlowWithItsOrder() {
        double coarse = error(40);
        double middle = error(80);
        double fine = error(160);
        double expected = Math.pow(2, order());
        assertEquals(expected, coarse / middle, 0.1 * expected);
        assertEquals(expected, middle / fine, 0.05 * expected);
    }

    private double error(int steps) {
        Latents noise = new StructureNoise(2).latents(new long[] {0}, 30);
        float[] drawn = sample(gaussian, steps, noise).values();
        double largest = 0;
        for (int i = 0; i < drawn.length; i++) {
            largest = Math.max(largest, Math.abs(drawn[i] - gaussian.end(noise.values()[i], TimeGrid.START)));
        }
        return largest;
    }

    @Test
    void asksForTheWantedConditionAtEveryTimeOfTheGrid() {
        List<Double> times = new ArrayList<>();
        sample((noisy, previous, time, condition) -> {
            assertEquals(MOLECULE, condition);
            times.add(time);
            return gaussian.predict(noisy, previous, time, condition);
        }, 4, Latents.zeros(1, 2));
        TimeGrid grid = new TimeGrid(4);
        assertEquals(List.of(grid.time(0), grid.time(1), grid.time(2), grid.time(3), 1.0), times);
    }

    @Test
    void leavesTheNoiseAsItIsAndGivesTheSameTwice() {
        Latents noise = new StructureNoise(3).latents(new long[] {0, 1}, 7);
        float[] before = noise.values().clone();
        float[] first = sample(gaussian, 10, noise).values();
        assertArrayEquals(before, noise.values());
        assertArrayEquals(first, sample(gaussian, 10, noise).values());
    }

    @Test
    void drawsTheSameStructureInAnyBatch() {
        StructureNoise noise = new StructureNoise(5);
        float[] together = sample(gaussian, 10, noise.latents(new long[] {3, 4, 5}, 6)).values();
        float[] alone = sample(gaussian, 10, noise.latents(new long[] {4}, 6)).values();
        assertArrayEquals(alone, Arrays.copyOfRange(together, 48, 96));
    }

    @Test
    void stopsBeforeTheNextStepWhenCancelled() {
        int[] calls = {0};
        Denoiser counting = (noisy, previous, time, condition) -> {
            calls[0]++;
            return gaussian.predict(noisy, previous, time, condition);
        };
        Optional<Latents> result = sampler().sample(counting, MOLECULE, new TimeGrid(10), Latents.zeros(1, 1),
                TestControl.cancellingAfter(3));
        assertTrue(result.isEmpty());
        assertEquals(3, calls[0]);
    }

    @Test
    void tellsEveryStep() {
        TestControl control = TestControl.patient();
        sampler().sample(gaussian, MOLECULE, new TimeGrid(3), Latents.zeros(1, 1), control);
        assertEquals(List.of("0/3 sampling", "1/3 sampling", "2/3 sampling", "3/3 sampling"),
                control.said);
    }
}
