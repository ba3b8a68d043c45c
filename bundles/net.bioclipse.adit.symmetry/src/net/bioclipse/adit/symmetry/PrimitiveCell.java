package net.bioclipse.adit.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Takes a crystal to its primitive cell, each atom to the mean of those that translations within the cell make equal. */
final class PrimitiveCell {

    private final Sites sites;
    private final List<Operation> translations = new ArrayList<>();

    private PrimitiveCell(Sites sites, double tolerance) {
        this.sites = sites;
        for (int image = sites.rareFrom; image < sites.rareTo; image++) {
            sites.operation(Rotation.IDENTITY, sites.rareFrom, image, tolerance).ifPresent(translations::add);
        }
    }

    /**
     * @param tolerance in Å
     * @return empty where the translations within the tolerance are none of a lattice
     */
    static Optional<Sites> of(Sites sites, double tolerance) {
        PrimitiveCell cell = new PrimitiveCell(sites, tolerance);
        return switch (cell.translations.size()) {
            case 0 -> Optional.empty(); // sites on one another
            case 1 -> Optional.of(sites);
            default -> cell.primitive();
        };
    }

    private Optional<Sites> primitive() {
        int n = translations.size();
        int[] first = IntStream.range(0, sites.count())
                .map(i -> translations.stream().mapToInt(t -> t.images()[i]).min().getAsInt()).toArray();
        int[] sizes = new int[sites.count()];
        IntStream.of(first).forEach(i -> sizes[i]++);
        int[][] fine = echelon();
        if (IntStream.of(sizes).anyMatch(size -> size != 0 && size != n)
                || fine[0][0] * fine[1][1] * fine[2][2] != n * n) {
            return Optional.empty();
        }
        double[] rows = new double[9];
        for (int i = 0; i < 9; i++) {
            for (int k = 0; k < 3; k++) {
                rows[i] += fine[i / 3][k] * sites.basis[3 * k + i % 3] / n;
            }
        }
        int[] kept = IntStream.range(0, first.length).filter(i -> first[i] == i).toArray();
        double[] cartesian = new double[3 * kept.length];
        for (int i = 0; i < kept.length; i++) {
            double[] mean = mean(kept[i]);
            for (int k = 0; k < 3; k++) {
                cartesian[3 * i + k] = mean[0] * sites.basis[k] + mean[1] * sites.basis[3 + k] + mean[2] * sites.basis[6 + k];
            }
        }
        return Optional.of(new Sites(rows, IntStream.of(kept).map(i -> sites.elements[i]).toArray(), cartesian));
    }

    /** The mean of a site and of its images, moved back. */
    private double[] mean(int site) {
        double[] mean = new double[3];
        for (int k = 0; k < 3; k++) {
            double here = sites.fractional[3 * site + k];
            double sum = 0;
            for (Operation translation : translations) {
                double d = sites.fractional[3 * translation.images()[site] + k] - translation.translation()[k] - here;
                sum += d - Math.rint(d);
            }
            mean[k] = here + sum / translations.size();
        }
        return mean;
    }

    /** Rows that span the lattice of the translations and the cell's vectors, in n-ths of these; zero below the diagonal. */
    private int[][] echelon() {
        int n = translations.size();
        List<int[]> rows = new ArrayList<>(List.of(new int[] {n, 0, 0}, new int[] {0, n, 0}, new int[] {0, 0, n}));
        for (Operation t : translations) {
            rows.add(IntStream.range(0, 3).map(k -> (int) Math.rint(n * t.translation()[k])).toArray());
        }
        int[][] matrix = rows.toArray(int[][]::new);
        for (int column = 0; column < 3; column++) {
            while (clear(matrix, column)) {
                continue;
            }
        }
        return matrix;
    }

    /** One step of Euclid's algorithm on the rows below; false when only one number is left in the column. */
    private static boolean clear(int[][] matrix, int column) {
        int least = -1;
        for (int i = column; i < matrix.length; i++) {
            if (matrix[i][column] != 0 && (least < 0 || Math.abs(matrix[i][column]) < Math.abs(matrix[least][column]))) {
                least = i;
            }
        }
        int[] pivot = matrix[least];
        matrix[least] = matrix[column];
        matrix[column] = pivot;
        boolean left = false;
        if (pivot[column] < 0) {
            for (int k = 0; k < 3; k++) {
                pivot[k] = -pivot[k];
            }
        }
        for (int i = column + 1; i < matrix.length; i++) {
            int times = matrix[i][column] / pivot[column];
            for (int k = column; k < 3; k++) {
                matrix[i][k] -= times * pivot[k];
            }
            left |= matrix[i][column] != 0;
        }
        return left;
    }
}
