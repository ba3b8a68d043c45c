package net.bioclipse.adit.symmetry;

import java.util.Arrays;
import java.util.Random;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;

/** A crystal in another cell of its lattice, about another origin and with its atoms a little off their places. */
final class Redescribed {

    private Redescribed() {
    }

    /**
     * @param volumes cells of the crystal in the new one
     * @param off     largest shift of an atom along an axis, in Å
     */
    static Crystal otherwise(Crystal crystal, int volumes, double off, Random random) {
        int[][] change = {{volumes, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        for (int step = 0; step < 6; step++) {
            int row = random.nextInt(3);
            int other = (row + 1 + random.nextInt(2)) % 3;
            int sign = random.nextBoolean() ? 1 : -1;
            for (int k = 0; k < 3; k++) {
                change[row][k] += sign * change[other][k];
            }
        }
        double[] old = crystal.lattice().matrix();
        double[] rows = new double[9];
        for (int i = 0; i < 9; i++) {
            rows[i] = change[i / 3][0] * old[i % 3] + change[i / 3][1] * old[3 + i % 3] + change[i / 3][2] * old[6 + i % 3];
        }
        double[] inverse = inverse(change);
        int n = crystal.atomCount();
        int[] elements = new int[volumes * n];
        double[] fractional = new double[3 * volumes * n];
        double[] origin = random.doubles(3).toArray();
        for (int atom = 0; atom < volumes * n; atom++) {
            elements[atom] = crystal.atomicNumber(atom % n);
            double[] place = Arrays.copyOfRange(crystal.fractional(), 3 * (atom % n), 3 * (atom % n) + 3);
            place[0] += atom / n;
            for (int k = 0; k < 3; k++) {
                place[k] += origin[k] + off * (2 * random.nextDouble() - 1) / crystal.lattice().a();
            }
            for (int k = 0; k < 3; k++) {
                fractional[3 * atom + k] = place[0] * inverse[k] + place[1] * inverse[3 + k] + place[2] * inverse[6 + k];
            }
        }
        return new Crystal(Lattice.ofVectors(rows), elements, fractional);
    }

    /** Of a matrix whose determinant is positive, divided by it. */
    private static double[] inverse(int[][] m) {
        double[] inverse = new double[9];
        double determinant = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int[] a = m[(j + 1) % 3];
                int[] b = m[(j + 2) % 3];
                inverse[3 * i + j] = a[(i + 1) % 3] * b[(i + 2) % 3] - a[(i + 2) % 3] * b[(i + 1) % 3];
            }
            determinant += m[0][i] * inverse[3 * i];
        }
        for (int i = 0; i < 9; i++) {
            inverse[i] /= determinant;
        }
        return inverse;
    }
}
