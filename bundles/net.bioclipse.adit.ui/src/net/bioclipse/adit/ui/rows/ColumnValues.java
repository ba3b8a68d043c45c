package net.bioclipse.adit.ui.rows;

import java.util.Arrays;

/** The values of one column, one for each row: 8 bytes a number, a reference a text. Grows as rows are set. */
final class ColumnValues {

    private static final double[] NO_NUMBERS = {};
    private static final String[] NO_TEXTS = {};

    private final boolean numeric;
    private double[] numbers = NO_NUMBERS;
    private String[] texts = NO_TEXTS;

    ColumnValues(boolean numeric) {
        this.numeric = numeric;
    }

    synchronized void set(int row, double value) {
        if (row >= numbers.length) {
            int old = numbers.length;
            numbers = Arrays.copyOf(numbers, Math.max(row + 1, old + old / 2 + 64));
            Arrays.fill(numbers, old, numbers.length, Double.NaN);
        }
        numbers[row] = value;
    }

    synchronized void set(int row, String value) {
        if (row >= texts.length) {
            texts = Arrays.copyOf(texts, Math.max(row + 1, texts.length + texts.length / 2 + 64));
        }
        texts[row] = value;
    }

    /** The number of a row, NaN where there is none. */
    synchronized double number(int row) {
        return row < numbers.length ? numbers[row] : Double.NaN;
    }

    /** The text of a row, empty where there is none. */
    synchronized String text(int row) {
        if (numeric) {
            return NumberText.of(number(row));
        }
        return row < texts.length && texts[row] != null ? texts[row] : "";
    }

    /** A copy of the first numbers, NaN where there is none. */
    synchronized double[] numbers(int size) {
        double[] copy = Arrays.copyOf(numbers, size);
        if (size > numbers.length) {
            Arrays.fill(copy, numbers.length, size, Double.NaN);
        }
        return copy;
    }

    /** A copy of the first texts, null where there is none. */
    synchronized String[] texts(int size) {
        return Arrays.copyOf(texts, size);
    }
}
