package net.bioclipse.adit.chemistry.cdk.crystal;

import java.util.Arrays;
import java.util.Optional;
import net.bioclipse.adit.structure.Crystal;

/**
 * The average minimum distances of a crystal for each ordered pair of its elements: for X and Y, the distance from an atom X
 * to its k-th nearest Y, averaged over the atoms X, for k = 1 to {@value #NEIGHBOURS}, in units of the cube root of the
 * volume per atom. They depend neither on the cell nor on its origin or the order of atoms, and change continuously when the
 * atoms move. After D. E. Widdowson et al., MATCH Commun. Math. Comput. Chem. 2022, 87, 529, doi 10.46793/match.87-3.529W,
 * who average over all atoms; by pairs of elements they also tell how elements are ordered over the same sites.
 */
final class PairDistances {

    static final int NEIGHBOURS = 20;
    /** Above this many distances they are not computed. */
    private static final long MAX_WORK = 20_000_000;

    private final int[] kinds;
    private final int kindCount;
    private final ReducedCell cell;
    private final double[] xyz;
    private final double unit;

    private PairDistances(Crystal crystal) {
        int[] elements = crystal.atomicNumbers();
        int[] sorted = Arrays.stream(elements).distinct().sorted().toArray();
        kinds = Arrays.stream(elements).map(z -> Arrays.binarySearch(sorted, z)).toArray();
        kindCount = sorted.length;
        cell = new ReducedCell(crystal.lattice());
        xyz = cell.wrap(crystal.positions());
        unit = Math.cbrt(crystal.lattice().volume() / elements.length);
    }

    /**
     * Pairs in the order of atomic numbers, {@value #NEIGHBOURS} numbers each; empty when the cell is so large or so odd
     * that they would take very long.
     */
    static Optional<float[]> of(Crystal crystal) {
        return new PairDistances(crystal).compute();
    }

    private Optional<float[]> compute() {
        int rarest = kinds.length;
        for (int kind = 0; kind < kindCount; kind++) {
            int wanted = kind;
            rarest = (int) Math.min(rarest, Arrays.stream(kinds).filter(k -> k == wanted).count());
        }
        // A sphere that holds, on average, somewhat more than the neighbours of the rarest element that are asked for.
        double radius = unit * Math.cbrt(3.0 * (NEIGHBOURS + 1) * kinds.length / (4 * Math.PI * rarest)) * 1.2;
        while (true) {
            int[] cells = cell.reach(radius + ReducedCell.diameter(xyz));
            double images = (2.0 * cells[0] + 1) * (2.0 * cells[1] + 1) * (2.0 * cells[2] + 1);
            if (!(images * kinds.length * kinds.length <= MAX_WORK)) {
                return Optional.empty();
            }
            Optional<float[]> found = within(radius, cell.translations(cells));
            if (found.isPresent()) {
                return found;
            }
            radius *= 1.3;
        }
    }

    /** Empty when some atom has too few neighbours of some element within the radius. */
    private Optional<float[]> within(double radius, double[] translations) {
        double[] sums = new double[kindCount * kindCount * NEIGHBOURS];
        int[] atoms = new int[kindCount];
        double[][] found = new double[kindCount][64];
        int[] count = new int[kindCount];
        for (int i = 0; i < kinds.length; i++) {
            Arrays.fill(count, 0);
            for (int j = 0; j < kinds.length; j++) {
                int kind = kinds[j];
                for (int t = 0; t < translations.length; t += 3) {
                    double x = xyz[3 * j] - xyz[3 * i] + translations[t];
                    double y = xyz[3 * j + 1] - xyz[3 * i + 1] + translations[t + 1];
                    double z = xyz[3 * j + 2] - xyz[3 * i + 2] + translations[t + 2];
                    double square = x * x + y * y + z * z;
                    if (square <= radius * radius && square > 0) {
                        if (count[kind] == found[kind].length) {
                            found[kind] = Arrays.copyOf(found[kind], 2 * count[kind]);
                        }
                        found[kind][count[kind]++] = square;
                    }
                }
            }
            atoms[kinds[i]]++;
            for (int kind = 0; kind < kindCount; kind++) {
                if (count[kind] < NEIGHBOURS) {
                    return Optional.empty();
                }
                Arrays.sort(found[kind], 0, count[kind]);
                int at = (kinds[i] * kindCount + kind) * NEIGHBOURS;
                for (int k = 0; k < NEIGHBOURS; k++) {
                    sums[at + k] += Math.sqrt(found[kind][k]);
                }
            }
        }
        float[] averages = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            averages[i] = (float) (sums[i] / (unit * atoms[i / (kindCount * NEIGHBOURS)]));
        }
        return Optional.of(averages);
    }
}
