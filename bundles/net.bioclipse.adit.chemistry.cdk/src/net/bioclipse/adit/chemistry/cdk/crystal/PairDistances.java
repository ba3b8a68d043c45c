package net.bioclipse.adit.chemistry.cdk.crystal;

import java.util.Arrays;
import java.util.Optional;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.ReducedCell;

/**
 * The minimum distances of a crystal for each ordered pair of its elements: for X and Y, the distance from an atom X to its
 * k-th nearest Y, as average and standard deviation over the atoms X, in units of the cube root of the volume per atom. They
 * depend neither on the cell nor on its origin or the order of atoms, and change continuously when the atoms move. After
 * D. E. Widdowson et al., MATCH Commun. Math. Comput. Chem. 2022, 87, 529, doi 10.46793/match.87-3.529W, who average over all
 * atoms; by pairs of elements they also tell how elements are ordered over the same sites, and the deviations tell polytypes
 * apart, in which the averages are almost equal.
 */
final class PairDistances {

    /** Above this many distances they are not computed. */
    private static final long MAX_WORK = 50_000_000;

    private final int neighbours;
    private final int[] kinds;
    private final int kindCount;
    private final ReducedCell cell;
    private final double[] xyz;
    private final double unit;

    private PairDistances(Crystal crystal, int neighbours) {
        this.neighbours = neighbours;
        int[] elements = crystal.atomicNumbers();
        int[] sorted = Arrays.stream(elements).distinct().sorted().toArray();
        kinds = Arrays.stream(elements).map(z -> Arrays.binarySearch(sorted, z)).toArray();
        kindCount = sorted.length;
        cell = new ReducedCell(crystal.lattice());
        xyz = cell.wrap(crystal.positions());
        unit = Math.cbrt(crystal.lattice().volume() / elements.length);
    }

    /**
     * Pairs in the order of atomic numbers; for each neighbour an average and a deviation. Empty when the cell is so large or
     * so odd that they would take very long.
     *
     * @param neighbours for each pair
     */
    static Optional<float[]> of(Crystal crystal, int neighbours) {
        return new PairDistances(crystal, neighbours).compute();
    }

    private Optional<float[]> compute() {
        int rarest = kinds.length;
        for (int kind = 0; kind < kindCount; kind++) {
            int wanted = kind;
            rarest = (int) Math.min(rarest, Arrays.stream(kinds).filter(k -> k == wanted).count());
        }
        // A sphere that holds, on average, somewhat more than the neighbours of the rarest element that are asked for.
        double radius = unit * Math.cbrt(3.0 * (neighbours + 1) * kinds.length / (4 * Math.PI * rarest)) * 1.2;
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
        double[] sums = new double[kindCount * kindCount * neighbours];
        double[] squares = new double[sums.length];
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
                if (count[kind] < neighbours) {
                    return Optional.empty();
                }
                Arrays.sort(found[kind], 0, count[kind]);
                int at = (kinds[i] * kindCount + kind) * neighbours;
                for (int k = 0; k < neighbours; k++) {
                    sums[at + k] += Math.sqrt(found[kind][k]);
                    squares[at + k] += found[kind][k];
                }
            }
        }
        float[] distances = new float[2 * sums.length];
        for (int i = 0; i < sums.length; i++) {
            int n = atoms[i / (kindCount * neighbours)];
            double average = sums[i] / n;
            distances[2 * i] = (float) (average / unit);
            distances[2 * i + 1] = (float) (Math.sqrt(Math.max(0, squares[i] / n - average * average)) / unit);
        }
        return Optional.of(distances);
    }
}
