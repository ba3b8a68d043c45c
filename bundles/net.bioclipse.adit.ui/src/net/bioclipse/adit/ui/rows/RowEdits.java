package net.bioclipse.adit.ui.rows;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.IntStream;

/** Marks, notes and deletions, each of which can be undone and done again. Safe for several threads. */
public final class RowEdits {

    private static final int MOST_UNDO = 200;

    /** One step of the user. */
    private record Edit(String label, Runnable undo, Runnable redo) {
    }

    private final RowTable table;
    private final BitSet marked = new BitSet();
    private final BitSet noted = new BitSet();
    private final BitSet deleted = new BitSet();
    private final Deque<Edit> undo = new ArrayDeque<>();
    private final Deque<Edit> redo = new ArrayDeque<>();
    private int steps;

    RowEdits(RowTable table) {
        this.table = table;
    }

    public synchronized boolean marked(int row) {
        return marked.get(row);
    }

    public synchronized boolean deleted(int row) {
        return deleted.get(row);
    }

    /** Number of deleted rows. */
    public synchronized int deletions() {
        return deleted.cardinality();
    }

    /** Marks rows, or takes their marks away. */
    public synchronized void mark(int[] rows, boolean mark) {
        change(marked, rows, mark, mark ? "Mark" : "Unmark");
    }

    /** Takes rows out of the table; the file changes when the editor is saved. */
    public synchronized void delete(int[] rows) {
        change(deleted, rows, true, "Delete");
    }

    /** Writes the same words beside each row; empty words take a note away. */
    public synchronized void note(int[] rows, String note) {
        String[] before = IntStream.of(rows).mapToObj(row -> table.text(Column.NOTE, row)).toArray(String[]::new);
        int[] changed = rows.clone();
        perform(new Edit("Note", () -> {
            for (int i = 0; i < changed.length; i++) {
                put(changed[i], before[i]);
            }
        }, () -> IntStream.of(changed).forEach(row -> put(row, note))));
    }

    private void put(int row, String note) {
        table.note(row, note);
        noted.set(row, !note.isEmpty());
    }

    /** Puts back what a row had before the table was opened; no step that can be undone. */
    synchronized void restore(int row, boolean mark, String note) {
        marked.set(row, mark);
        put(row, note);
    }

    /** Rows that are marked or have a note, ascending. */
    synchronized int[] kept() {
        BitSet rows = (BitSet) marked.clone();
        rows.or(noted);
        return rows.stream().toArray();
    }

    /** Number of steps made, taken back and made again: the same number, nothing has changed. */
    synchronized int steps() {
        return steps;
    }

    private void change(BitSet set, int[] rows, boolean value, String what) {
        int[] changed = IntStream.of(rows).filter(row -> set.get(row) != value).toArray();
        if (changed.length > 0) {
            String label = what + (changed.length == 1 ? " 1 row" : " " + changed.length + " rows");
            perform(new Edit(label, () -> IntStream.of(changed).forEach(row -> set.set(row, !value)),
                    () -> IntStream.of(changed).forEach(row -> set.set(row, value))));
        }
    }

    private void perform(Edit edit) {
        edit.redo().run();
        steps++;
        undo.push(edit);
        redo.clear();
        if (undo.size() > MOST_UNDO) {
            undo.removeLast();
        }
    }

    /** What {@link #undo()} would take back: "Delete 3 rows". */
    public synchronized Optional<String> undoLabel() {
        return Optional.ofNullable(undo.peek()).map(Edit::label);
    }

    /** What {@link #redo()} would do again. */
    public synchronized Optional<String> redoLabel() {
        return Optional.ofNullable(redo.peek()).map(Edit::label);
    }

    /** Takes back the last step; nothing when there is none. */
    public synchronized void undo() {
        Edit edit = undo.poll();
        if (edit != null) {
            edit.undo().run();
            steps++;
            redo.push(edit);
        }
    }

    /** Does again what was taken back last; nothing when there is none. */
    public synchronized void redo() {
        Edit edit = redo.poll();
        if (edit != null) {
            edit.redo().run();
            steps++;
            undo.push(edit);
        }
    }
}
