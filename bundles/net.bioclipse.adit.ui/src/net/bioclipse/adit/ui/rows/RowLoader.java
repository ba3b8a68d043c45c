package net.bioclipse.adit.ui.rows;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureReader;

/**
 * Fills a {@link RowTable}: first what each row says by itself, which is quick, then the checks, which are not. Rows that
 * somebody looks at are checked before the others. Runs in the thread that calls {@link #run}; everything else may be
 * called from any thread.
 */
public final class RowLoader {

    /** The checks of a larger structure may take hours; it is shown without them. */
    public static final int MOST_CHECKED = 5000;
    private static final int BLOCK = 256;

    /**
     * How far the table is.
     *
     * @param read     rows read
     * @param assessed rows checked, unreadable ones included
     * @param size     rows there are
     */
    public record Progress(int read, int assessed, int size) {

        public boolean done() {
            return read >= size && assessed == size;
        }
    }

    private final RowTable table;
    private final AssessmentCache assessments;
    private final Deque<Integer> wanted = new ArrayDeque<>();
    private final BitSet assessed = new BitSet();
    private int read;
    private int next;
    private volatile boolean paused;

    public RowLoader(RowTable table, StructureAssessor assessor) {
        this.table = table;
        this.assessments = new AssessmentCache(table.source(), assessor);
    }

    /** Asks for the checks of these rows before those of all others; the last asked come first. */
    public void want(int[] rows) {
        synchronized (wanted) {
            for (int i = rows.length - 1; i >= 0; i--) {
                wanted.addFirst(rows[i]);
            }
            while (wanted.size() > 4 * BLOCK) {
                wanted.removeLast();
            }
        }
    }

    /** While paused only rows that are wanted are checked. */
    public void pause(boolean pause) {
        paused = pause;
    }

    public boolean paused() {
        return paused;
    }

    public synchronized Progress progress() {
        return new Progress(read, assessed.cardinality(), table.size());
    }

    /** Whether {@link #run} would find something to do. */
    public synchronized boolean pending() {
        synchronized (wanted) {
            return read < table.size() || !wanted.isEmpty() || !paused && assessed.cardinality() < table.size();
        }
    }

    /**
     * Reads and checks what there is, and returns when nothing is left.
     *
     * @param cancelled asked between two rows
     * @param told      told now and then how far the table is, and at the end
     */
    public void run(BooleanSupplier cancelled, Consumer<Progress> told) {
        while (!cancelled.getAsBoolean()) {
            Integer urgent = urgent();
            if (urgent != null) {
                assess(urgent);
            } else if (readAhead()) {
                told.accept(progress());
            } else if (!paused && assessNext()) {
                if (next % BLOCK == 0) {
                    told.accept(progress());
                }
            } else {
                break;
            }
        }
        told.accept(progress());
    }

    private Integer urgent() {
        synchronized (wanted) {
            return wanted.pollFirst();
        }
    }

    private boolean readAhead() {
        int from = read;
        int to = Math.min(table.size(), from + BLOCK);
        if (from == to) {
            return false;
        }
        List<Row> rows = table.source().rows(from, to);
        for (int i = from; i < to; i++) {
            Row row = rows.get(i - from);
            table.read(i, row);
            if (row.entry().isEmpty()) {
                finished(i);
            }
        }
        synchronized (this) {
            read = to;
        }
        return true;
    }

    private boolean assessNext() {
        synchronized (this) {
            next = assessed.nextClearBit(next);
        }
        if (next >= table.size()) {
            return false;
        }
        assess(next);
        return true;
    }

    private void assess(int row) {
        synchronized (this) {
            if (row >= table.size() || assessed.get(row)) {
                return;
            }
        }
        Row content = table.source().row(row);
        if (content.entry().isPresent() && content.entry().get().structure().atomCount() > MOST_CHECKED) {
            table.tooLarge(row, MOST_CHECKED);
        } else if (content.entry().isPresent()) {
            table.assessed(row, assessments.of(row, content.entry().get()));
        } else {
            table.read(row, content);
        }
        finished(row);
    }

    private synchronized void finished(int row) {
        assessed.set(row);
    }

    /** The assessment of a row, computed in the calling thread where it is not at hand. */
    public Assessment assessment(int row, StructureReader.Entry entry) {
        return assessments.of(row, entry);
    }
}
