package net.bioclipse.adit.symmetry;

import java.util.Arrays;
import java.util.List;

/** The origin at which the translations of some operations are zero as far as an origin can make them so. */
final class OriginChoice {

    private final int[][] matrix;
    private final double[] translations;
    private final int[][] columns = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private final double[] origin = new double[3];

    OriginChoice(List<Operation> operations) {
        matrix = new int[3 * operations.size()][];
        translations = new double[matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            Operation operation = operations.get(row / 3);
            int k = row % 3;
            matrix[row] = Arrays.copyOfRange(operation.rotation(), 3 * k, 3 * k + 3);
            matrix[row][k]--;
            translations[row] = operation.translation()[k];
        }
        for (int step = 0; step < 3 && isolate(step); step++) {
            double part = -translations[step] / matrix[step][step];
            for (int k = 0; k < 3; k++) {
                origin[k] += columns[k][step] * part;
            }
        }
    }

    /** The translation of an operation about this origin. */
    double[] moved(Operation operation) {
        double[] moved = Rotation.rotated(operation.rotation(), origin, 0);
        for (int k = 0; k < 3; k++) {
            moved[k] += operation.translation()[k] - origin[k];
        }
        return moved;
    }

    /** Whole combinations of rows and of columns until one number stands alone in both; false when only zeros are left. */
    private boolean isolate(int step) {
        boolean alone = false;
        while (!alone) {
            if (!moveLeast(step)) {
                return false;
            }
            alone = true;
            int[] pivot = matrix[step];
            for (int i = step + 1; i < matrix.length; i++) {
                int times = matrix[i][step] / pivot[step];
                for (int k = step; k < 3; k++) {
                    matrix[i][k] -= times * pivot[k];
                }
                translations[i] -= times * translations[step];
                alone &= matrix[i][step] == 0;
            }
            for (int j = step + 1; j < 3; j++) {
                int times = pivot[j] / pivot[step];
                addColumn(matrix, j, step, -times);
                addColumn(columns, j, step, -times);
                alone &= pivot[j] == 0;
            }
        }
        return true;
    }

    /** Brings the least number that is not zero to the diagonal. */
    private boolean moveLeast(int step) {
        int row = -1;
        int column = -1;
        for (int i = step; i < matrix.length; i++) {
            for (int j = step; j < 3; j++) {
                if (matrix[i][j] != 0 && (row < 0 || Math.abs(matrix[i][j]) < Math.abs(matrix[row][column]))) {
                    row = i;
                    column = j;
                }
            }
        }
        if (row < 0) {
            return false;
        }
        int[] other = matrix[step];
        matrix[step] = matrix[row];
        matrix[row] = other;
        double translation = translations[step];
        translations[step] = translations[row];
        translations[row] = translation;
        swapColumns(matrix, step, column);
        swapColumns(columns, step, column);
        return true;
    }

    private static void swapColumns(int[][] rows, int one, int other) {
        for (int[] row : rows) {
            int number = row[one];
            row[one] = row[other];
            row[other] = number;
        }
    }

    private static void addColumn(int[][] rows, int to, int from, int times) {
        for (int[] row : rows) {
            row[to] += times * row[from];
        }
    }
}
