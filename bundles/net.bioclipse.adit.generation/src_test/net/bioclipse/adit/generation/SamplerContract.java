package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.modelpackage.ModelPackage;
import org.junit.jupiter.api.Test;

/** What every {@link Sampler} does. */
abstract class SamplerContract {

    static final Denoiser.Condition MOLECULE = new Denoiser.Condition(2, 0);

    final GaussianDenoiser gaussian = new GaussianDenoiser(1.5, 0.4);

    abstract Sampler sampler();

    final Latents sample(Denoiser denoiser, int steps, BatchNoise noise) {
        return sampler().sample(denoiser, MOLECULE, new TimeGrid(steps), noise, TestControl.patient()).orElseThrow();
    }

    @Test
    void isFoundByItsName() {
        assertSame(sampler().getClass(),
                Samplers.of(new ModelPackage.Sampler(sampler().name(), 7, 1), 1).getClass());
    }

    @Test
    void drawsTheMeanAndTheSpreadOfAGaussianWorld() {
        float[] drawn = sample(gaussian, 200, new StructureNoise(1).batch(new long[] {0, 1, 2, 3}, 500)).values();
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
    void asksForTheWantedConditionOnceAStepAndAtTheEnd() {
        List<Double> times = new ArrayList<>();
        sample((noisy, previous, time, condition) -> {
            assertEquals(MOLECULE, condition);
            times.add(time);
            return gaussian.predict(noisy, previous, time, condition);
        }, 4, step -> Latents.zeros(1, 2));
        assertEquals(5, times.size());
        assertEquals(TimeGrid.START, times.get(0));
        assertEquals(1.0, times.get(4));
    }

    @Test
    void leavesTheNoiseAsItIsAndGivesTheSameTwice() {
        BatchNoise drawn = new StructureNoise(3).batch(new long[] {0, 1}, 7);
        Map<Integer, Latents> kept = new HashMap<>();
        BatchNoise noise = step -> kept.computeIfAbsent(step, drawn::at);
        float[] first = sample(gaussian, 10, noise).values();
        kept.forEach((step, latents) -> assertArrayEquals(drawn.at(step).values(), latents.values()));
        assertArrayEquals(first, sample(gaussian, 10, noise).values());
    }

    @Test
    void drawsTheSameStructureInAnyBatch() {
        StructureNoise noise = new StructureNoise(5);
        float[] together = sample(gaussian, 10, noise.batch(new long[] {3, 4, 5}, 6)).values();
        float[] alone = sample(gaussian, 10, noise.batch(new long[] {4}, 6)).values();
        assertArrayEquals(alone, Arrays.copyOfRange(together, 48, 96));
    }

    @Test
    void stopsBeforeTheNextStepWhenCancelled() {
        int[] calls = {0};
        Denoiser counting = (noisy, previous, time, condition) -> {
            calls[0]++;
            return gaussian.predict(noisy, previous, time, condition);
        };
        Optional<Latents> result = sampler().sample(counting, MOLECULE, new TimeGrid(10), step -> Latents.zeros(1, 1),
                TestControl.cancellingAfter(3));
        assertTrue(result.isEmpty());
        assertEquals(3, calls[0]);
    }

    @Test
    void tellsEveryStep() {
        TestControl control = TestControl.patient();
        sampler().sample(gaussian, MOLECULE, new TimeGrid(3), step -> Latents.zeros(1, 1), control);
        assertEquals(List.of("0/3 sampling", "1/3 sampling", "2/3 sampling", "3/3 sampling"),
                control.said);
    }
}
