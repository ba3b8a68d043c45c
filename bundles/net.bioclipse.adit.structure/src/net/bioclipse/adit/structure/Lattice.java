package net.bioclipse.adit.structure;

/**
 * The cell of a crystal: three lengths in Å and three angles in degrees. Its matrix has the rows a, b, c, with a along x
 * and b in the xy plane, so that two equal lattices have equal matrices. Immutable.
 *
 * @param a     length of a in Å
 * @param b     length of b in Å
 * @param c     length of c in Å
 * @param alpha angle between b and c in degrees
 * @param beta  angle between a and c in degrees
 * @param gamma angle between a and b in degrees
 */
public record Lattice(double a, double b, double c, double alpha, double beta, double gamma) {

    /** Volume of the flattest cell that counts as one, as a share of a·b·c: below it rounding decides the matrix. */
    private static final double FLATTEST = 1e-3;

    /** @throws IllegalArgumentException when the parameters do not span a cell of positive, finite volume */
    public Lattice {
        boolean lengths = a > 0 && b > 0 && c > 0;
        boolean angles = isAngle(alpha) && isAngle(beta) && isAngle(gamma);
        double volume = volume(a, b, c, alpha, beta, gamma);
        if (!(lengths && angles && volume > 0 && volume < Double.POSITIVE_INFINITY && volume > FLATTEST * a * b * c)) {
            throw new IllegalArgumentException("No cell has lengths " + a + ", " + b + ", " + c + " Å and angles " + alpha
                    + ", " + beta + ", " + gamma + "°.");
        }
    }

    /** The lattice whose rows are the given vectors (3 × 3 row by row, Å); their orientation is forgotten. */
    public static Lattice ofVectors(double[] rows) {
        double a = length(rows, 0);
        double b = length(rows, 1);
        double c = length(rows, 2);
        return new Lattice(a, b, c, angle(rows, 1, 2), angle(rows, 0, 2), angle(rows, 0, 1));
    }

    /** Rows a, b, c in Å, 3 × 3 row by row: a along x, b in the xy plane. */
    public double[] matrix() {
        double cosAlpha = cos(alpha);
        double cosBeta = cos(beta);
        double cosGamma = cos(gamma);
        double sinGamma = Math.sin(Math.toRadians(gamma));
        double cy = (cosAlpha - cosBeta * cosGamma) / sinGamma;
        double cz = Math.sqrt(1 - cosBeta * cosBeta - cy * cy);
        return new double[] {a, 0, 0, b * cosGamma, b * sinGamma, 0, c * cosBeta, c * cy, c * cz};
    }

    /** Volume in Å³. */
    public double volume() {
        return volume(a, b, c, alpha, beta, gamma);
    }

    /** Cartesian coordinates (Å) of fractional ones, both n × 3 row by row. */
    public double[] toCartesian(double[] fractional) {
        double[] m = matrix();
        double[] cartesian = new double[fractional.length];
        for (int i = 0; i < fractional.length; i += 3) {
            for (int k = 0; k < 3; k++) {
                cartesian[i + k] = fractional[i] * m[k] + fractional[i + 1] * m[3 + k] + fractional[i + 2] * m[6 + k];
            }
        }
        return cartesian;
    }

    private static double volume(double a, double b, double c, double alpha, double beta, double gamma) {
        double x = cos(alpha);
        double y = cos(beta);
        double z = cos(gamma);
        return a * b * c * Math.sqrt(1 - x * x - y * y - z * z + 2 * x * y * z);
    }

    private static boolean isAngle(double degrees) {
        return degrees > 0 && degrees < 180;
    }

    private static double cos(double degrees) {
        // A right angle is the commonest one and must give an exact zero.
        return degrees == 90 ? 0 : Math.cos(Math.toRadians(degrees));
    }

    private static double length(double[] rows, int i) {
        return Math.sqrt(dot(rows, i, i));
    }

    private static double angle(double[] rows, int i, int j) {
        double cosine = dot(rows, i, j) / (length(rows, i) * length(rows, j));
        return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
    }

    private static double dot(double[] rows, int i, int j) {
        return rows[3 * i] * rows[3 * j] + rows[3 * i + 1] * rows[3 * j + 1] + rows[3 * i + 2] * rows[3 * j + 2];
    }
}
