package net.bioclipse.adit.ui.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.rows.Column;
import net.bioclipse.adit.ui.rows.RowTable;
import org.eclipse.jface.dialogs.IDialogSettings;

/** Which columns are shown, how wide they are and how high rows are; remembered for the next file. */
final class TableLayout {

    private static final int DEFAULT_HEIGHT = 78;
    private static final String HIDDEN = "hidden";
    private static final String HEIGHT = "rowHeight";
    private static final List<String> FORWARD = List.of("space group", "density");
    /** Shown when they are wanted. */
    private static final List<String> HIDDEN_AT_FIRST = List.of("note", "space group number", "space group at 0.01 Å",
            "space group number at 0.01 Å", "scaled minimum distance", "reduced formula");
    private static final Map<String, Integer> WIDTHS = Map.of("number", 44, "picture", 112, "name", 118, "formula", 92,
            "atoms", 56, "verdict", 92, "reason", 178, "SMILES", 190, "InChIKey", 150, "note", 120);
    private static final int PER_LETTER = 8;

    private final IDialogSettings settings = AditUi.remembered("results.table");
    private final Map<Column, GridHeads.Head> heads = new HashMap<>();
    private final Set<String> hidden = new LinkedHashSet<>();
    private int rowHeight = DEFAULT_HEIGHT;
    private int known;

    TableLayout() {
        String[] kept = settings.getArray(HIDDEN);
        hidden.addAll(kept == null ? HIDDEN_AT_FIRST : Arrays.asList(kept));
        if (settings.get(HEIGHT) != null) {
            rowHeight = Math.max(24, Math.min(300, settings.getInt(HEIGHT)));
        }
    }

    /** All columns in their order: the pictures second, what one asks of a crystal first before the reasons. */
    List<Column> all(RowTable table) {
        List<Column> columns = new ArrayList<>(table.columns());
        known = columns.size();
        columns.add(1, RowCells.PICTURE);
        for (String id : FORWARD) {
            table.column(id).ifPresent(column -> {
                columns.remove(column);
                columns.add(columns.indexOf(Column.REASON), column);
            });
        }
        return columns;
    }

    List<Column> shown(RowTable table) {
        // Crystals have neither; a file begins with what it holds.
        boolean crystals = table.size() > 0 && table.crystal(0);
        return all(table).stream().filter(column -> !hidden.contains(column.id()))
                .filter(column -> !crystals || !column.equals(Column.SMILES) && !column.equals(Column.INCHIKEY)).toList();
    }

    /** Whether columns have come since they were last asked for. */
    boolean grown(RowTable table) {
        return table.columns().size() != known;
    }

    boolean hidden(Column column) {
        return hidden.contains(column.id());
    }

    void hide(Column column, boolean hide) {
        if (hide) {
            hidden.add(column.id());
        } else {
            hidden.remove(column.id());
        }
        settings.put(HIDDEN, hidden.toArray(String[]::new));
    }

    GridHeads.Head head(Column column) {
        return heads.computeIfAbsent(column, c -> new GridHeads.Head(c.title(), c.help(), c.numeric(),
                WIDTHS.getOrDefault(c.id(), Math.max(80, Math.min(180, 20 + PER_LETTER * c.title().length())))));
    }

    int rowHeight() {
        return rowHeight;
    }

    void rowHeight(int pixels) {
        rowHeight = pixels;
        settings.put(HEIGHT, pixels);
        GridHeads.Head picture = heads.get(RowCells.PICTURE);
        if (picture != null) {
            picture.width(pixels * 4 / 3 + 8);
        }
    }
}
