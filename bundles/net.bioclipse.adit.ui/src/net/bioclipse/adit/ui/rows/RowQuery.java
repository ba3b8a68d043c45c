package net.bioclipse.adit.ui.rows;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which rows are shown, and in which order.
 *
 * @param conditions all must hold
 * @param order      the first key decides, then the next, then the number of the row
 */
public record RowQuery(List<Condition> conditions, List<Key> order) {

    /** Everything, in the order of the source. */
    public static final RowQuery ALL = new RowQuery(List.of(), List.of());

    private static final int ASK_EVERY = 1024;

    /**
     * Sorts by a column. Numbers by size, texts by the alphabet in any case; rows without a value come last in both
     * directions.
     */
    public record Key(Column column, boolean ascending) {
    }

    public RowQuery {
        conditions = List.copyOf(conditions);
        order = List.copyOf(order);
    }

    /**
     * Row numbers of what is shown. Takes long with a large table or a {@link Condition.Substructure}: not for the window's
     * thread.
     *
     * @param cancelled asked now and then
     * @return null when cancelled
     */
    int[] run(ResultsModel model, BooleanSupplier cancelled) {
        int size = model.table().size();
        List<IntPredicate> tests = conditions.stream().map(condition -> condition.over(model, size)).toList();
        boolean slow = conditions.stream().anyMatch(Condition.Substructure.class::isInstance);
        int[] rows = new int[size];
        int shown = 0;
        for (int row = 0; row < size; row++) {
            // A search through structures takes milliseconds a row, everything else next to nothing.
            if ((slow || row % ASK_EVERY == 0) && cancelled.getAsBoolean()) {
                return null;
            }
            if (!model.edits().deleted(row) && passes(tests, row)) {
                rows[shown++] = row;
            }
        }
        rows = Arrays.copyOf(rows, shown);
        if (cancelled.getAsBoolean()) {
            return null;
        }
        return order.isEmpty() ? rows : sorted(rows, model.table(), size);
    }

    private static boolean passes(List<IntPredicate> tests, int row) {
        for (IntPredicate test : tests) {
            if (!test.test(row)) {
                return false;
            }
        }
        return true;
    }

    private int[] sorted(int[] rows, RowTable table, int size) {
        Comparator<Integer> comparator = null;
        for (Key key : order) {
            Comparator<Integer> next = key.column().numeric() ? byNumber(table.numbers(key.column(), size), key.ascending())
                    : byText(table.texts(key.column(), size), key.ascending());
            comparator = comparator == null ? next : comparator.thenComparing(next);
        }
        return IntStream.of(rows).boxed().sorted(comparator).mapToInt(Integer::intValue).toArray();
    }

    private static Comparator<Integer> byNumber(double[] numbers, boolean ascending) {
        return (a, b) -> {
            double x = numbers[a];
            double y = numbers[b];
            boolean missing = Double.isNaN(x) || Double.isNaN(y);
            return missing ? Boolean.compare(Double.isNaN(x), Double.isNaN(y))
                    : ascending ? Double.compare(x, y) : Double.compare(y, x);
        };
    }

    private static Comparator<Integer> byText(String[] texts, boolean ascending) {
        return (a, b) -> {
            String x = texts[a] == null ? "" : texts[a];
            String y = texts[b] == null ? "" : texts[b];
            boolean missing = x.isEmpty() || y.isEmpty();
            return missing ? Boolean.compare(x.isEmpty(), y.isEmpty())
                    : ascending ? x.compareToIgnoreCase(y) : y.compareToIgnoreCase(x);
        };
    }
}
