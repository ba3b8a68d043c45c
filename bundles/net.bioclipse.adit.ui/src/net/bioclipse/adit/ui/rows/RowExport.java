package net.bioclipse.adit.ui.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.io.AtomicFile;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureFormats;
import net.bioclipse.adit.structure.io.StructureReader;
import net.bioclipse.adit.structure.io.StructureWriter;

/** Writes rows to a file: the structure as assessed, the properties, the fields of its record, the note. */
public final class RowExport {

    private static final Assessment UNCHECKED =
            new Assessment(List.of(), List.of(), new int[0], Map.of(), Optional.empty());

    private final ResultsModel model;
    private final StructureFormats formats;

    public RowExport(ResultsModel model, StructureFormats formats) {
        this.model = model;
        this.formats = formats;
    }

    /**
     * Writes rows in the format of the file's suffix. The file appears when all is written; what stood there before stays
     * when that fails or is cancelled.
     *
     * @param rows      row numbers; unreadable rows are left out
     * @param written   told the number of rows written, after each
     * @param cancelled asked before each row
     * @return rows written; 0 when cancelled
     * @throws IllegalArgumentException when the suffix names no format that can be written, or the format cannot hold one of
     *                                  the structures, with a sentence for the user
     * @throws IOException              when it cannot be written, with a sentence for the user
     */
    public int write(int[] rows, Path target, IntConsumer written, BooleanSupplier cancelled) throws IOException {
        StructureFormat format = formats.toWrite(target);
        if (model.table().source() instanceof RecordFile file
                && target.toAbsolutePath().equals(file.place().toAbsolutePath())) {
            throw new IllegalArgumentException("Cannot export to '" + target
                    + "': it is the file that is open here; name another one, or delete rows and save.");
        }
        int count = 0;
        try (AtomicFile file = AtomicFile.create(target)) {
            try (StructureWriter writer = format.writer().orElseThrow().apply(file.stream())) {
                for (int row : rows) {
                    if (cancelled.getAsBoolean()) {
                        return 0;
                    }
                    Row content = model.table().source().row(row);
                    if (content.entry().isPresent()) {
                        write(row, content, format, writer);
                        written.accept(++count);
                    }
                }
            }
            file.commit();
        }
        return count;
    }

    private void write(int row, Row content, StructureFormat format, StructureWriter writer) throws IOException {
        StructureReader.Entry entry = content.entry().orElseThrow();
        AtomicStructure structure = entry.structure();
        if (!format.holds(structure.getClass())) {
            throw new IllegalArgumentException("Row " + (row + 1) + " is a " + (structure instanceof Crystal ? "crystal"
                    : "molecule") + ", which " + format.name() + " cannot hold; choose another format or other rows.");
        }
        Assessment assessment = model.assessment(row, content).orElse(UNCHECKED);
        Map<String, Object> properties = new LinkedHashMap<>(assessment.properties());
        content.fields().forEach(properties::putIfAbsent);
        String note = model.table().text(Column.NOTE, row);
        if (!note.isEmpty()) {
            properties.put("note", note);
        }
        writer.write(entry.name(), structure, new Assessment(assessment.findings(), assessment.bonds(),
                assessment.charges(), properties, assessment.identity()));
    }

    /** The values of rows in some columns as text for the clipboard: a head line, then a line a row, tabs between. */
    public static String asText(RowTable table, int[] rows, List<Column> columns) {
        StringBuilder text = new StringBuilder(String.join("\t", columns.stream().map(Column::title).toList())).append('\n');
        for (int row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                text.append(i == 0 ? "" : "\t").append(table.text(columns.get(i), row).replaceAll("[\\t\\r\\n]", " "));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
