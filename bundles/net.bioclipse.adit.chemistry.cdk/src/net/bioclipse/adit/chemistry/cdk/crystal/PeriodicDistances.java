package net.bioclipse.adit.chemistry.cdk.crystal;

import java.util.Arrays;
import java.util.Optional;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.ReducedCell;

/** Distances in a crystal over all periodic images, an atom's own images included. */
final class PeriodicDistances {

    /** Above this many distances the average minimum distances are not computed. */
    private static final long MAX_WORK = 20_000_000;

    /**
     * A pair of atoms and how near their nearest images are.
     *
     * @param distance in Å
     * @param ratio    distance divided by the sum of the covalent radii; infinite where a radius is not known
     */
    record Pair(int first, int second, double distance, double ratio) {
    }

    private final int[] elements;
    private final ReducedCell cell;
    private final double[] xyz;
    private final double volume;
    private Pair nearest;
    private Pair tightest;

    PeriodicDistances(Crystal crystal) {
        elements = crystal.atomicNumbers();
        cell = new ReducedCell(crystal.lattice());
        xyz = cell.wrap(crystal.positions());
        volume = crystal.lattice().volume();
        double[] around = cell.translations(new int[] {1, 1, 1});
        for (int i = 0; i < elements.length; i++) {
            note(i, i, cell.shortest());
            for (int j = i + 1; j < elements.length; j++) {
                note(i, j, nearestImage(i, j, around));
            }
        }
    }

    /** The pair with the smallest distance. */
    Pair nearest() {
        return nearest;
    }

    /** The pair with the smallest distance relative to its radii. */
    Pair tightest() {
        return tightest;
    }

    private void note(int first, int second, double distance) {
        double radii = Element.of(elements[first]).covalentRadius() + Element.of(elements[second]).covalentRadius();
        boolean known = Element.of(elements[first]).covalentRadius() > 0
                && Element.of(elements[second]).covalentRadius() > 0;
        Pair pair = new Pair(first, second, distance, known ? distance / radii : Double.POSITIVE_INFINITY);
        nearest = nearest == null || pair.distance < nearest.distance ? pair : nearest;
        tightest = tightest == null || pair.ratio < tightest.ratio ? pair : tightest;
    }

    private double nearestImage(int i, int j, double[] translations) {
        double[] d = cell.wrapPoint(new double[] {xyz[3 * j] - xyz[3 * i], xyz[3 * j + 1] - xyz[3 * i + 1],
            xyz[3 * j + 2] - xyz[3 * i + 2]});
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < translations.length; t += 3) {
            double x = d[0] + translations[t];
            double y = d[1] + translations[t + 1];
            double z = d[2] + translations[t + 2];
            least = Math.min(least, x * x + y * y + z * z);
        }
        return Math.sqrt(least);
    }

    /**
     * Average minimum distances (D. E. Widdowson et al., MATCH Commun. Math. Comput. Chem. 2022, 87, 529, doi
     * 10.46793/match.87-3.529W): the distance to the k-th nearest neighbour, averaged over the atoms, in Å, for k = 1 to
     * count. Empty when the cell is so odd that they would take very long.
     */
    Optional<double[]> averageMinimumDistances(int count) {
        double radius = Math.cbrt(3 * volume * (count + 1) / (4 * Math.PI * elements.length)) * 1.2;
        while (true) {
            int[] cells = cell.reach(radius + ReducedCell.diameter(xyz));
            double images = (2.0 * cells[0] + 1) * (2.0 * cells[1] + 1) * (2.0 * cells[2] + 1);
            if (images * elements.length * elements.length > MAX_WORK) {
                return Optional.empty();
            }
            double[] sums = sums(count, radius, cell.translations(cells));
            if (sums != null) {
                return Optional.of(Arrays.stream(sums).map(sum -> sum / elements.length).toArray());
            }
            radius *= 1.3;
        }
    }

    /** Sums over the atoms of the k-th neighbour distances, or null when some atom has too few within the radius. */
    private double[] sums(int count, double radius, double[] translations) {
        double[] sums = new double[count];
        double[] found = new double[64];
        for (int i = 0; i < elements.length; i++) {
            int n = 0;
            for (int j = 0; j < elements.length; j++) {
                for (int t = 0; t < translations.length; t += 3) {
                    double x = xyz[3 * j] - xyz[3 * i] + translations[t];
                    double y = xyz[3 * j + 1] - xyz[3 * i + 1] + translations[t + 1];
                    double z = xyz[3 * j + 2] - xyz[3 * i + 2] + translations[t + 2];
                    double square = x * x + y * y + z * z;
                    if (square <= radius * radius && square > 0) {
                        found = n < found.length ? found : Arrays.copyOf(found, 2 * n);
                        found[n++] = square;
                    }
                }
            }
            if (n < count) {
                return null;
            }
            Arrays.sort(found, 0, n);
            for (int k = 0; k < count; k++) {
                sums[k] += Math.sqrt(found[k]);
            }
        }
        return sums;
    }
}
