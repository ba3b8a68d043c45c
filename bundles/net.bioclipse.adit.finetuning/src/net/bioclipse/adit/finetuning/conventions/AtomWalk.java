package net.bioclipse.adit.finetuning.conventions;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bioclipse.adit.structure.Element;

/**
 * {@code moleculeOrder: walk/1}: heavy atoms in a depth-first walk over the bonds from the one furthest along the first
 * axis, neighbours further along it first; then the hydrogens in the order of the atoms they sit on.
 */
final class AtomWalk {

    /** Å beyond the sum of covalent radii that still counts as a bond. */
    private static final double BOND_TOLERANCE = 0.3;

    private final int[] numbers;
    private final double[] positions;

    private AtomWalk(int[] numbers, double[] positions) {
        this.numbers = numbers;
        this.positions = positions;
    }

    /** @param positions atoms × 3 in Å, in their principal axes */
    static int[] order(int[] numbers, double[] positions) {
        return new AtomWalk(numbers, positions).order();
    }

    private int[] order() {
        List<Integer> byX = IntStream.range(0, numbers.length).boxed()
                .sorted(Comparator.comparingDouble(i -> 0.0 - positions[3 * i])).toList();
        List<Integer> walked = List.copyOf(walk(byX.stream().filter(i -> numbers[i] > 1).toList()));
        if (walked.isEmpty()) {
            return byX.stream().mapToInt(Integer::intValue).toArray();
        }
        int[] parent = new int[numbers.length];
        List<Integer> hydrogens = byX.stream().filter(i -> numbers[i] == 1).toList();
        for (int hydrogen : hydrogens) {
            for (int place = 1; place < walked.size(); place++) {
                if (distance(hydrogen, walked.get(place)) < distance(hydrogen, walked.get(parent[hydrogen]))) {
                    parent[hydrogen] = place;
                }
            }
        }
        return Stream.concat(walked.stream(), hydrogens.stream().sorted(Comparator.comparingInt(i -> parent[i])))
                .mapToInt(Integer::intValue).toArray();
    }

    private Set<Integer> walk(List<Integer> heavy) {
        Set<Integer> walked = new LinkedHashSet<>();
        Deque<Integer> stack = new ArrayDeque<>();
        for (int start : heavy) {
            stack.push(start);
            while (!stack.isEmpty()) {
                int atom = stack.pop();
                if (walked.add(atom)) {
                    for (int k = heavy.size() - 1; k >= 0; k--) {
                        if (bonded(atom, heavy.get(k)) && !walked.contains(heavy.get(k))) {
                            stack.push(heavy.get(k));
                        }
                    }
                }
            }
        }
        return walked;
    }

    private boolean bonded(int i, int j) {
        return distance(i, j) < Element.of(numbers[i]).covalentRadius() + Element.of(numbers[j]).covalentRadius()
                + BOND_TOLERANCE;
    }

    private double distance(int i, int j) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double difference = positions[3 * i + k] - positions[3 * j + k];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
