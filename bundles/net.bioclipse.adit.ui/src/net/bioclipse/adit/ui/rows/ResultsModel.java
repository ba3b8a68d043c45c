package net.bioclipse.adit.ui.rows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.StructureAssessor;

/**
 * What the table, the 3D view, the plots and the details share: the rows, which of them are shown, which are selected. For
 * any thread; listeners are told in the thread that made the change.
 */
public final class ResultsModel {

    /** What has changed. */
    public enum Change {
        /** Values, marks or notes of rows. */
        VALUES,
        /** Which rows are shown, or their order. */
        SHOWN,
        /** Which rows are selected. */
        SELECTION,
        /** Which atoms stand out. */
        HIGHLIGHT
    }

    /** Told of a change. */
    @FunctionalInterface
    public interface Listener {

        void changed(Change change);
    }

    private final RowTable table;
    private final RowLoader loader;
    private final RowEdits edits;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile RowQuery query = RowQuery.ALL;
    private volatile int[] shown = {};
    private volatile int[] selected = {};
    private volatile Highlight highlight = new Highlight(-1, Set.of());

    /**
     * Atoms that stand out in all pictures.
     *
     * @param row   their row, −1 for none
     * @param atoms indices from 0
     */
    public record Highlight(int row, Set<Integer> atoms) {

        public Highlight {
            atoms = Set.copyOf(atoms);
        }

        /** The atoms that stand out in a row. */
        public Set<Integer> in(int which) {
            return which == row ? atoms : Set.of();
        }
    }

    public ResultsModel(RowSource source, StructureAssessor assessor) {
        table = new RowTable(source);
        loader = new RowLoader(table, assessor);
        edits = new RowEdits(table);
    }

    public RowTable table() {
        return table;
    }

    public RowLoader loader() {
        return loader;
    }

    public RowEdits edits() {
        return edits;
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** Tells the listeners. */
    public void changed(Change change) {
        listeners.forEach(listener -> listener.changed(change));
    }

    public RowQuery query() {
        return query;
    }

    /** Says which rows are wanted; {@link #refresh} finds them. */
    public void query(RowQuery wanted) {
        query = wanted;
    }

    /** Finds the rows that are shown now; not for the window's thread. Does nothing when cancelled. */
    public void refresh(BooleanSupplier cancelled) {
        int[] rows = query.run(this, cancelled);
        if (rows != null && !Arrays.equals(rows, shown)) {
            shown = rows;
            changed(Change.SHOWN);
        }
    }

    /** Numbers of the rows shown, in their order; not to be changed by the caller. */
    public int[] shown() {
        return shown;
    }

    /** Numbers of the rows selected, ascending; not to be changed by the caller. */
    public int[] selected() {
        return selected;
    }

    /** Numbers of the rows that views show: those selected, else the first one of the table; none of an empty table. */
    public int[] lookedAt() {
        int[] now = shown;
        return selected.length > 0 ? selected : Arrays.copyOf(now, Math.min(1, now.length));
    }

    public void select(int[] rows) {
        int[] sorted = rows.clone();
        Arrays.sort(sorted);
        if (!Arrays.equals(sorted, selected)) {
            selected = sorted;
            changed(Change.SELECTION);
        }
    }

    public Highlight highlight() {
        return highlight;
    }

    public void highlight(Highlight atoms) {
        if (!atoms.equals(highlight)) {
            highlight = atoms;
            changed(Change.HIGHLIGHT);
        }
    }

    /** Whether a row is selected. */
    public boolean selected(int row) {
        return Arrays.binarySearch(selected, row) >= 0;
    }

    /**
     * The assessment of a row, computed where it is not at hand; empty for an unreadable one and for one of more than
     * {@link RowLoader#MOST_CHECKED} atoms. Not for the window's thread.
     */
    public Optional<Assessment> assessment(int row, Row content) {
        return content.entry().filter(entry -> entry.structure().atomCount() <= RowLoader.MOST_CHECKED)
                .map(entry -> loader.assessment(row, entry));
    }
}
