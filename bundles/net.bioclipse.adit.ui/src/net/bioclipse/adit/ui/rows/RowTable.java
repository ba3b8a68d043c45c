package net.bioclipse.adit.ui.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Molecule;

/**
 * What the rows show: values by column, filled in the background by a {@link RowLoader} and read by everybody. Structures
 * are not kept, so a million rows fit. Rows are numbered from 0 in the order of their source and never renumbered.
 */
public final class RowTable {

    private final RowSource source;
    private final Map<Column, ColumnValues> columns = new LinkedHashMap<>();
    private final Map<String, Column> byId = new LinkedHashMap<>();
    /** Bits of the elements of each row: two longs, element number z is bit z. */
    private long[] elements = new long[0];
    private final BitSet crystals = new BitSet();

    public RowTable(RowSource source) {
        this.source = source;
        for (Column column : List.of(Column.NUMBER, Column.NAME, Column.FORMULA, Column.ATOMS, Column.VERDICT, Column.REASON,
                Column.SMILES, Column.INCHIKEY, Column.NOTE)) {
            add(column);
        }
    }

    public RowSource source() {
        return source;
    }

    /** Rows so far. */
    public int size() {
        return source.size();
    }

    /** The columns so far; data fields and properties come as they are found. */
    public synchronized List<Column> columns() {
        return List.copyOf(columns.keySet());
    }

    /** The column of an id; empty while there is none. */
    public synchronized Optional<Column> column(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What a cell shows; empty while it is not known. */
    public String text(Column column, int row) {
        return column.equals(Column.NUMBER) ? Integer.toString(row + 1)
                : values(column).map(values -> values.text(row)).orElse("");
    }

    /** The number in a cell, NaN where there is none. */
    public double number(Column column, int row) {
        return column.equals(Column.NUMBER) ? row + 1 : values(column).map(values -> values.number(row)).orElse(Double.NaN);
    }

    /** The numbers of a column now, one for each of the first {@code size} rows; a copy. */
    public double[] numbers(Column column, int size) {
        if (column.equals(Column.NUMBER)) {
            double[] numbers = new double[size];
            Arrays.setAll(numbers, i -> i + 1);
            return numbers;
        }
        return values(column).map(values -> values.numbers(size)).orElseGet(() -> {
            double[] none = new double[size];
            Arrays.fill(none, Double.NaN);
            return none;
        });
    }

    /** The texts of a column now, null where there is none; a copy. */
    String[] texts(Column column, int size) {
        return values(column).map(values -> values.texts(size)).orElseGet(() -> new String[size]);
    }

    public Verdict verdict(int row) {
        return Verdict.ofWord(text(Column.VERDICT, row));
    }

    /** Whether a row is known to be a crystal. */
    public synchronized boolean crystal(int row) {
        return crystals.get(row);
    }

    /** Whether a row has this element; false while the row is not read. */
    synchronized boolean has(int atomicNumber, int row) {
        int word = 2 * row + (atomicNumber >> 6);
        return word < elements.length && (elements[word] & 1L << (atomicNumber & 63)) != 0;
    }

    private synchronized Optional<ColumnValues> values(Column column) {
        return Optional.ofNullable(columns.get(column));
    }

    private Column add(Column column) {
        columns.put(column, new ColumnValues(column.numeric()));
        byId.put(column.id(), column);
        return column;
    }

    /** Takes over what a row says by itself. */
    void read(int row, Row content) {
        if (content.entry().isEmpty()) {
            set(Column.VERDICT, row, Verdict.UNREADABLE.word());
            set(Column.REASON, row, content.failure());
            return;
        }
        AtomicStructure structure = content.entry().get().structure();
        set(Column.NAME, row, content.entry().get().name());
        set(Column.FORMULA, row, structure.formulaText().intern());
        values(Column.ATOMS).orElseThrow().set(row, structure.atomCount());
        setElements(row, structure);
        content.fields().forEach((name, value) -> setProperty(name, value, row));
    }

    /** Takes over what the checks say about a row. */
    void assessed(int row, Assessment assessment) {
        set(Column.VERDICT, row, Verdict.of(assessment).word());
        set(Column.REASON, row, Verdict.reason(assessment));
        assessment.properties().forEach((name, value) -> setProperty(name, value, row));
    }

    /** Says that a row is not checked. */
    void tooLarge(int row, int mostAtoms) {
        set(Column.REASON, row, "not checked: more than " + mostAtoms + " atoms");
    }

    void note(int row, String note) {
        set(Column.NOTE, row, note);
    }

    private synchronized void setElements(int row, AtomicStructure structure) {
        if (2 * row + 1 >= elements.length) {
            elements = Arrays.copyOf(elements, Math.max(2 * row + 2, elements.length + elements.length / 2 + 128));
        }
        for (int i = 0; i < structure.atomCount(); i++) {
            int z = Math.min(Element.COUNT, structure.atomicNumber(i));
            elements[2 * row + (z >> 6)] |= 1L << (z & 63);
        }
        crystals.set(row, !(structure instanceof Molecule));
    }

    private void set(Column column, int row, String value) {
        if (!value.isEmpty() || !text(column, row).isEmpty()) {
            values(column).orElseThrow().set(row, value);
        }
    }

    /** A column is one of numbers when its first value is a number; a text in it is then left out. */
    private void setProperty(String name, Object value, int row) {
        double number = value instanceof Number n ? n.doubleValue() : NumberText.parse(value.toString());
        Column column;
        synchronized (this) {
            column = byId.get(name);
            if (column == null) {
                column = add(Column.of(name, !Double.isNaN(number)));
            }
        }
        if (column.numeric()) {
            values(column).orElseThrow().set(row, number);
        } else {
            set(column, row, value.toString());
        }
    }

    /** Columns whose values are numbers, in their order. */
    public List<Column> numericColumns() {
        return new ArrayList<>(columns().stream().filter(Column::numeric).toList());
    }
}
