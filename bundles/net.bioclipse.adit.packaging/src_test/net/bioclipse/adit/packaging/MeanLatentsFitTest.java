package net.bioclipse.adit.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import net.bioclipse.adit.modelpackage.MeanLatents;
import org.junit.jupiter.api.Test;

class MeanLatentsFitTest {

    private static final int COMPONENTS = 12;

    private final Random random = new Random(3);
    /** Twelve narrow heaps at random places. */
    private final MeanLatents.Mixture parent = parent();

    @Test
    void fewPointsOfTwoHeapsOfTheParentGetItsHeapsWithTheirShares() {
        MeanLatents.Mixture fitted = MeanLatentsFit.of(drawn(0, 3, 40, 0.05f), Optional.of(parent));
        double rest = 2.0 / 42 / COMPONENTS; // the parent counts as two points beside the forty
        assertEquals(20 / 42.0 + rest, fitted.weights()[0], 1e-4);
        assertEquals(20 / 42.0 + rest, fitted.weights()[3], 1e-4);
        assertEquals(rest, fitted.weights()[5], 1e-4);
        assertArrayEquals(parent.means(), fitted.means(), 1e-6f);
        assertArrayEquals(parent.factors(), fitted.factors(), 1e-6f);
    }

    @Test
    void pointsWhereTheParentHasNoneGetAMixtureOfTheirOwn() {
        MeanLatents.Mixture fitted = MeanLatentsFit.of(drawn(0, 3, 60, 50), Optional.of(parent));
        assertTrue(fitted.weights().length < COMPONENTS);
        assertTrue(fitted.means()[0] > 40);
    }

    @Test
    void onePointOnlyRaisesAShareOfTheParent() {
        MeanLatents.Mixture fitted = MeanLatentsFit.of(drawn(2, 2, 1, 0), Optional.of(parent));
        assertEquals(COMPONENTS, fitted.weights().length);
        assertEquals((1 + 2.0 / COMPONENTS) / 3, fitted.weights()[2], 1e-4);
    }

    private MeanLatents.Mixture parent() {
        float[] weights = new float[COMPONENTS];
        float[] means = new float[COMPONENTS * 8];
        float[] factors = new float[COMPONENTS * 64];
        for (int k = 0; k < COMPONENTS; k++) {
            weights[k] = 1f / COMPONENTS;
            for (int i = 0; i < 8; i++) {
                means[8 * k + i] = (float) (3 * random.nextGaussian());
                factors[64 * k + 9 * i] = 0.1f;
            }
        }
        return new MeanLatents.Mixture(weights, means, factors);
    }

    /** Points of two heaps in turn, moved. */
    private float[] drawn(int one, int other, int count, float moved) {
        float[] rows = new float[8 * count];
        for (int n = 0; n < rows.length; n++) {
            int heap = n / 8 % 2 == 0 ? one : other;
            rows[n] = parent.means()[8 * heap + n % 8] + (float) (0.1 * random.nextGaussian()) + moved;
        }
        return rows;
    }
}
