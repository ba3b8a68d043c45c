package net.bioclipse.adit.symmetry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the symmetry operations of a primitive cell up to its translations. */
final class OperationSearch {

    private static final int MOST_ROTATIONS = 48;

    private final Sites sites;
    private final double tolerance;

    /** @param tolerance in Å */
    OperationSearch(Sites sites, double tolerance) {
        this.sites = sites;
        this.tolerance = tolerance;
    }

    /** @return one operation for each rotation; empty where the tolerance lets in what can be no group */
    Optional<List<Operation>> operations() {
        List<Operation> operations = new ArrayList<>();
        List<int[]> rotations = latticeRotations();
        if (!isGroup(rotations)) {
            return Optional.empty();
        }
        for (int[] rotation : rotations) {
            int before = operations.size();
            for (int image = sites.rareFrom; image < sites.rareTo; image++) {
                sites.operation(rotation, sites.rareFrom, image, tolerance).ifPresent(operations::add);
            }
            if (operations.size() > before + 1) {
                return Optional.empty();
            }
        }
        return isGroupAbout(operations) ? Optional.of(operations) : Optional.empty();
    }

    /** Whether the product of any two is a third, but for twice the tolerance. */
    private boolean isGroupAbout(List<Operation> operations) {
        Map<Integer, Operation> byRotation = new HashMap<>();
        operations.forEach(operation -> byRotation.put(Rotation.code(operation.rotation()), operation));
        for (Operation left : operations) {
            for (Operation right : operations) {
                Operation product = byRotation.get(Rotation.code(Rotation.product(left.rotation(), right.rotation())));
                if (product == null) {
                    return false;
                }
                double[] off = Rotation.rotated(left.rotation(), right.translation(), 0);
                for (int k = 0; k < 3; k++) {
                    off[k] += left.translation()[k] - product.translation()[k];
                    off[k] -= Math.rint(off[k]);
                }
                if (!(sites.length(off[0], off[1], off[2]) <= 2 * tolerance)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Rotations that change no length of the basis by the tolerance, nor an angle by what moves its ends as far. */
    private List<int[]> latticeRotations() {
        List<List<int[]>> images = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int code = 0; code < 27; code++) {
            int[] vector = {code / 9 - 1, code / 3 % 3 - 1, code % 3 - 1};
            for (int i = 0; i < 3; i++) {
                if (Math.abs(length(vector) - length(unit(i))) < tolerance) {
                    images.get(i).add(vector);
                }
            }
        }
        List<int[]> rotations = new ArrayList<>();
        for (int[] a : images.get(0)) {
            for (int[] b : images.get(1)) {
                if (!keepsAngle(0, 1, a, b)) {
                    continue;
                }
                for (int[] c : images.get(2)) {
                    int[] rotation = {a[0], b[0], c[0], a[1], b[1], c[1], a[2], b[2], c[2]};
                    if (Math.abs(Rotation.determinant(rotation)) == 1 && keepsAngle(1, 2, b, c) && keepsAngle(0, 2, a, c)) {
                        rotations.add(rotation);
                    }
                }
            }
        }
        return rotations;
    }

    /** Equation 7 of Togo, Shinohara and Tanaka, arXiv 1808.01590. */
    private boolean keepsAngle(int i, int j, int[] u, int[] v) {
        double change = Math.sin(angle(unit(i), unit(j)) - angle(u, v));
        double first = (length(unit(i)) + length(u)) / 2;
        double second = (length(unit(j)) + length(v)) / 2;
        return change * change * first * second < tolerance * tolerance;
    }

    private double angle(int[] u, int[] v) {
        double sum = length(new int[] {u[0] + v[0], u[1] + v[1], u[2] + v[2]});
        double a = length(u);
        double b = length(v);
        return Math.acos(Math.max(-1, Math.min(1, (sum * sum - a * a - b * b) / (2 * a * b))));
    }

    private double length(int[] vector) {
        return sites.length(vector[0], vector[1], vector[2]);
    }

    private static int[] unit(int i) {
        int[] unit = new int[3];
        unit[i] = 1;
        return unit;
    }

    private static boolean isGroup(List<int[]> rotations) {
        Set<Integer> codes = new HashSet<>();
        rotations.forEach(rotation -> codes.add(Rotation.code(rotation)));
        if (rotations.isEmpty() || rotations.size() > MOST_ROTATIONS) {
            return false;
        }
        for (int[] left : rotations) {
            for (int[] right : rotations) {
                if (!codes.contains(Rotation.code(Rotation.product(left, right)))) {
                    return false;
                }
            }
        }
        return true;
    }
}
