package net.bioclipse.adit.structure.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;

/**
 * Writes a table without coordinates, a row for each structure: name, kind, formula, atoms, valid, reason, and a column
 * for every property that any assessment has, in the order in which they first appear. So the rows wait in memory until
 * {@link #close()}. Quoted as in RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180) with LF as the line end. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class CsvWriter implements StructureWriter {

    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r].*");
    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

    private final Writer out;
    private final Set<String> columns =
            new LinkedHashSet<>(List.of("name", "kind", "formula", "atoms", "valid", "reason"));
    private final List<Map<String, String>> rows = new ArrayList<>();
    private boolean closed;

    public CsvWriter(OutputStream stream) {
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    @Override
    public void write(String name, AtomicStructure structure, Assessment assessment) {
        Map<String, String> row = new LinkedHashMap<>();
        // Properties first: one that has the name of a fixed column gives way to it.
        assessment.properties().forEach((property, value) -> row.put(property, cell(value)));
        row.put("name", cell(name));
        row.put("kind", structure instanceof Crystal ? "crystal" : "molecule");
        row.put("formula", structure.formulaText());
        row.put("atoms", Integer.toString(structure.atomCount()));
        row.put("valid", Boolean.toString(assessment.valid()));
        row.put("reason", cell(assessment.failure().map(Assessment.Finding::check).orElse("")));
        columns.addAll(row.keySet());
        rows.add(row);
    }

    private static String cell(Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? Decimals.shortest(number) : "";
        }
        String text = value == null ? "" : value.toString();
        boolean formula = !(value instanceof Number) && FORMULA.matcher(text).matches() && Decimals.parse(text).isEmpty();
        return quoted(formula ? "'" + text : text);
    }

    private static String quoted(String text) {
        return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (!closed) {
                closed = true;
                List<String> head = columns.stream().map(CsvWriter::cell).toList();
                out.append(String.join(",", head)).append('\n');
                for (Map<String, String> row : rows) {
                    out.append(String.join(",", columns.stream().map(column -> row.getOrDefault(column, "")).toList()))
                            .append('\n');
                }
            }
        }
    }
}
