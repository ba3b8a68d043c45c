package net.bioclipse.adit.chemistry.cdk.plausibility;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import net.bioclipse.adit.chemistry.cdk.plausibility.Bounds.Range;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Labels;

/** Bond lengths, bond angles and distances of atoms that are not bonded, against {@link Bounds} by environment. */
final class Distances {

    private final Topology topology;
    private final Geometry geometry;

    Distances(Topology topology) {
        this.topology = topology;
        this.geometry = topology.geometry();
    }

    /**
     * @param expected length by element and order, for bonds that the table does not list
     * @return the worst bond
     */
    Optional<String> bonds(ToDoubleFunction<Bond> expected) {
        Worst worst = new Worst("bonds");
        for (Bond bond : topology.bonds()) {
            String environment = topology.environment(bond);
            Range range = Bounds.find("bond", environment)
                    .orElseGet(() -> Bounds.of("bond", "other").times(expected.applyAsDouble(bond)));
            double length = geometry.distance(bond.first(), bond.second());
            if (!range.contains(length)) {
                worst.add(excess(range, length) / length, () -> topology.label(bond.first()) + "-"
                        + topology.label(bond.second()) + " is " + Labels.decimals(length, 3) + " Å, plausible are "
                        + interval(range, 3) + " Å for " + topology.inWords(bond));
            }
        }
        return worst.failure();
    }

    /** @return the worst angle */
    Optional<String> angles() {
        Worst worst = new Worst("angles");
        for (int middle = 0; middle < topology.molecule().atomCount(); middle++) {
            int[] ends = topology.neighbours(middle);
            for (int i = 0; i < ends.length; i++) {
                for (int k = i + 1; k < ends.length; k++) {
                    judge(ends[i], middle, ends[k], worst);
                }
            }
        }
        return worst.failure();
    }

    private void judge(int first, int middle, int second, Worst worst) {
        String environment = topology.environment(first, middle, second);
        Range range = Bounds.find("angle", environment).orElseGet(() -> otherAngle(middle));
        double angle = geometry.angle(first, middle, second);
        if (!range.contains(angle)) {
            worst.add(excess(range, angle), () -> topology.label(first) + "-" + topology.label(middle) + "-"
                    + topology.label(second) + " is " + Labels.decimals(angle, 1) + "°, plausible are " + interval(range, 1)
                    + "° at " + topology.inWords(first, middle, second));
        }
    }

    private Range otherAngle(int middle) {
        String kind = topology.smallestRing(middle) > 0 ? "ring" : Integer.toString(topology.neighbours(middle).length);
        return Bounds.find("angle", "other " + topology.environment(middle))
                .or(() -> Bounds.find("angle", "other " + kind)).orElseGet(() -> Bounds.of("angle", "other"));
    }

    /** @return the worst pair with at least three bonds between */
    Optional<String> clashes() {
        Worst worst = new Worst("pairs");
        int atoms = topology.molecule().atomCount();
        double[] radius = new double[atoms];
        for (int i = 0; i < atoms; i++) {
            radius[i] = Bounds.of("radius", Labels.symbol(topology.molecule().atomicNumber(i))).lowest();
        }
        for (int i = 0; i < atoms; i++) {
            int[] steps = topology.stepsFrom(i, -1, 3);
            for (int j = i + 1; j < atoms; j++) {
                if (steps[j] == 3 || steps[j] < 0) {
                    judge(i, j, steps[j] == 3 ? "3 H" : "4 H", radius[i] + radius[j], worst);
                }
            }
        }
        return worst.failure();
    }

    private void judge(int first, int second, String kind, double sum, Worst worst) {
        double distance = geometry.distance(first, second);
        if (distance >= sum) {
            return;
        }
        int hydrogens = (topology.isHydrogen(first) ? 1 : 0) + (topology.isHydrogen(second) ? 1 : 0);
        double least = Bounds.of("clash", kind + hydrogens).lowest() * sum;
        if (distance < least) {
            worst.add(1 - distance / least, () -> topology.label(first) + " and " + topology.label(second) + " are "
                    + Labels.angstrom(distance) + " apart, plausible is " + Labels.angstrom(least) + " or more");
        }
    }

    private static double excess(Range range, double value) {
        return Math.max(range.lowest() - value, value - range.highest());
    }

    private static String interval(Range range, int digits) {
        return Labels.decimals(range.lowest(), digits) + " to " + Labels.decimals(range.highest(), digits);
    }
}
