package net.bioclipse.adit.structure;

/**
 * A compact basis of a lattice: no vector can be shortened by adding whole multiples of the others (Minkowski's conditions
 * in three dimensions, reached by repeated shortening). In such a basis the nearest image of a point lies among the 27 cells
 * around, however skewed the given cell was. The Niggli cell of the training conventions is one of these bases, but its
 * rounds are those of a model's reference implementation and too many for a very skewed cell.
 */
public final class ReducedCell {

    private static final int VERY_MANY = 1_000_000;
    private static final int MAX_ROUNDS = 1000;
    /** A shortening below this share is rounding. */
    private static final double GAIN = 1e-9;

    private final double[][] basis;

    public ReducedCell(Lattice lattice) {
        this(lattice.matrix());
    }

    /** @param rows three vectors that span the lattice, 3 × 3 row by row in Å; the basis has their handedness */
    public ReducedCell(double[] rows) {
        basis = new double[][] {{rows[0], rows[1], rows[2]}, {rows[3], rows[4], rows[5]}, {rows[6], rows[7], rows[8]}};
        for (int round = 0; round < MAX_ROUNDS && shorten(); round++) {
            continue;
        }
    }

    /** Replaces the first vector that can be shortened. */
    private boolean shorten() {
        for (int i = 0; i < 3; i++) {
            double[] a = basis[(i + 1) % 3];
            double[] b = basis[(i + 2) % 3];
            for (int p = -1; p <= 1; p++) {
                for (int q = -1; q <= 1; q++) {
                    double[] candidate = plus(plus(basis[i], a, p), b, q);
                    if (dot(candidate, candidate) < dot(basis[i], basis[i]) * (1 - GAIN)) {
                        basis[i] = nearest(candidate, p != 0 ? a : b);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Takes off a whole multiple at once, so that very long vectors do not need many rounds. */
    private static double[] nearest(double[] vector, double[] step) {
        double[] shorter = plus(vector, step, -Math.rint(dot(vector, step) / dot(step, step)));
        return dot(shorter, shorter) < dot(vector, vector) ? shorter : vector;
    }

    /** The three vectors, 3 × 3 row by row in Å. */
    public double[] basis() {
        return new double[] {basis[0][0], basis[0][1], basis[0][2], basis[1][0], basis[1][1], basis[1][2], basis[2][0],
            basis[2][1], basis[2][2]};
    }

    /** Length of the shortest vector of the lattice in Å. */
    public double shortest() {
        double least = Double.POSITIVE_INFINITY;
        for (double[] vector : basis) {
            least = Math.min(least, Math.sqrt(dot(vector, vector)));
        }
        return least;
    }

    /** Cartesian positions moved into the cell around the origin, in the reduced basis, atoms × 3 row by row. */
    public double[] wrap(double[] cartesian) {
        double[] wrapped = cartesian.clone();
        for (int i = 0; i < wrapped.length; i += 3) {
            double[] point = {wrapped[i], wrapped[i + 1], wrapped[i + 2]};
            System.arraycopy(wrapPoint(point), 0, wrapped, i, 3);
        }
        return wrapped;
    }

    /** The point less the lattice vector that brings its coordinates in this basis into [-0.5, 0.5]. */
    public double[] wrapPoint(double[] point) {
        double[] result = point;
        double[] fractional = fractional(point);
        for (int i = 0; i < 3; i++) {
            result = plus(result, basis[i], -Math.rint(fractional[i]));
        }
        return result;
    }

    /** Coordinates of a point (Å) in this basis. */
    public double[] fractional(double[] point) {
        double volume = dot(basis[0], cross(basis[1], basis[2]));
        double[] fractional = new double[3];
        for (int i = 0; i < 3; i++) {
            fractional[i] = dot(point, cross(basis[(i + 1) % 3], basis[(i + 2) % 3])) / volume;
        }
        return fractional;
    }

    /** Least distance in Å between neighbouring planes of lattice points that two of the vectors span. */
    public double planeSpacing() {
        double volume = Math.abs(dot(basis[0], cross(basis[1], basis[2])));
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            double[] normal = cross(basis[(i + 1) % 3], basis[(i + 2) % 3]);
            least = Math.min(least, volume / Math.sqrt(dot(normal, normal)));
        }
        return least;
    }

    /** How far two of these points, wrapped into the cell around the origin, may be apart at most, in Å. */
    public static double diameter(double[] xyz) {
        double largest = 0;
        for (int i = 0; i < xyz.length; i += 3) {
            largest = Math.max(largest, Math.sqrt(xyz[i] * xyz[i] + xyz[i + 1] * xyz[i + 1] + xyz[i + 2] * xyz[i + 2]));
        }
        return 2 * largest;
    }

    /** How many cells in each direction a sphere of this radius (Å) may reach into; very many where it is no number. */
    public int[] reach(double radius) {
        double volume = Math.abs(dot(basis[0], cross(basis[1], basis[2])));
        int[] cells = new int[3];
        for (int i = 0; i < 3; i++) {
            double[] normal = cross(basis[(i + 1) % 3], basis[(i + 2) % 3]);
            double reached = Math.ceil(radius * Math.sqrt(dot(normal, normal)) / volume);
            cells[i] = reached < VERY_MANY ? (int) reached : VERY_MANY;
        }
        return cells;
    }

    /** All lattice vectors with multiples up to the given ones, n × 3 row by row, the zero vector among them. */
    public double[] translations(int[] cells) {
        double[] vectors = new double[3 * (2 * cells[0] + 1) * (2 * cells[1] + 1) * (2 * cells[2] + 1)];
        int at = 0;
        for (int i = -cells[0]; i <= cells[0]; i++) {
            for (int j = -cells[1]; j <= cells[1]; j++) {
                for (int k = -cells[2]; k <= cells[2]; k++) {
                    for (int d = 0; d < 3; d++) {
                        vectors[at++] = i * basis[0][d] + j * basis[1][d] + k * basis[2][d];
                    }
                }
            }
        }
        return vectors;
    }

    private static double[] plus(double[] u, double[] v, double times) {
        return new double[] {u[0] + times * v[0], u[1] + times * v[1], u[2] + times * v[2]};
    }

    private static double dot(double[] u, double[] v) {
        return u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    }

    private static double[] cross(double[] u, double[] v) {
        return new double[] {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
    }
}
