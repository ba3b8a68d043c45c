package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EulerFlowSamplerTest extends SamplerContract {

    @Override
    Sampler sampler() {
        return new EulerFlowSampler();
    }

    @Test
    void convergesToTheExactFlowInFirstOrder() {
        double coarse = error(40);
        double middle = error(80);
        double fine = error(160);
        assertEquals(2, coarse / middle, 0.2);
        assertEquals(2, middle / fine, 0.1);
    }

    private double error(int steps) {
        BatchNoise noise = new StructureNoise(2).batch(new long[] {0}, 30);
        float[] drawn = sample(gaussian, steps, noise).values();
        double largest = 0;
        for (int i = 0; i < drawn.length; i++) {
            largest = Math.max(largest, Math.abs(drawn[i] - gaussian.end(noise.at(0).values()[i], TimeGrid.START)));
        }
        return largest;
    }

    @Test
    void handsEachPredictionToTheNextCallAndZerosToTheFirst() {
        List<Float> previousValues = new ArrayList<>();
        Latents last = sample((noisy, previous, time, condition) -> {
            previousValues.add(previous.values()[0]);
            return constant(previousValues.size());
        }, 3, step -> Latents.zeros(1, 1));
        assertEquals(List.of(0f, 1f, 2f, 3f), previousValues);
        assertArrayEquals(constant(4).values(), last.values());
    }

    @Test
    void stepsByTheShareOfTheTimeThatIsLeft() {
        List<Float> seen = new ArrayList<>();
        sample((noisy, previous, time, condition) -> {
            seen.add(noisy.values()[0]);
            return constant(1);
        }, 3, step -> Latents.zeros(1, 1));
        // From x = 0 towards 1: thirds of the way, since the grid is even.
        assertEquals(List.of(0f, 1 / 3f, 2 / 3f, 1f), seen.stream().map(x -> Math.round(x * 3e5f) / 3e5f).toList());
    }

    private static Latents constant(float value) {
        Latents latents = Latents.zeros(1, 1);
        java.util.Arrays.fill(latents.values(), value);
        return latents;
    }
}
