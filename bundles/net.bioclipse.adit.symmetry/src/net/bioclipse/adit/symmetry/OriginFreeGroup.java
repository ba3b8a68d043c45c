package net.bioclipse.adit.symmetry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A space group in a primitive basis, the same for all crystals that have these rotations in their bases and these translations
 * up to the choice of the origin. It is told by generators, whose translations are whole twelfths at an origin that
 * they choose themselves: with W the rotations less the identity, one below the other, and U W V = D diagonal with unimodular U and V
 * (Smith), a shift of the origin changes the rows of U w where D is not zero as one likes, and the others not at all.
 *
 * @param generators nine numbers of a rotation and three twelfths for each; equal groups have equal ones
 */
record OriginFreeGroup(List<Integer> generators) {

    private static final int TWELFTHS = 12;
    /** How far from a whole twelfth a translation may be, in twelfths. */
    private static final double MOST_OFF = 0.4;

    /**
     * @param tolerance in Å
     * @return empty where the operations, taken to whole twelfths, are no group, or one is far from what was found
     */
    static Optional<OriginFreeGroup> of(Sites sites, List<Operation> operations, double tolerance) {
        TreeMap<Integer, Operation> found = new TreeMap<>();
        operations.forEach(operation -> found.put(Rotation.code(operation.rotation()), operation));
        List<Operation> chosen = generators(found);
        OriginChoice choice = new OriginChoice(chosen);
        List<Integer> numbers = new ArrayList<>();
        for (Operation generator : chosen) {
            double[] translation = choice.moved(generator);
            Arrays.stream(generator.rotation()).forEach(numbers::add);
            for (double part : translation) {
                double twelfths = TWELFTHS * part;
                if (!(Math.abs(twelfths - Math.rint(twelfths)) < MOST_OFF)) {
                    return Optional.empty();
                }
                numbers.add(Math.floorMod((int) Math.rint(twelfths), TWELFTHS));
            }
        }
        OriginFreeGroup group = new OriginFreeGroup(List.copyOf(numbers));
        return group.isNear(found, choice, sites, tolerance) ? Optional.of(group) : Optional.empty();
    }

    private boolean isNear(Map<Integer, Operation> found, OriginChoice choice, Sites sites, double tolerance) {
        Map<Integer, int[]> all = operations();
        if (!all.keySet().equals(found.keySet())) {
            return false;
        }
        return all.entrySet().stream().allMatch(e -> {
            double[] measured = choice.moved(found.get(e.getKey()));
            double[] off = new double[3];
            for (int k = 0; k < 3; k++) {
                double d = measured[k] - e.getValue()[9 + k] / (double) TWELFTHS;
                off[k] = d - Math.rint(d);
            }
            return sites.length(off[0], off[1], off[2]) <= 2 * tolerance;
        });
    }

    /** Those rotations, in the order of their codes, that the ones before them do not make. */
    private static List<Operation> generators(TreeMap<Integer, Operation> found) {
        List<Operation> chosen = new ArrayList<>();
        List<int[]> whole = new ArrayList<>();
        Map<Integer, int[]> made = closure(whole);
        for (Map.Entry<Integer, Operation> entry : found.entrySet()) {
            if (!made.containsKey(entry.getKey())) {
                chosen.add(entry.getValue());
                whole.add(Arrays.copyOf(entry.getValue().rotation(), 12));
                made = closure(whole);
            }
        }
        return chosen;
    }

    /** All operations by the codes of their rotations: nine numbers and three twelfths each; empty where they are no group. */
    Map<Integer, int[]> operations() {
        List<int[]> steps = new ArrayList<>();
        for (int at = 0; at < generators.size(); at += 12) {
            steps.add(generators.subList(at, at + 12).stream().mapToInt(Integer::intValue).toArray());
        }
        return closure(steps);
    }

    private static Map<Integer, int[]> closure(List<int[]> generators) {
        Map<Integer, int[]> made = new LinkedHashMap<>();
        Deque<int[]> open = new ArrayDeque<>(List.of(Arrays.copyOf(Rotation.IDENTITY, 12)));
        made.put(Rotation.code(Rotation.IDENTITY), open.peek());
        while (!open.isEmpty()) {
            int[] last = open.poll();
            for (int[] generator : generators) {
                int[] next = product(generator, last);
                int code = Rotation.code(Arrays.copyOf(next, 9));
                int[] before = made.putIfAbsent(code, next);
                if (code < 0 || before != null && !Arrays.equals(before, next)) {
                    return Map.of();
                }
                if (before == null) {
                    open.add(next);
                }
            }
        }
        return made;
    }

    private static int[] product(int[] left, int[] right) {
        int[] product = Arrays.copyOf(Rotation.product(left, right), 12);
        for (int k = 0; k < 3; k++) {
            product[9 + k] = Math.floorMod(left[3 * k] * right[9] + left[3 * k + 1] * right[10] + left[3 * k + 2] * right[11]
                    + left[9 + k], TWELFTHS);
        }
        return product;
    }
}
