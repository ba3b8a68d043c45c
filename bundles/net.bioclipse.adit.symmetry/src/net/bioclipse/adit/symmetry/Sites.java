package net.bioclipse.adit.symmetry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.ReducedCell;

/** The atoms of a crystal in a reduced, right-handed basis of its lattice, those of one element beside one another. */
final class Sites {

    final double[] basis;
    final double[] fractional;
    final int[] elements;
    /** Of the basis, see {@link ReducedCell#planeSpacing()}. */
    final double planeSpacing;
    /** Sites of the rarest element: from the first of these to before the second. */
    final int rareFrom;
    final int rareTo;

    private final double[] metric = new double[6];
    /** For each site, where its element begins and ends. */
    private final int[] from;
    private final int[] to;

    static Sites of(Crystal crystal) {
        return new Sites(crystal.lattice().matrix(), crystal.atomicNumbers(), crystal.lattice().toCartesian(crystal.fractional()));
    }

    /**
     * @param rows      any right-handed basis of the lattice, 3 × 3 row by row in Å
     * @param cartesian positions in Å, n × 3 row by row
     */
    Sites(double[] rows, int[] numbers, double[] cartesian) {
        ReducedCell cell = new ReducedCell(rows);
        basis = cell.basis();
        planeSpacing = cell.planeSpacing();
        int[] order = IntStream.range(0, numbers.length).boxed().sorted(Comparator.comparingInt(i -> numbers[i]))
                .mapToInt(Integer::intValue).toArray();
        elements = IntStream.of(order).map(i -> numbers[i]).toArray();
        fractional = fractional(cell, cartesian, order);
        from = new int[order.length];
        to = new int[order.length];
        int rare = 0;
        for (int start = 0, end; start < order.length; start = end) {
            end = start;
            while (end < order.length && elements[end] == elements[start]) {
                end++;
            }
            Arrays.fill(from, start, end, start);
            Arrays.fill(to, start, end, end);
            rare = end - start < to[rare] - from[rare] ? start : rare;
        }
        rareFrom = from[rare];
        rareTo = to[rare];
        for (int i = 0, at = 0; i < 3; i++) {
            for (int j = i; j < 3; j++, at++) {
                metric[at] = (i == j ? 1 : 2) * dot(i, j);
            }
        }
    }

    int count() {
        return elements.length;
    }

    /** Length in Å of a difference of fractional coordinates. */
    double length(double x, double y, double z) {
        return Math.sqrt(Math.max(0, x * (metric[0] * x + metric[1] * y + metric[2] * z) + y * (metric[3] * y + metric[4] * z)
                + metric[5] * z * z));
    }

    /**
     * The operation with that rotation that takes the first site about to the second one, moved so that the sites come as near
     * to their images as they can.
     *
     * @return empty where a site would be farther than the tolerance (Å) from its image
     */
    Optional<Operation> operation(int[] rotation, int first, int second, double tolerance) {
        double[] rough = Rotation.rotated(rotation, fractional, 3 * first);
        for (int k = 0; k < 3; k++) {
            rough[k] = fractional[3 * second + k] - rough[k];
        }
        int n = count();
        int[] images = new int[n];
        boolean[] taken = new boolean[n];
        double[] misses = new double[3 * n];
        double[] mean = new double[3];
        for (int site = 0; site < n; site++) {
            int image = nearest(site, Rotation.rotated(rotation, fractional, 3 * site), rough, 2 * tolerance, misses);
            if (image < 0 || taken[image]) {
                return Optional.empty();
            }
            taken[image] = true;
            images[site] = image;
            for (int k = 0; k < 3; k++) {
                mean[k] += misses[3 * site + k] / n;
            }
        }
        for (int i = 0; i < misses.length; i += 3) {
            if (!(length(misses[i] - mean[0], misses[i + 1] - mean[1], misses[i + 2] - mean[2]) < tolerance)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Operation(rotation, new double[] {rough[0] + mean[0], rough[1] + mean[1], rough[2] + mean[2]}, images));
    }

    /** The site of the same element that is nearest to the point plus the shift, -1 if none is within reach; notes what is missing. */
    private int nearest(int site, double[] point, double[] shift, double reach, double[] misses) {
        int nearest = -1;
        double least = reach;
        for (int j = from[site]; j < to[site]; j++) {
            double x = missing(fractional[3 * j] - point[0], shift[0]);
            double y = missing(fractional[3 * j + 1] - point[1], shift[1]);
            double z = missing(fractional[3 * j + 2] - point[2], shift[2]);
            double distance = length(x, y, z);
            if (distance <= least) {
                least = distance;
                nearest = j;
                misses[3 * site] = x;
                misses[3 * site + 1] = y;
                misses[3 * site + 2] = z;
            }
        }
        return nearest;
    }

    private static double missing(double difference, double shift) {
        double d = difference - shift;
        return d - Math.rint(d);
    }

    private static double[] fractional(ReducedCell cell, double[] cartesian, int[] order) {
        double[] result = new double[cartesian.length];
        for (int i = 0; i < order.length; i++) {
            double[] f = cell.fractional(Arrays.copyOfRange(cartesian, 3 * order[i], 3 * order[i] + 3));
            for (int k = 0; k < 3; k++) {
                result[3 * i + k] = f[k] - Math.floor(f[k]);
            }
        }
        return result;
    }

    private double dot(int i, int j) {
        return basis[3 * i] * basis[3 * j] + basis[3 * i + 1] * basis[3 * j + 1] + basis[3 * i + 2] * basis[3 * j + 2];
    }
}
