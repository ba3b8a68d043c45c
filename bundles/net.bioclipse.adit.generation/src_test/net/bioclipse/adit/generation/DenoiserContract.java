package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What every {@link Denoiser} does. */
abstract class DenoiserContract {

    private static final Denoiser.Condition MOLECULE = new Denoiser.Condition(2, 0);

    abstract Denoiser denoiser();

    /** Allowed difference between batches of different size. */
    float tolerance() {
        return 0;
    }

    @Test
    void predictsANewArrayOfTheSameShape() {
        Latents noisy = new StructureNoise(1).batch(new long[] {0, 1, 2}, 5).at(0);
        Latents clean = denoiser().predict(noisy, Latents.zeros(3, 5), 0.3, MOLECULE);
        assertEquals(3, clean.batch());
        assertEquals(5, clean.atoms());
        assertNotSame(noisy.values(), clean.values());
    }

    @Test
    void leavesItsInputsAsTheyAre() {
        Latents noisy = new StructureNoise(1).batch(new long[] {0, 1}, 4).at(0);
        Latents previous = new StructureNoise(2).batch(new long[] {0, 1}, 4).at(0);
        float[] noisyBefore = noisy.values().clone();
        float[] previousBefore = previous.values().clone();
        denoiser().predict(noisy, previous, 0.5, MOLECULE);
        assertArrayEquals(noisyBefore, noisy.values());
        assertArrayEquals(previousBefore, previous.values());
    }

    @Test
    void givesTheSameTwice() {
        Latents noisy = new StructureNoise(3).batch(new long[] {7}, 6).at(0);
        float[] first = denoiser().predict(noisy, Latents.zeros(1, 6), 0.7, MOLECULE).values();
        assertArrayEquals(first, denoiser().predict(noisy, Latents.zeros(1, 6), 0.7, MOLECULE).values());
    }

    @Test
    void doesNotMixTheStructuresOfABatch() {
        Denoiser denoiser = denoiser();
        StructureNoise noise = new StructureNoise(4);
        float[] together = denoiser.predict(noise.batch(new long[] {0, 1, 2}, 3).at(0), Latents.zeros(3, 3), 0.2, MOLECULE)
                .values();
        for (int row = 0; row < 3; row++) {
            float[] alone = denoiser.predict(noise.batch(new long[] {row}, 3).at(0), Latents.zeros(1, 3), 0.2, MOLECULE)
                    .values();
            assertArrayEquals(alone, Arrays.copyOfRange(together, row * 24, (row + 1) * 24), tolerance());
        }
    }
}
