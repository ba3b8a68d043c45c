package net.bioclipse.adit.ui.rows;

import java.util.BitSet;
import net.bioclipse.adit.structure.StructureFilter;
import net.bioclipse.adit.structure.io.StructureReader;

/** Which rows hold a pattern. Each row is read and searched once, when it is first asked for, in the thread that asks. */
public final class SubstructureSearch {

    private final String pattern;
    private final StructureFilter filter;
    private final RowTable table;
    private final RowLoader loader;
    private final BitSet searched = new BitSet();
    private final BitSet found = new BitSet();

    /**
     * @param pattern SMARTS, for people
     * @param filter  lets pass what holds the pattern
     */
    public SubstructureSearch(String pattern, StructureFilter filter, RowTable table, RowLoader loader) {
        this.pattern = pattern;
        this.filter = filter;
        this.table = table;
        this.loader = loader;
    }

    public String pattern() {
        return pattern;
    }

    boolean matches(int row) {
        synchronized (this) {
            if (searched.get(row)) {
                return found.get(row);
            }
        }
        Row content = table.source().row(row);
        boolean match = content.entry().filter(entry -> entry.structure().atomCount() <= RowLoader.MOST_CHECKED)
                .filter(entry -> passes(row, entry)).isPresent();
        synchronized (this) {
            searched.set(row);
            found.set(row, match);
        }
        return match;
    }

    private boolean passes(int row, StructureReader.Entry entry) {
        return filter.refusal(entry.structure(), loader.assessment(row, entry)).isEmpty();
    }
}
