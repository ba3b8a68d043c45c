package net.bioclipse.adit.finetuning.conventions;

/**
 * {@code pose: principal-axes/1}: centroid at the origin; axes of falling second moment, atoms weighted by their atomic
 * number; third moments along the first two axes not negative; right-handed. The pose of a symmetric molecule, whose moments
 * are equal or zero, is decided by rounding.
 */
final class PrincipalAxes {

    private static final int MOST_SWEEPS = 50;

    private PrincipalAxes() {
    }

    /** @return positions (atoms × 3, Å) in the axes */
    static double[] posed(int[] numbers, double[] positions) {
        double[] centred = centred(positions);
        double[][] axes = fallingAxes(secondMoments(numbers, centred));
        for (int k = 0; k < 2; k++) {
            if (thirdMoment(numbers, centred, axes[k]) < 0) {
                axes[k] = new double[] {-axes[k][0], -axes[k][1], -axes[k][2]};
            }
        }
        axes[2] = cross(axes[0], axes[1]);
        double[] posed = new double[positions.length];
        for (int i = 0; i < posed.length; i++) {
            posed[i] = dot(centred, i - i % 3, axes[i % 3]);
        }
        return posed;
    }

    /** Positions less their mean. */
    static double[] centred(double[] positions) {
        int atoms = positions.length / 3;
        double[] centred = positions.clone();
        for (int k = 0; k < 3; k++) {
            double sum = 0;
            for (int i = k; i < positions.length; i += 3) {
                sum += positions[i];
            }
            for (int i = k; i < positions.length; i += 3) {
                centred[i] -= sum / atoms;
            }
        }
        return centred;
    }

    private static double[][] secondMoments(int[] numbers, double[] positions) {
        double[][] moments = new double[3][3];
        for (int i = 0; i < numbers.length; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    moments[j][k] += numbers[i] * positions[3 * i + j] * positions[3 * i + k];
                }
            }
        }
        return moments;
    }

    private static double thirdMoment(int[] numbers, double[] positions, double[] axis) {
        double moment = 0;
        for (int i = 0; i < numbers.length; i++) {
            double along = dot(positions, 3 * i, axis);
            moment += numbers[i] * along * along * along;
        }
        return moment;
    }

    /** Eigenvectors of a symmetric matrix by falling eigenvalue: cyclic rotations of Jacobi. */
    private static double[][] fallingAxes(double[][] matrix) {
        double[][] vectors = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        for (int sweep = 0; sweep < MOST_SWEEPS && !diagonal(matrix); sweep++) {
            for (int p = 0; p < 2; p++) {
                for (int q = p + 1; q < 3; q++) {
                    rotate(matrix, vectors, p, q);
                }
            }
        }
        Integer[] order = {0, 1, 2};
        java.util.Arrays.sort(order, (i, j) -> Double.compare(matrix[j][j], matrix[i][i]));
        return new double[][] {vectors[order[0]], vectors[order[1]], vectors[order[2]]};
    }

    private static boolean diagonal(double[][] m) {
        double size = Math.abs(m[0][0]) + Math.abs(m[1][1]) + Math.abs(m[2][2]);
        double rest = Math.abs(m[0][1]) + Math.abs(m[0][2]) + Math.abs(m[1][2]);
        return !(rest > 1e-16 * size);
    }

    /** Turns the plane of p and q so that their mixed element vanishes; the rows of {@code vectors} turn with it. */
    private static void rotate(double[][] m, double[][] vectors, int p, int q) {
        if (m[p][q] == 0) {
            return;
        }
        double theta = (m[q][q] - m[p][p]) / (2 * m[p][q]);
        double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        for (int k = 0; k < 3; k++) {
            double mp = m[k][p];
            m[k][p] = c * mp - s * m[k][q];
            m[k][q] = s * mp + c * m[k][q];
        }
        for (int k = 0; k < 3; k++) {
            double mp = m[p][k];
            m[p][k] = c * mp - s * m[q][k];
            m[q][k] = s * mp + c * m[q][k];
            double vp = vectors[p][k];
            vectors[p][k] = c * vp - s * vectors[q][k];
            vectors[q][k] = s * vp + c * vectors[q][k];
        }
        m[p][q] = 0;
        m[q][p] = 0;
    }

    private static double dot(double[] points, int at, double[] axis) {
        return points[at] * axis[0] + points[at + 1] * axis[1] + points[at + 2] * axis[2];
    }

    private static double[] cross(double[] u, double[] v) {
        return new double[] {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
    }
}
