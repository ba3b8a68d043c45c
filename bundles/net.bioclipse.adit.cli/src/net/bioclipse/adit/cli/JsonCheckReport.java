package net.bioclipse.adit.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.structure.Assessment.Finding;

/**
 * One JSON object, written while the files are read: the array {@code structures}, one line each, which ends with the names
 * of all failed checks, and then {@code total}, {@code valid}, {@code unique}, {@code reasons}, {@code checks} (name →
 * passed, failed, family) and {@code errors}. The family of a check is its convention: validity, plausibility, or comparison
 * for the verdicts of other authors.
 */
final class JsonCheckReport implements CheckReport {

    private final PrintStream out;
    /** SMILES are full of '=', which the default would escape. */
    private final Gson gson = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private String separator = "";

    JsonCheckReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin() {
        out.print("{\n\"structures\": [");
    }

    @Override
    public void add(CheckedStructure checked) {
        Map<String, Object> fields = checked.fields();
        if (checked.kind().equals("molecule")) {
            // Always there for a molecule, so that programs need not ask whether the keys are.
            fields.putIfAbsent("smiles", null);
            fields.putIfAbsent("inchikey", null);
        }
        fields.put("failed_checks", checked.assessment().findings().stream().filter(finding -> !finding.passed())
                .map(Finding::check).toList());
        out.print(separator + "\n" + gson.toJson(fields));
        separator = ",";
    }

    @Override
    public void end(CheckTally tally, List<String> problems) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("total", tally.total());
        summary.put("valid", tally.valid());
        tally.plausible().ifPresent(count -> summary.put("plausible", count));
        summary.put("unique", tally.unique());
        tally.novel().ifPresent(count -> summary.put("novel", count));
        tally.selected().ifPresent(count -> summary.put("selected", count));
        summary.put("reasons", tally.reasons());
        if (tally.plausible().isPresent()) {
            summary.put("implausible", tally.implausible());
        }
        if (!tally.relaxations().isEmpty()) {
            summary.put("relaxations", tally.relaxations());
        }
        summary.put("checks", tally.checks());
        summary.put("errors", problems);
        out.print("\n]");
        summary.forEach((key, value) -> out.print(",\n" + gson.toJson(key) + ": " + gson.toJson(value)));
        out.print("\n}\n");
    }
}
