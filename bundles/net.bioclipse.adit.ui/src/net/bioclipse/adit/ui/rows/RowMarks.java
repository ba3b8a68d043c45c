package net.bioclipse.adit.ui.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Keeps marks and notes beside the file of the rows, so that they are there when it is opened again; the file itself is
 * never touched. A mark goes to the row of its number if that has its name and formula, else to a row that has both: files are
 * edited by other programs too. Marks whose row is not found are kept. For any thread.
 */
public final class RowMarks {

    private final RowTable table;
    private final RowLoader loader;
    private final RowEdits edits;
    private final Path file;
    private final List<RowMark> waiting = new ArrayList<>();
    private final List<RowMark> moved = new ArrayList<>();
    private Optional<String> problem = Optional.empty();
    private int searched = -1;
    private int saved;

    private RowMarks(ResultsModel model) {
        table = model.table();
        loader = model.loader();
        edits = model.edits();
        file = MarksFile.beside(table.source().place());
    }

    /** Reads the marks of a table that was just opened; {@link #place} puts them on their rows. */
    public static RowMarks open(ResultsModel model) {
        RowMarks marks = new RowMarks(model);
        try {
            marks.waiting.addAll(MarksFile.read(marks.file));
        } catch (IOException e) {
            marks.problem = Optional.of(e.getMessage());
        }
        return marks;
    }

    /** Why the marks could not be read; then none are kept either, so that nothing is lost. */
    public synchronized Optional<String> problem() {
        return problem;
    }

    /** Puts marks on the rows that have been read by now. */
    public synchronized void place() {
        RowLoader.Progress progress = loader.progress();
        for (Iterator<RowMark> marks = waiting.iterator(); marks.hasNext();) {
            RowMark mark = marks.next();
            if (mark.row() < progress.read() || progress.read() == progress.size()) {
                marks.remove();
                if (mark.row() < progress.read() && RowMark.Key.of(table, mark.row()).equals(mark.key())) {
                    restore(mark.row(), mark);
                } else {
                    moved.add(mark);
                }
            }
        }
        if (!moved.isEmpty() && progress.read() == progress.size() && searched != progress.size()) {
            searched = progress.size();
            search();
        }
    }

    private void search() {
        Map<RowMark.Key, Deque<Integer>> rows = new HashMap<>();
        moved.forEach(mark -> rows.put(mark.key(), new ArrayDeque<>()));
        for (int row = 0; row < searched; row++) {
            Deque<Integer> same = rows.get(RowMark.Key.of(table, row));
            if (same != null) {
                same.add(row);
            }
        }
        moved.removeIf(mark -> {
            Integer row = rows.get(mark.key()).poll();
            if (row != null) {
                restore(row, mark);
            }
            return row != null;
        });
    }

    private void restore(int row, RowMark mark) {
        edits.restore(row, mark.marked(), mark.note());
    }

    /**
     * Writes what has changed since the last time.
     *
     * @param kept which rows the file has by now; the others are left out and those behind them move up
     * @throws IOException with a sentence for the user when that cannot be written
     */
    public synchronized void save(IntPredicate kept) throws IOException {
        int steps = edits.steps();
        if (steps == saved || problem.isPresent()) {
            return;
        }
        List<RowMark> marks = new ArrayList<>();
        int before = 0;
        int counted = 0;
        for (int row : edits.kept()) {
            for (; counted < row; counted++) {
                before += kept.test(counted) ? 1 : 0;
            }
            if (kept.test(row)) {
                RowMark.Key key = row < loader.progress().read() ? RowMark.Key.of(table, row)
                        : RowMark.Key.of(table.source().row(row));
                marks.add(new RowMark(before, key.name(), key.formula(), edits.marked(row), table.text(Column.NOTE, row)));
            }
        }
        marks.addAll(waiting);
        marks.addAll(moved);
        MarksFile.write(file, marks);
        saved = steps;
    }
}
