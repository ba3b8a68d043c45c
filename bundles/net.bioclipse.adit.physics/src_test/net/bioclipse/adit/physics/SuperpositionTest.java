package net.bioclipse.adit.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SuperpositionTest {

    @Test
    void movedAndTurnedPointsFitExactly() {
        double[] points = random(12, 1);
        double[] moved = new double[points.length];
        // A turn about z by 100° and one about x by -35°, and a shift.
        double c = Math.cos(Math.toRadians(100));
        double s = Math.sin(Math.toRadians(100));
        double e = Math.cos(Math.toRadians(-35));
        double f = Math.sin(Math.toRadians(-35));
        for (int i = 0; i < points.length; i += 3) {
            double x = c * points[i] - s * points[i + 1];
            double y = s * points[i] + c * points[i + 1];
            double z = points[i + 2];
            moved[i] = x + 3;
            moved[i + 1] = e * y - f * z - 7;
            moved[i + 2] = f * y + e * z + 0.5;
        }
        assertEquals(0, Superposition.rmsd(points, moved), 1e-6);
    }

    @Test
    void aStretchedPairDeviatesByHalfOfTheStretch() {
        // Each atom is 0.1 away from its place when the middles lie on each other.
        assertEquals(0.1, Superposition.rmsd(new double[] {0, 0, 0, 0, 0, 1}, new double[] {5, 0, 0, 6.2, 0, 0}), 1e-6);
    }

    @Test
    void aMirrorImageIsNotTheSame() {
        double[] hand = {0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3};
        double[] other = {0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, -3};
        assertEquals(0, Superposition.rmsd(hand, hand), 1e-6);
        double best = smallestByTrying(hand, other);
        assertEquals(best, Superposition.rmsd(hand, other), 0.01);
    }

    @Test
    void onePointFitsOnAnyOther() {
        assertEquals(0, Superposition.rmsd(new double[] {1, 2, 3}, new double[] {9, 9, 9}));
    }

    /** The smallest deviation over many random turns, as unit quaternions. */
    private static double smallestByTrying(double[] a, double[] b) {
        Random random = new Random(7);
        double[] centredA = centred(a);
        double[] centredB = centred(b);
        double smallest = Double.MAX_VALUE;
        for (int n = 0; n < 200_000; n++) {
            double[] q = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double length = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
            double w = q[0] / length;
            double x = q[1] / length;
            double y = q[2] / length;
            double z = q[3] / length;
            double[] r = {1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y), 2 * (x * y + w * z),
                1 - 2 * (x * x + z * z), 2 * (y * z - w * x), 2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)};
            double sum = 0;
            for (int i = 0; i < a.length; i += 3) {
                for (int row = 0; row < 3; row++) {
                    double turned = r[3 * row] * centredB[i] + r[3 * row + 1] * centredB[i + 1] + r[3 * row + 2] * centredB[i + 2];
                    sum += (centredA[i + row] - turned) * (centredA[i + row] - turned);
                }
            }
            smallest = Math.min(smallest, Math.sqrt(sum / (a.length / 3)));
        }
        return smallest;
    }

    private static double[] centred(double[] points) {
        double[] centred = points.clone();
        for (int i = 0; i < points.length; i++) {
            double mean = 0;
            for (int j = i % 3; j < points.length; j += 3) {
                mean += points[j] / (points.length / 3);
            }
            centred[i] -= mean;
        }
        return centred;
    }

    private static double[] random(int points, long seed) {
        return new Random(seed).doubles(3L * points, -4, 4).toArray();
    }
}
