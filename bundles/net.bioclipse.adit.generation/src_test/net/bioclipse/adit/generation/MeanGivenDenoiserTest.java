package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanGivenDenoiserTest {

    private static final Denoiser.Condition MOLECULE = new Denoiser.Condition(2, 0);
    private static final double[][] MEANS = {{1, 2, 3, 4, 5, 6, 7, 8}, {-1, 0, 0, 0, 0, 0, 0, 0}};

    private final List<Latents> seen = new ArrayList<>();
    private final Denoiser denoiser = new MeanGivenDenoiser((noisy, previous, time, condition) -> {
        seen.add(noisy);
        return noisy;
    }, MEANS);

    @Test
    void noisyLatentsAndPredictionsHaveTheMeanThatWasChosen() {
        Latents clean = denoiser.predict(noise(), Latents.zeros(2, 3), 0.25, MOLECULE);
        for (int row = 0; row < 2; row++) {
            for (int k = 0; k < Latents.WIDTH; k++) {
                assertEquals(0.25 * MEANS[row][k], mean(seen.get(0), row, k), 1e-6);
                assertEquals(MEANS[row][k], mean(clean, row, k), 1e-6);
            }
        }
    }

    @Test
    void differencesOfAtomsStay() {
        Latents noise = noise();
        Latents clean = denoiser.predict(noise, Latents.zeros(2, 3), 0.25, MOLECULE);
        assertEquals(noise.values()[8] - noise.values()[0], clean.values()[8] - clean.values()[0], 1e-6);
    }

    @Test
    void laterTheMeanIsTheNetworks() {
        Latents noise = noise();
        assertArrayEquals(noise.values(), denoiser.predict(noise, Latents.zeros(2, 3), MeanGivenDenoiser.RELEASE, MOLECULE).values());
        assertEquals(noise, seen.get(0));
    }

    private static Latents noise() {
        return new StructureNoise(3).batch(new long[] {0, 1}, 3).at(0);
    }

    private static double mean(Latents latents, int row, int k) {
        double sum = 0;
        for (int atom = 0; atom < latents.atoms(); atom++) {
            sum += latents.values()[(row * latents.atoms() + atom) * Latents.WIDTH + k];
        }
        return sum / latents.atoms();
    }
}
