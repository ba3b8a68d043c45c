package net.bioclipse.adit.physics;

/**
 * The smallest root mean square deviation of two sets of points that can be had by moving and turning one of them, without
 * mirroring, by the characteristic polynomial of the quaternions' matrix (Theobald 2005, doi:10.1107/S0108767305015266).
 */
public final class Superposition {

    private static final int MOST_STEPS = 100;

    private Superposition() {
    }

    /**
     * @param first  coordinates, points × 3 row by row
     * @param second as many, in the same order
     * @return in the unit of the coordinates
     */
    public static double rmsd(double[] first, double[] second) {
        int points = first.length / 3;
        double[] a = centred(first);
        double[] b = centred(second);
        double[] s = new double[9];
        double inner = 0;
        for (int i = 0; i < points; i++) {
            for (int row = 0; row < 3; row++) {
                inner += (a[3 * i + row] * a[3 * i + row] + b[3 * i + row] * b[3 * i + row]) / 2;
                for (int column = 0; column < 3; column++) {
                    s[3 * row + column] += a[3 * i + row] * b[3 * i + column];
                }
            }
        }
        double largest = largestEigenvalue(s, inner);
        return Math.sqrt(Math.max(0, 2 * (inner - largest) / points));
    }

    /** Of the 4 × 4 matrix K (equation 5), by Newton's method from above on its characteristic polynomial (equation 7). */
    private static double largestEigenvalue(double[] s, double above) {
        double[][] k = {{s[0] + s[4] + s[8], s[5] - s[7], s[6] - s[2], s[1] - s[3]},
            {s[5] - s[7], s[0] - s[4] - s[8], s[1] + s[3], s[6] + s[2]},
            {s[6] - s[2], s[1] + s[3], s[4] - s[0] - s[8], s[5] + s[7]},
            {s[1] - s[3], s[6] + s[2], s[5] + s[7], s[8] - s[0] - s[4]}};
        double squares = 0;
        for (double element : s) {
            squares += element * element;
        }
        double c2 = -2 * squares;
        double c1 = -8 * determinant3(s);
        double c0 = determinant4(k);
        double x = above;
        for (int step = 0; step < MOST_STEPS; step++) {
            double value = ((x * x + c2) * x + c1) * x + c0;
            double slope = (4 * x * x + 2 * c2) * x + c1;
            double next = slope == 0 ? x : x - value / slope;
            if (Math.abs(next - x) <= 1e-14 * Math.abs(x)) {
                return next;
            }
            x = next;
        }
        return x;
    }

    private static double determinant3(double[] m) {
        return m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }

    private static double determinant4(double[][] k) {
        double sum = 0;
        for (int column = 0; column < 4; column++) {
            double[] minor = new double[9];
            for (int i = 0; i < 9; i++) {
                int c = i % 3;
                minor[i] = k[1 + i / 3][c < column ? c : c + 1];
            }
            sum += (column % 2 == 0 ? 1 : -1) * k[0][column] * determinant3(minor);
        }
        return sum;
    }

    private static double[] centred(double[] points) {
        double[] centred = points.clone();
        for (int axis = 0; axis < 3; axis++) {
            double mean = 0;
            for (int i = axis; i < points.length; i += 3) {
                mean += points[i] / (points.length / 3);
            }
            for (int i = axis; i < points.length; i += 3) {
                centred[i] -= mean;
            }
        }
        return centred;
    }
}
