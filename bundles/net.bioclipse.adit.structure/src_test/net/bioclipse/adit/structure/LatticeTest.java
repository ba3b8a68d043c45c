package net.bioclipse.adit.structure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatticeTest {

    @Test
    void ofACubeIsDiagonalWithoutRounding() {
        Lattice cube = new Lattice(4, 4, 4, 90, 90, 90);
        assertArrayEquals(new double[] {4, 0, 0, 0, 4, 0, 0, 0, 4}, cube.matrix());
        assertEquals(64, cube.volume());
    }

    @Test
    void hexagonalHasTheVolumeOfTheFormula() {
        Lattice hexagonal = new Lattice(3, 3, 5, 90, 90, 120);
        assertEquals(Math.sqrt(3) / 2 * 9 * 5, hexagonal.volume(), 1e-12);
        assertArrayEquals(new double[] {3, 0, 0, -1.5, 1.5 * Math.sqrt(3), 0, 0, 0, 5}, hexagonal.matrix(), 1e-12);
    }

    @Test
    void rhombohedralPrimitiveCellOfFccHasAQuarterOfTheCube() {
        assertEquals(16, new Lattice(Math.sqrt(8), Math.sqrt(8), Math.sqrt(8), 60, 60, 60).volume(), 1e-12);
    }

    @Test
    void triclinicMatrixGivesItsParametersBack() {
        // a = (4, 0, 0), b = (1, 5, 0), c = (0.5, -2, 6): the volume is the product of the diagonal.
        double[] rows = {4, 0, 0, 1, 5, 0, 0.5, -2, 6};
        Lattice lattice = Lattice.ofVectors(rows);
        assertEquals(120, lattice.volume(), 1e-10);
        assertArrayEquals(rows, lattice.matrix(), 1e-12);
        assertEquals(Math.sqrt(26), lattice.b(), 1e-15);
        assertEquals(Math.toDegrees(Math.atan2(5, 1)), lattice.gamma(), 1e-12);
    }

    @Test
    void ofVectorsForgetsTheOrientation() {
        // The rows of the cell above, turned about z by 90° and mirrored.
        Lattice turned = Lattice.ofVectors(new double[] {0, 4, 0, -5, 1, 0, 2, 0.5, 6});
        Lattice mirrored = Lattice.ofVectors(new double[] {-4, 0, 0, -1, 5, 0, -0.5, -2, 6});
        double[] expected = {4, 0, 0, 1, 5, 0, 0.5, -2, 6};
        assertArrayEquals(expected, turned.matrix(), 1e-12);
        assertArrayEquals(expected, mirrored.matrix(), 1e-12);
    }

    @Test
    void theMatrixSpansTheVolume() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            double[] rows = random.doubles(9, -8, 8).toArray();
            rows[0] += 20;
            rows[4] += 20;
            rows[8] += 20;
            Lattice lattice = Lattice.ofVectors(rows);
            assertEquals(lattice.volume(), lattice.matrix()[0] * lattice.matrix()[4] * lattice.matrix()[8], 1e-8);
        }
    }

    @Test
    void putsAPointWhereItsMatrixSays() {
        double[] point = new Lattice(4, 5, 6, 90, 90, 90).toCartesian(new double[] {0.25, 0.5, -1});
        assertArrayEquals(new double[] {1, 2.5, -6}, point);
    }

    @ParameterizedTest
    @CsvSource({"0,1,1,90,90,90", "-1,1,1,90,90,90", "NaN,1,1,90,90,90", "Infinity,1,1,90,90,90", "1,1,1,0,90,90",
        "1,1,1,180,90,90", "1,1,1,-90,90,90", "1,1,1,90,270,90", "1,1,1,NaN,90,90", "1,1,1,60,60,121", "1,1,1,120,120,120",
        "1e200,1e200,1e200,90,90,90", "1e-200,1e-200,1e-200,90,90,90", "3,3,3,0.01,90,90"})
    void refusesCellsThatCannotBe(double a, double b, double c, double alpha, double beta, double gamma) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> new Lattice(a, b, c, alpha, beta, gamma));
        assertEquals("No cell has lengths " + a + ", " + b + ", " + c + " Å and angles " + alpha + ", " + beta + ", " + gamma
                + "°.", e.getMessage());
    }

    @Test
    void refusesVectorsInOnePlane() {
        assertThrows(IllegalArgumentException.class, () -> Lattice.ofVectors(new double[] {1, 0, 0, 0, 1, 0, 1, 1, 0}));
        assertThrows(IllegalArgumentException.class, () -> Lattice.ofVectors(new double[9]));
    }

    @Test
    void hasAFiniteMatrixWheneverItIsAccepted() {
        Random random = new Random(2);
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            double[] angles = random.doubles(3, 0.01, 179.99).toArray();
            try {
                double[] matrix = new Lattice(1, 1, 1, angles[0], angles[1], angles[2]).matrix();
                assertTrue(matrix[4] > 0 && matrix[8] > 0, () -> String.join(" ", java.util.Arrays.toString(angles)));
                accepted++;
            } catch (IllegalArgumentException e) {
                // These angles span nothing.
            }
        }
        assertTrue(accepted > 1_000);
    }
}
