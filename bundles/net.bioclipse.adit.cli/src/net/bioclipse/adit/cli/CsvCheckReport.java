package net.bioclipse.adit.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table (RFC 4180) with the same columns for molecules and crystals; the summary goes to the other stream. */
final class CsvCheckReport implements CheckReport {

    static final List<String> COLUMNS = List.of("index", "file", "name", "kind", "formula", "valid", "reason", "message",
            "smiles", "inchikey", "density", "minimum_distance");

    private final PrintStream out;
    private final TextCheckReport summary;

    CsvCheckReport(PrintStream out, PrintStream err) {
        this.out = out;
        this.summary = new TextCheckReport(err);
    }

    @Override
    public void begin() {
        row(COLUMNS);
    }

    @Override
    public void add(CheckedStructure checked) {
        Map<String, Object> fields = checked.fields();
        row(COLUMNS.stream().map(column -> fields.get(column) == null ? "" : fields.get(column).toString()).toList());
    }

    @Override
    public void end(CheckTally tally, List<String> problems) {
        summary.end(tally, problems);
    }

    private void row(List<String> cells) {
        out.print(cells.stream().map(CsvCheckReport::quoted).collect(Collectors.joining(",")) + "\n");
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\\r\\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
