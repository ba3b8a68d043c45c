package net.bioclipse.adit.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import net.bioclipse.adit.modelpackage.MeanLatents;
import org.junit.jupiter.api.Test;

class MixtureFitTest {

    @Test
    void onePointIsTheOnlyMean() {
        float[] point = {1, 2, 3, 4, 5, 6, 7, 8};
        MeanLatents.Mixture mixture = fitted(point);
        assertArrayEquals(new float[] {1}, mixture.weights());
        assertArrayEquals(point, mixture.means(), 1e-6f);
    }

    @Test
    void drawsHaveTheMomentsOfWhatWasFitted() {
        Random random = new Random(5);
        float[] rows = new float[8 * 3000];
        for (int n = 0; n < 3000; n++) {
            double common = random.nextGaussian();
            for (int i = 0; i < 8; i++) {
                // Two heaps at -3 and 3, features that vary together.
                rows[8 * n + i] = (float) ((n % 3 == 0 ? -3 : 3) + common + 0.2 * random.nextGaussian());
            }
        }
        MeanLatents.Mixture mixture = fitted(rows);
        assertEquals(1, sum(mixture.weights()), 1e-5);
        double[][] drawn = new double[20000][];
        for (int n = 0; n < drawn.length; n++) {
            drawn[n] = mixture.at(random.nextDouble(), random.doubles(8, 0, 1).map(u -> random.nextGaussian()).toArray());
        }
        assertEquals(1, moment(drawn, 0, -1), 0.1); // 2/3 · 3 − 1/3 · 3
        assertEquals(10, moment(drawn, 0, 0), 0.3); // 9 + 1 + 0.04
        assertEquals(10, moment(drawn, 0, 1), 0.3);
        long left = java.util.Arrays.stream(drawn).filter(d -> d[0] < 0).count();
        assertEquals(1 / 3.0, left / 20000.0, 0.02);
    }

    @Test
    void theSamePointsGiveTheSameMixture() {
        Random random = new Random(1);
        float[] rows = new float[8 * 400];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextFloat();
        }
        MeanLatents.Mixture mixture = fitted(rows);
        assertTrue(mixture.weights().length > 1);
        assertArrayEquals(mixture.factors(), fitted(rows).factors());
    }

    private static MeanLatents.Mixture fitted(float[] rows) {
        return MeanLatentsFit.of(rows, Optional.empty());
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    /** Mean of feature i, or of the product of features i and j. */
    private static double moment(double[][] rows, int i, int j) {
        return java.util.Arrays.stream(rows).mapToDouble(row -> row[i] * (j < 0 ? 1 : row[j])).average().orElseThrow();
    }
}
