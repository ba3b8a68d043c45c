package net.bioclipse.adit.structure.io;

import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;

/**
 * The vectors of a cell as a file gives them, in any orientation and of either hand. {@link Lattice} is always right-handed;
 * the same points in a left-handed cell are those of the cell −a, −b, −c with the signs of all coordinates changed.
 *
 * @param rows a, b, c in Å, 3 × 3 row by row
 */
record CellVectors(double[] rows) {

    /** a · (b × c) in Å³, negative for a left-handed cell. */
    double signedVolume() {
        double[] bc = cross(3, 6);
        return rows[0] * bc[0] + rows[1] * bc[1] + rows[2] * bc[2];
    }

    /**
     * @param positions Cartesian in Å, in the file's own orientation, atoms × 3 row by row
     * @throws IllegalArgumentException when the vectors span no cell
     */
    Crystal crystalOfPositions(int[] atomicNumbers, double[] positions) {
        Lattice lattice = Lattice.ofVectors(rows);
        double[][] normals = {cross(3, 6), cross(6, 0), cross(0, 3)};
        double volume = Math.abs(signedVolume());
        double[] fractional = new double[positions.length];
        for (int i = 0; i < positions.length; i += 3) {
            for (int k = 0; k < 3; k++) {
                fractional[i + k] = positions[i] / volume * normals[k][0] + positions[i + 1] / volume * normals[k][1]
                        + positions[i + 2] / volume * normals[k][2];
            }
        }
        return new Crystal(lattice, atomicNumbers, fractional);
    }

    /**
     * @param fractions of a, b and c, atoms × 3 row by row
     * @throws IllegalArgumentException when the vectors span no cell
     */
    Crystal crystalOfFractions(int[] atomicNumbers, double[] fractions) {
        double sign = signedVolume() < 0 ? -1 : 1;
        double[] fractional = new double[fractions.length];
        for (int i = 0; i < fractional.length; i++) {
            fractional[i] = sign * fractions[i];
        }
        return new Crystal(Lattice.ofVectors(rows), atomicNumbers, fractional);
    }

    private double[] cross(int i, int j) {
        return new double[] {rows[i + 1] * rows[j + 2] - rows[i + 2] * rows[j + 1],
            rows[i + 2] * rows[j] - rows[i] * rows[j + 2], rows[i] * rows[j + 1] - rows[i + 1] * rows[j]};
    }
}
