package net.bioclipse.adit.forcefield;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.BooleanSupplier;

/**
 * Walks downhill to the nearest minimum by limited-memory BFGS with a backtracking line search (Nocedal, Wright 2006,
 * doi:10.1007/978-0-387-40065-5, algorithms 7.4 and 3.1). The energy never rises, no coordinate moves far in one step, and
 * the memory grows with the number of atoms, not with its square. The same start gives the same way.
 */
final class LimitedMemoryBfgs {

    /** How a descent ended. */
    enum End { AT_MINIMUM, OUT_OF_STEPS, STOPPED }

    /**
     * Where a descent ended.
     *
     * @param positions the lowest that were found
     * @param energy    there, in the unit of the surface; not finite when the start has no energy
     * @param steps     that were taken
     */
    record Descent(End end, double[] positions, double energy, int steps) {
    }

    private static final int REMEMBERED = 12;
    /** No coordinate moves farther in one step, Å: bonds are parabolas and worse only near their minimum. */
    private static final double LONGEST_MOVE = 0.25;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final int MOST_HALVINGS = 40;

    /** A step and the change of the gradient along it. */
    private record Pair(double[] step, double[] change, double curvature) {
    }

    private final EnergySurface surface;
    private final double tolerance;
    private final Deque<Pair> pairs = new ArrayDeque<>();
    private double[] positions;
    private double[] gradient;
    private double energy;

    private LimitedMemoryBfgs(EnergySurface surface, double[] start, double tolerance) {
        this.surface = surface;
        this.tolerance = tolerance;
        positions = start.clone();
        gradient = new double[start.length];
        energy = surface.energy(positions, gradient);
    }

    /**
     * @param tolerance root mean square of the gradient that counts as a minimum, in the unit of the surface
     * @param mostSteps after which it gives up
     * @param stop      asked before each step
     */
    static Descent descend(EnergySurface surface, double[] start, double tolerance, int mostSteps, BooleanSupplier stop) {
        LimitedMemoryBfgs descent = new LimitedMemoryBfgs(surface, start, tolerance);
        int steps = 0;
        End end = null;
        while (end == null) {
            if (descent.atMinimum()) {
                end = End.AT_MINIMUM;
            } else if (steps == mostSteps) {
                end = End.OUT_OF_STEPS;
            } else if (stop.getAsBoolean()) {
                end = End.STOPPED;
            } else if (descent.step()) {
                steps++;
            } else {
                // Not even the gradient leads down: as low as these numbers can tell, or no energy to begin with.
                end = End.OUT_OF_STEPS;
            }
        }
        return new Descent(end, descent.positions, descent.energy, steps);
    }

    private boolean atMinimum() {
        return Math.sqrt(dot(gradient, gradient) / gradient.length) <= tolerance;
    }

    /** One step down; false when there is none. */
    private boolean step() {
        double[] direction = direction();
        if (search(direction)) {
            return true;
        }
        if (pairs.isEmpty()) {
            return false;
        }
        pairs.clear();
        return search(direction());
    }

    /** The two loops of algorithm 7.4. */
    private double[] direction() {
        double[] direction = new double[gradient.length];
        add(direction, gradient, -1);
        double[] weights = new double[pairs.size()];
        int k = weights.length;
        for (Iterator<Pair> newest = pairs.descendingIterator(); newest.hasNext();) {
            Pair pair = newest.next();
            weights[--k] = dot(pair.step, direction) / pair.curvature;
            add(direction, pair.change, -weights[k]);
        }
        if (!pairs.isEmpty()) {
            Pair last = pairs.getLast();
            scale(direction, last.curvature / dot(last.change, last.change));
        }
        for (Pair pair : pairs) {
            add(direction, pair.step, weights[k++] - dot(pair.change, direction) / pair.curvature);
        }
        return direction;
    }

    private boolean search(double[] direction) {
        double slope = dot(direction, gradient);
        if (!(slope < 0)) {
            return false;
        }
        double length = Math.min(1, LONGEST_MOVE / largest(direction));
        double[] trial = new double[positions.length];
        double[] trialGradient = new double[positions.length];
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            for (int i = 0; i < trial.length; i++) {
                trial[i] = positions[i] + length * direction[i];
            }
            double found = surface.energy(trial, trialGradient);
            // A comparison with NaN is false, so that the step is halved.
            boolean lower = found <= energy + SUFFICIENT_DECREASE * length * slope;
            if (lower && Double.isFinite(dot(trialGradient, trialGradient))) {
                remember(trial, trialGradient);
                positions = trial;
                gradient = trialGradient;
                energy = found;
                return true;
            }
            length /= 2;
        }
        return false;
    }

    private void remember(double[] next, double[] nextGradient) {
        double[] step = next.clone();
        add(step, positions, -1);
        double[] change = nextGradient.clone();
        add(change, gradient, -1);
        double curvature = dot(step, change);
        if (curvature > 1e-10 * Math.sqrt(dot(step, step) * dot(change, change))) {
            pairs.addLast(new Pair(step, change, curvature));
            if (pairs.size() > REMEMBERED) {
                pairs.removeFirst();
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    private static double largest(double[] vector) {
        double largest = 0;
        for (double x : vector) {
            largest = Math.max(largest, Math.abs(x));
        }
        return largest;
    }
}
