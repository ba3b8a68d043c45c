package net.bioclipse.adit.chemistry.cdk.plausibility;

import java.util.List;
import javax.vecmath.Vector3d;

/** Distances, angles and planes of the atoms of a molecule. */
final class Geometry {

    private static final double NOISE = 1e-9;

    private final Vector3d[] points;

    /** @param xyz Cartesian coordinates in Å, atoms × 3 row by row */
    Geometry(double[] xyz) {
        points = new Vector3d[xyz.length / 3];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Vector3d(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]);
        }
    }

    private Vector3d from(int first, int second) {
        Vector3d vector = new Vector3d(points[second]);
        vector.sub(points[first]);
        return vector;
    }

    /** In Å. */
    double distance(int first, int second) {
        return from(first, second).length();
    }

    /** Angle at the middle atom in degrees. */
    double angle(int first, int middle, int second) {
        return Math.toDegrees(from(middle, first).angle(from(middle, second)));
    }

    /** How far an atom stands above the plane of three others, Å. */
    double height(int atom, int first, int second, int third) {
        Vector3d normal = new Vector3d();
        normal.cross(from(first, second), from(first, third));
        return Math.abs(from(first, atom).dot(normal)) / Math.max(normal.length(), Double.MIN_NORMAL);
    }

    /** The largest distance of one of these atoms from the plane that fits them best, Å. */
    double offPlane(List<Integer> atoms) {
        Vector3d centre = new Vector3d();
        atoms.forEach(atom -> centre.add(points[atom]));
        centre.scale(1.0 / atoms.size());
        List<Vector3d> arms = atoms.stream().map(atom -> {
            Vector3d arm = new Vector3d(points[atom]);
            arm.sub(centre);
            return arm;
        }).toList();
        Vector3d normal = normal(arms);
        return arms.stream().mapToDouble(arm -> Math.abs(arm.dot(normal))).max().orElse(0);
    }

    /** The direction in which the points spread least: the eigenvector of the lowest eigenvalue of their covariance. */
    private static Vector3d normal(List<Vector3d> arms) {
        double[][] c = new double[3][3];
        for (Vector3d arm : arms) {
            double[] v = {arm.x, arm.y, arm.z};
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k < 3; k++) {
                    c[i][k] += v[i] * v[k];
                }
            }
        }
        double lowest = lowestEigenvalue(c);
        Vector3d best = new Vector3d();
        for (int i = 0; i < 3; i++) {
            Vector3d cross = new Vector3d();
            cross.cross(shiftedRow(c, i, lowest), shiftedRow(c, (i + 1) % 3, lowest));
            if (cross.lengthSquared() > best.lengthSquared()) {
                best = cross;
            }
        }
        // Points on a line lie in many planes; any does.
        boolean line = best.length() <= NOISE * (c[0][0] + c[1][1] + c[2][2]) * (c[0][0] + c[1][1] + c[2][2]);
        best.scale(line ? 0 : 1 / best.length());
        return best;
    }

    private static Vector3d shiftedRow(double[][] c, int row, double eigenvalue) {
        Vector3d vector = new Vector3d(c[row]);
        if (row == 0) {
            vector.x -= eigenvalue;
        } else if (row == 1) {
            vector.y -= eigenvalue;
        } else {
            vector.z -= eigenvalue;
        }
        return vector;
    }

    /** O. K. Smith, Commun. ACM 1961, 4, 168 (doi 10.1145/355578.366316). */
    private static double lowestEigenvalue(double[][] c) {
        double mean = (c[0][0] + c[1][1] + c[2][2]) / 3;
        double a = c[0][0] - mean;
        double b = c[1][1] - mean;
        double d = c[2][2] - mean;
        double off = c[0][1] * c[0][1] + c[0][2] * c[0][2] + c[1][2] * c[1][2];
        double p = Math.sqrt((a * a + b * b + d * d + 2 * off) / 6);
        if (p == 0) {
            return mean;
        }
        double determinant = a * (b * d - c[1][2] * c[1][2]) - c[0][1] * (c[0][1] * d - c[1][2] * c[0][2])
                + c[0][2] * (c[0][1] * c[1][2] - b * c[0][2]);
        double angle = Math.acos(Math.max(-1, Math.min(1, determinant / (2 * p * p * p)))) / 3;
        return mean + 2 * p * Math.cos(angle + 2 * Math.PI / 3);
    }
}
