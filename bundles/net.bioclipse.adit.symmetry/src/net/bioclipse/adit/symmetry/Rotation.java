package net.bioclipse.adit.symmetry;

/** Rotations of a lattice in a reduced basis of it: 3 × 3 row by row, each number -1, 0 or 1, acting on columns of coordinates. */
final class Rotation {

    static final int[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    private Rotation() {
    }

    /** A number of its own for each such matrix, 0 or more; -1 for one with other numbers. */
    static int code(int[] rotation) {
        int code = 0;
        for (int number : rotation) {
            if (number < -1 || number > 1) {
                return -1;
            }
            code = 3 * code + number + 1;
        }
        return code;
    }

    static int[] product(int[] left, int[] right) {
        int[] product = new int[9];
        for (int row = 0; row < 9; row += 3) {
            for (int column = 0; column < 3; column++) {
                product[row + column] = left[row] * right[column] + left[row + 1] * right[3 + column]
                        + left[row + 2] * right[6 + column];
            }
        }
        return product;
    }

    static int determinant(int[] r) {
        return r[0] * (r[4] * r[8] - r[5] * r[7]) - r[1] * (r[3] * r[8] - r[5] * r[6]) + r[2] * (r[3] * r[7] - r[4] * r[6]);
    }

    /** Coordinates of the point at that place, rotated. */
    static double[] rotated(int[] rotation, double[] coordinates, int at) {
        double[] image = new double[3];
        for (int k = 0; k < 3; k++) {
            image[k] = rotation[3 * k] * coordinates[at] + rotation[3 * k + 1] * coordinates[at + 1]
                    + rotation[3 * k + 2] * coordinates[at + 2];
        }
        return image;
    }
}
