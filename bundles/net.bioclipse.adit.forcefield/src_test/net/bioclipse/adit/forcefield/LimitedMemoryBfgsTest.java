package net.bioclipse.adit.forcefield;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import net.bioclipse.adit.forcefield.LimitedMemoryBfgs.Descent;
import net.bioclipse.adit.forcefield.LimitedMemoryBfgs.End;
import org.junit.jupiter.api.Test;

class LimitedMemoryBfgsTest {

    /** A narrow curved valley whose minimum is 0 at (1, 1) (Rosenbrock 1960). */
    private static final EnergySurface VALLEY = (p, g) -> {
        double across = p[1] - p[0] * p[0];
        g[0] = -400 * across * p[0] - 2 * (1 - p[0]);
        g[1] = 200 * across;
        return 100 * across * across + (1 - p[0]) * (1 - p[0]);
    };

    private static Descent descend(EnergySurface surface, double... start) {
        return LimitedMemoryBfgs.descend(surface, start, 1e-8, 1000, () -> false);
    }

    @Test
    void findsTheMinimumOfACurvedValley() {
        Descent descent = descend(VALLEY, -1.2, 1);
        assertEquals(End.AT_MINIMUM, descent.end());
        assertArrayEquals(new double[] {1, 1}, descent.positions(), 1e-6);
        assertTrue(descent.steps() < 100, descent.steps() + " steps");
    }

    @Test
    void theEnergyNeverRises() {
        double[] last = {Double.MAX_VALUE};
        for (int steps = 0; steps < 40; steps++) {
            double energy = LimitedMemoryBfgs.descend(VALLEY, new double[] {-1.2, 1}, 1e-8, steps, () -> false).energy();
            assertTrue(energy <= last[0], energy + " after " + last[0]);
            last[0] = energy;
        }
    }

    @Test
    void noCoordinateMovesFarInOneStep() {
        Descent descent = LimitedMemoryBfgs.descend(VALLEY, new double[] {-30, 40}, 1e-8, 1, () -> false);
        assertTrue(Math.abs(descent.positions()[0] + 30) <= 0.25 && Math.abs(descent.positions()[1] - 40) <= 0.25);
        assertEquals(1, descent.steps());
    }

    @Test
    void aStartAtRestIsTheMinimum() {
        Descent descent = descend(VALLEY, 1, 1);
        assertEquals(End.AT_MINIMUM, descent.end());
        assertEquals(0, descent.steps());
    }

    @Test
    void givesUpAfterItsStepsAndWhenStopped() {
        assertEquals(End.OUT_OF_STEPS, LimitedMemoryBfgs.descend(VALLEY, new double[] {-1.2, 1}, 1e-8, 3, () -> false).end());
        AtomicInteger asked = new AtomicInteger();
        Descent stopped = LimitedMemoryBfgs.descend(VALLEY, new double[] {-1.2, 1}, 1e-8, 1000,
                () -> asked.incrementAndGet() > 2);
        assertEquals(End.STOPPED, stopped.end());
        assertEquals(2, stopped.steps());
    }

    @Test
    void stepsRoundWhatHasNoEnergy() {
        // A logarithm: nothing at or below 0, the minimum at 1.
        EnergySurface half = (p, g) -> {
            g[0] = 1 - 1 / p[0];
            return p[0] - Math.log(p[0]);
        };
        assertEquals(1, descend(half, 0.01).positions()[0], 1e-6);
    }

    @Test
    void endsWhereThereIsNoEnergyAtAllOrNoBottom() {
        EnergySurface nothing = (p, g) -> {
            g[0] = Double.NaN;
            return Double.NaN;
        };
        assertEquals(End.OUT_OF_STEPS, descend(nothing, 3).end());
        EnergySurface slope = (p, g) -> {
            g[0] = 1;
            return p[0];
        };
        assertEquals(End.OUT_OF_STEPS, descend(slope, 0).end());
        // A gradient that lies: no step leads down.
        EnergySurface lie = (p, g) -> {
            g[0] = -1;
            return p[0] * p[0];
        };
        Descent descent = descend(lie, 0);
        assertEquals(End.OUT_OF_STEPS, descent.end());
        assertEquals(0, descent.energy());
    }
}
