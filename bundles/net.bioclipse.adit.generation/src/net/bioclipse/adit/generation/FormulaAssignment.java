package net.bioclipse.adit.generation;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Formula;

/**
 * Gives atoms the elements of a formula so that the sum of their log-probabilities is greatest. Exact: the assignment
 * problem of atoms and places by shortest augmenting paths (Kuhn 1955, doi:10.1002/nav.3800020109; Jonker and Volgenant
 * 1987, doi:10.1007/BF02278710), cubic in the number of atoms.
 *
 * <p>Logits serve as log-probabilities: they differ by a constant of each atom, which every assignment pays once.
 */
final class FormulaAssignment {

    private final int n;
    private final double[][] cost;
    private final double[] atomPrice;
    private final double[] placePrice;
    /** The atom at each place, n where it is free; place n is where the atom that looks for a place stands. */
    private final int[] atomAt;

    private FormulaAssignment(double[][] cost) {
        this.n = cost.length;
        this.cost = cost;
        this.atomPrice = new double[n];
        this.placePrice = new double[n + 1];
        this.atomAt = new int[n + 1];
        Arrays.fill(atomAt, n);
    }

    /**
     * @param logits  finite, row by row; index = atomic number
     * @param offset  of the first atom's row
     * @param classes width of a row, more than every atomic number of the formula
     * @param formula as many atoms as there are rows
     * @return atomic numbers
     */
    static int[] assign(float[] logits, int offset, int classes, Formula formula) {
        int[] places = formula.counts().entrySet().stream()
                .flatMapToInt(e -> IntStream.generate(e::getKey).limit(e.getValue())).toArray();
        double[][] cost = new double[places.length][places.length];
        for (int atom = 0; atom < places.length; atom++) {
            for (int place = 0; place < places.length; place++) {
                cost[atom][place] = -logits[offset + atom * classes + places[place]];
            }
        }
        FormulaAssignment assignment = new FormulaAssignment(cost);
        for (int atom = 0; atom < places.length; atom++) {
            assignment.add(atom);
        }
        int[] elements = new int[places.length];
        for (int place = 0; place < places.length; place++) {
            elements[assignment.atomAt[place]] = places[place];
        }
        return elements;
    }

    /** Finds a place for one more atom; the atoms before it may move, the whole stays the cheapest. */
    private void add(int atom) {
        atomAt[n] = atom;
        int[] cameFrom = new int[n];
        boolean[] reached = new boolean[n + 1];
        double[] distance = new double[n];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int place = n;
        do {
            reached[place] = true;
            place = nearest(place, distance, cameFrom, reached);
            pay(distance[place], distance, reached);
        } while (atomAt[place] != n);
        while (place != n) {
            atomAt[place] = atomAt[cameFrom[place]];
            place = cameFrom[place];
        }
    }

    /** Looks from the atom at a place; returns the place that is nearest now and not yet reached. */
    private int nearest(int from, double[] distance, int[] cameFrom, boolean[] reached) {
        int atom = atomAt[from];
        int nearest = -1;
        for (int place = 0; place < n; place++) {
            if (reached[place]) {
                continue;
            }
            double reduced = cost[atom][place] - atomPrice[atom] - placePrice[place];
            if (reduced < distance[place]) {
                distance[place] = reduced;
                cameFrom[place] = from;
            }
            if (nearest < 0 || distance[place] < distance[nearest]) {
                nearest = place;
            }
        }
        return nearest;
    }

    /** Moves the prices by a step, so that reduced costs stay at least zero. */
    private void pay(double step, double[] distance, boolean[] reached) {
        for (int place = 0; place <= n; place++) {
            if (reached[place]) {
                atomPrice[atomAt[place]] += step;
                placePrice[place] -= step;
            } else {
                distance[place] -= step;
            }
        }
    }
}
