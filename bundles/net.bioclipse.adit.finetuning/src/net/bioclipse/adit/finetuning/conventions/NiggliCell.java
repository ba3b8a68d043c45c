package net.bioclipse.adit.finetuning.conventions;

/**
 * {@code cell: niggli/1}: the reduced cell of a lattice (Krivy and Gruber 1976, doi 10.1107/S0567739476000636; comparisons
 * with a tolerance as in Grosse-Kunstleve et al. 2004, doi 10.1107/S010876730302186X).
 */
final class NiggliCell {

    private static final double TOLERANCE = 1e-5;
    private static final int MOST_ROUNDS = 200;

    private final double[] lattice;
    private final double eps;
    /** Rows give the reduced vectors in the given ones. */
    private final long[][] m = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    /** Squared lengths and twice the products of the reduced vectors, in the letters of the papers. */
    private double a;
    private double b;
    private double c;
    private double xi;
    private double eta;
    private double zeta;

    /** @param lattice rows a, b, c in Å */
    NiggliCell(double[] lattice) {
        this.lattice = lattice.clone();
        eps = TOLERANCE * Math.cbrt(Math.abs(determinant(lattice)));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!changed()) {
                return;
            }
        }
    }

    /** Three lengths in Å and three angles in radians. */
    double[] parameters() {
        double[][] v = vectors();
        double[] lengths = new double[3];
        for (int i = 0; i < 3; i++) {
            lengths[i] = Math.sqrt(dot(v[i], v[i]));
        }
        return new double[] {lengths[0], lengths[1], lengths[2], angle(v, lengths, 1, 2), angle(v, lengths, 0, 2),
            angle(v, lengths, 0, 1)};
    }

    /** Fractional coordinates of the given cell in the reduced one, not wrapped. */
    double[] fractional(double[] given) {
        // The inverse of a matrix of determinant ±1 is whole; columns by cofactors.
        double determinant = 0;
        double[][] inverse = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int p = (i + 1) % 3;
                int q = (i + 2) % 3;
                int r = (j + 1) % 3;
                int s = (j + 2) % 3;
                inverse[j][i] = m[p][r] * m[q][s] - m[p][s] * m[q][r];
            }
            determinant += i == 0 ? m[0][0] * inverse[0][0] + m[0][1] * inverse[1][0] + m[0][2] * inverse[2][0] : 0;
        }
        double[] reduced = new double[given.length];
        for (int i = 0; i < given.length; i += 3) {
            for (int k = 0; k < 3; k++) {
                reduced[i + k] = (given[i] * inverse[0][k] + given[i + 1] * inverse[1][k] + given[i + 2] * inverse[2][k])
                        / determinant;
            }
        }
        return reduced;
    }

    /** One round: false when the cell is reduced. The numbers are those of the steps of Krivy and Gruber. */
    private boolean changed() {
        measure();
        if (a > b + eps || equal(a, b) && Math.abs(xi) > Math.abs(eta) + eps) { // 1
            swap(0, 1);
            return true;
        }
        if (b > c + eps || equal(b, c) && Math.abs(eta) > Math.abs(zeta) + eps) { // 2
            swap(1, 2);
            return true;
        }
        turnEdges(); // 3, 4
        measure();
        if (Math.abs(xi) > b + eps || equal(b, xi) && 2 * eta < zeta - eps || equal(b, -xi) && zeta < -eps) { // 5
            add(2, 1, -sign(xi));
        } else if (Math.abs(eta) > a + eps || equal(a, eta) && 2 * xi < zeta - eps || equal(a, -eta) && zeta < -eps) { // 6
            add(2, 0, -sign(eta));
        } else if (Math.abs(zeta) > a + eps || equal(a, zeta) && 2 * xi < eta - eps || equal(a, -zeta) && eta < -eps) { // 7
            add(1, 0, -sign(zeta));
        } else if (sum() < -eps || Math.abs(sum()) <= eps && 2 * (a + eta) + zeta > eps) { // 8
            add(2, 0, 1);
            add(2, 1, 1);
        } else {
            return false;
        }
        return true;
    }

    private void measure() {
        double[][] v = vectors();
        a = dot(v[0], v[0]);
        b = dot(v[1], v[1]);
        c = dot(v[2], v[2]);
        xi = 2 * dot(v[1], v[2]);
        eta = 2 * dot(v[0], v[2]);
        zeta = 2 * dot(v[0], v[1]);
    }

    private double sum() {
        return xi + eta + zeta + a + b;
    }

    private boolean equal(double u, double v) {
        return Math.abs(u - v) <= eps;
    }

    /** All angles acute or none: edge k turns when the two angles that contain it change sign. */
    private void turnEdges() {
        int[] signs = {judged(xi), judged(eta), judged(zeta)};
        boolean acute = signs[0] * signs[1] * signs[2] > 0;
        int[] flip = new int[3];
        int lastZero = -1;
        for (int k = 0; k < 3; k++) {
            flip[k] = (signs[k] > 0) == acute ? 1 : -1;
            lastZero = signs[k] == 0 ? k : lastZero;
        }
        if (flip[0] * flip[1] * flip[2] < 0) {
            flip[lastZero] *= -1;
        }
        for (int k = 0; k < 3; k++) {
            int turn = flip[(k + 1) % 3] * flip[(k + 2) % 3];
            for (int j = 0; j < 3; j++) {
                m[k][j] *= turn;
            }
        }
    }

    private int judged(double product) {
        return Math.abs(product) <= eps ? 0 : sign(product);
    }

    private void swap(int p, int q) {
        long[] row = m[p];
        m[p] = m[q];
        m[q] = row;
        for (long[] each : m) {
            for (int k = 0; k < 3; k++) {
                each[k] = -each[k];
            }
        }
    }

    private void add(int row, int other, int times) {
        for (int k = 0; k < 3; k++) {
            m[row][k] += times * m[other][k];
        }
    }

    private double[][] vectors() {
        double[][] v = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                v[i][k] = m[i][0] * lattice[k] + m[i][1] * lattice[3 + k] + m[i][2] * lattice[6 + k];
            }
        }
        return v;
    }

    private static int sign(double number) {
        return (int) Math.signum(number);
    }

    private static double angle(double[][] v, double[] lengths, int i, int j) {
        return Math.acos(Math.max(-1, Math.min(1, dot(v[i], v[j]) / (lengths[i] * lengths[j]))));
    }

    private static double dot(double[] u, double[] v) {
        return u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    }

    private static double determinant(double[] l) {
        return l[0] * (l[4] * l[8] - l[5] * l[7]) - l[1] * (l[3] * l[8] - l[5] * l[6]) + l[2] * (l[3] * l[7] - l[4] * l[6]);
    }
}
