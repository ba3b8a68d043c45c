package net.bioclipse.adit.ui.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/** What a row must be like to be shown. A value: equal conditions show the same rows. */
public sealed interface Condition {

    /**
     * A test of the first {@code size} rows of a table, over the values as they are now.
     *
     * @param model the table with its marks
     */
    IntPredicate over(ResultsModel model, int size);

    /** The text occurs somewhere in a column, in any case; in any text column where none is named. */
    record Contains(Column column, String text) implements Condition {

        @Override
        public IntPredicate over(ResultsModel model, int size) {
            String wanted = text.toLowerCase(Locale.ROOT);
            List<String[]> texts = new ArrayList<>();
            for (Column each : column != null ? List.of(column) : model.table().columns()) {
                if (!each.numeric()) {
                    texts.add(model.table().texts(each, size));
                }
            }
            return row -> texts.stream().anyMatch(t -> t[row] != null && t[row].toLowerCase(Locale.ROOT).contains(wanted));
        }
    }

    /** The number lies from {@code low} to {@code high}, both included; a row without a number is not shown. */
    record Range(Column column, double low, double high) implements Condition {

        @Override
        public IntPredicate over(ResultsModel model, int size) {
            double[] numbers = model.table().numbers(column, size);
            return row -> numbers[row] >= low && numbers[row] <= high;
        }
    }

    /** The verdict is one of these. */
    record Verdicts(Set<Verdict> wanted) implements Condition {

        public Verdicts {
            wanted = Set.copyOf(wanted);
        }

        @Override
        public IntPredicate over(ResultsModel model, int size) {
            String[] words = model.table().texts(Column.VERDICT, size);
            return row -> wanted.contains(words[row] == null ? Verdict.PENDING : Verdict.ofWord(words[row]));
        }
    }

    /** All of some elements occur and none of others, by atomic number. */
    record Elements(Set<Integer> required, Set<Integer> forbidden) implements Condition {

        public Elements {
            required = Set.copyOf(required);
            forbidden = Set.copyOf(forbidden);
        }

        @Override
        public IntPredicate over(ResultsModel model, int size) {
            RowTable table = model.table();
            return row -> required.stream().allMatch(z -> table.has(z, row))
                    && forbidden.stream().noneMatch(z -> table.has(z, row));
        }
    }

    /** The row is marked. */
    record Marked() implements Condition {

        @Override
        public IntPredicate over(ResultsModel model, int size) {
            return model.edits()::marked;
        }
    }

    /**
     * A search through the structures: slow, so each row is looked at once for each pattern.
     *
     * @param search the pattern with what it has found so far
     */
    record Substructure(SubstructureSearch search) implements Condition {

        @Override
        public IntPredicate over(ResultsModel model, int size) {
            return search::matches;
        }
    }
}
