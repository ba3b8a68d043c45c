package net.bioclipse.adit.ui.scene;

import java.util.Arrays;

/**
 * What is drawn: atoms, bonds, edges of a cell, around the origin. Lengths in Å. Not to be changed once built.
 *
 * @param xyz     places of the atoms, atoms × 3, the centre of the picture at 0
 * @param numbers atomic numbers
 * @param origin  which atom of the structure each drawn one shows; a crystal shows some several times
 * @param outside atoms that stand beyond the cell, drawn pale, since a bond leads to them
 * @param bonds   three numbers a bond: two drawn atoms and the order
 * @param edges   six numbers an edge of the cell: from and to
 * @param radius  distance of the farthest atom or corner from the centre, at least 1
 */
public record Scene(float[] xyz, int[] numbers, int[] origin, boolean[] outside, int[] bonds, float[] edges, float radius) {

    /** Nothing to draw. */
    public static final Scene EMPTY =
            new Scene(new float[0], new int[0], new int[0], new boolean[0], new int[0], new float[0], 1);

    public int atomCount() {
        return numbers.length;
    }

    public int bondCount() {
        return bonds.length / 3;
    }

    /** Distance of two drawn atoms in Å. */
    public double distance(int a, int b) {
        return Math.sqrt(dot(between(b, a), between(b, a)));
    }

    /** Angle at b in degrees. */
    public double angle(int a, int b, int c) {
        return degrees(between(b, a), between(b, c));
    }

    /** Torsion angle around b–c in degrees, −180 to 180 (IUPAC: clockwise is positive). */
    public double torsion(int a, int b, int c, int d) {
        double[] axis = between(b, c);
        double[] first = cross(between(b, a), axis);
        double[] second = cross(between(c, d), axis);
        double sign = dot(cross(first, second), axis) < 0 ? 1 : -1;
        return sign * degrees(first, second);
    }

    private double[] between(int from, int to) {
        return new double[] {xyz[3 * to] - xyz[3 * from], xyz[3 * to + 1] - xyz[3 * from + 1],
            xyz[3 * to + 2] - xyz[3 * from + 2]};
    }

    private static double degrees(double[] u, double[] v) {
        double cosine = dot(u, v) / Math.sqrt(dot(u, u) * dot(v, v));
        return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
    }

    private static double dot(double[] u, double[] v) {
        return u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    }

    private static double[] cross(double[] u, double[] v) {
        return new double[] {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
    }

    /** Both in one picture, each around its own centre; the atoms of the other one are numbered after these. */
    public Scene over(Scene other) {
        int atoms = atomCount();
        int[] shifted = other.bonds.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += i % 3 < 2 ? atoms : 0;
        }
        boolean[] ghosts = Arrays.copyOf(outside, atoms + other.atomCount());
        System.arraycopy(other.outside, 0, ghosts, atoms, other.atomCount());
        return new Scene(joined(xyz, other.xyz), joined(numbers, other.numbers), joined(origin, other.origin), ghosts,
                joined(bonds, shifted), joined(edges, other.edges), Math.max(radius, other.radius));
    }

    private static int[] joined(int[] first, int[] second) {
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static float[] joined(float[] first, float[] second) {
        float[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
