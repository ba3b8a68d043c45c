package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StochasticFlowSamplerTest extends SamplerContract {

    @Override
    Sampler sampler() {
        return new StochasticFlowSampler(1, 1);
    }

    @Test
    void goesBackToTheTimeBeforeAtEveryStepButTheFirst() {
        List<Double> times = new ArrayList<>();
        sample((noisy, previous, time, condition) -> {
            times.add(time);
            return noisy;
        }, 4, step -> Latents.zeros(1, 1));
        TimeGrid grid = new TimeGrid(4);
        assertArrayEquals(new double[] {grid.time(0), grid.time(0), grid.time(1), grid.time(2), 1},
                times.stream().mapToDouble(Double::doubleValue).toArray(), 1e-12);
    }

    @Test
    void isThePlainFlowWithoutChurn() {
        BatchNoise noise = new StructureNoise(9).batch(new long[] {0}, 5);
        TimeGrid grid = new TimeGrid(6);
        assertArrayEquals(
                new EulerFlowSampler().sample(gaussian, MOLECULE, grid, noise, TestControl.patient()).orElseThrow().values(),
                new StochasticFlowSampler(0, 1).sample(gaussian, MOLECULE, grid, noise, TestControl.patient()).orElseThrow()
                        .values(), 1e-5f);
    }

    @Test
    void addsTheNoiseThatTheEarlierTimeHasMore() {
        List<Float> seen = new ArrayList<>();
        sample((noisy, previous, time, condition) -> {
            seen.add(noisy.values()[0]);
            return noisy;
        }, 2, step -> constant(step == 1 ? 1 : 0));
        // Back from t = 0.505 to 0.01, from x = 0: all but (0.01 / 0.505 · 0.495)² of the variance 0.99² is new.
        double kept = 0.01 / 0.505 * 0.495;
        assertEquals(Math.sqrt(0.99 * 0.99 - kept * kept), seen.get(1), 1e-6);
    }

    @Test
    void handsEachPredictionToTheNextCallAndZerosToTheFirst() {
        List<Float> previousValues = new ArrayList<>();
        sample((noisy, previous, time, condition) -> {
            previousValues.add(previous.values()[0]);
            return constant(previousValues.size());
        }, 3, step -> Latents.zeros(1, 1));
        assertEquals(List.of(0f, 1f, 2f, 3f), previousValues);
    }

    @Test
    void drawsCloserToTheMeanWithLessNoise() {
        double[] spreads = new double[3];
        for (int i = 0; i < 3; i++) {
            float[] drawn = new StochasticFlowSampler(1, i / 2.0).sample(gaussian, MOLECULE, new TimeGrid(50),
                    new StructureNoise(1).batch(new long[] {0, 1}, 200), TestControl.patient()).orElseThrow().values();
            for (float x : drawn) {
                spreads[i] += Math.pow(x - 1.5, 2) / drawn.length;
            }
        }
        assertTrue(spreads[0] < 0.5 * spreads[1] && spreads[1] < 0.7 * spreads[2], () -> List.of(spreads[0], spreads[1],
                spreads[2]).toString());
    }

    private static Latents constant(float value) {
        Latents latents = Latents.zeros(1, 1);
        java.util.Arrays.fill(latents.values(), value);
        return latents;
    }
}
