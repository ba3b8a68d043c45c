package net.bioclipse.adit.ui.rows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.report.Report;
import net.bioclipse.adit.report.Summary;
import net.bioclipse.adit.report.Summary.Stage;
import net.bioclipse.adit.runs.RunRecordFile;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Sameness;
import net.bioclipse.adit.structure.io.AtomicFile;

/** The page on some rows: how many pass which check, why the others do not, what they look like. One for each page. */
public final class RowReport {

    private final ResultsModel model;
    private final Report page;
    private final Sameness sameness;
    private final Map<String, Long> reasons = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private long unreadable;
    private long valid;
    private long plausible;
    private long unique;

    /**
     * @param page     an empty one
     * @param sameness tells repeated structures; of its own for each page
     */
    public RowReport(ResultsModel model, Report page, Sameness sameness) {
        this.model = model;
        this.page = page;
        this.sameness = sameness;
    }

    /**
     * Checks rows and writes the page, whole or not at all.
     *
     * @param versions  program → version
     * @param done      told the number of rows looked at, after each
     * @param cancelled asked before each row
     * @return false when cancelled
     * @throws IOException with a sentence for the user when the page cannot be written
     */
    public boolean write(int[] rows, Path target, Map<String, String> versions, IntConsumer done, BooleanSupplier cancelled)
            throws IOException {
        for (int i = 0; i < rows.length; i++) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            add(rows[i]);
            done.accept(i + 1);
        }
        Summary summary = new Summary(title(rows), "", stages(rows.length), sorted(), settings(), versions, notes);
        try (AtomicFile html = AtomicFile.create(target)) {
            try (OutputStream stream = html.stream()) {
                page.write(summary, stream);
            }
            html.commit();
        }
        return true;
    }

    private String title(int[] rows) {
        String what = rows.length == model.table().size() ? "Structures" : rows.length == 1 ? "Row " + (rows[0] + 1)
                : rows.length + " rows";
        return what + " of " + model.table().source().place().getFileName();
    }

    private void add(int row) {
        Row content = model.table().source().row(row);
        Optional<Assessment> found = model.assessment(row, content);
        if (found.isEmpty()) {
            unreadable++;
            return;
        }
        AtomicStructure structure = content.entry().orElseThrow().structure();
        String name = content.entry().get().name();
        Assessment assessment = found.get();
        page.add(name.isEmpty() ? "row " + (row + 1) : name, structure, assessment, Optional.empty());
        assessment.failure().map(Finding::check).ifPresentOrElse(check -> reasons.merge(check, 1L, Long::sum), () -> {
            valid++;
            plausible += assessment.firstFailed(Family.PLAUSIBILITY).isEmpty() ? 1 : 0;
            unique += sameness.firstEqual(valid, structure, assessment) == valid ? 1 : 0;
        });
    }

    private List<Stage> stages(int rows) {
        if (unreadable > 0) {
            notes.add((unreadable == 1 ? "1 row" : unreadable + " rows")
                    + " could not be read or checked; the table says why.");
        }
        return List.of(new Stage("rows", rows, "of the table"), new Stage("readable", rows - unreadable, "and checked"),
                new Stage("valid", valid, "passed every check of validity"),
                new Stage("plausible", plausible, "valid, and passed every check of plausibility"),
                new Stage("unique", unique, "valid, and not equal to an earlier one"));
    }

    private Map<String, Long> sorted() {
        Map<String, Long> sorted = new LinkedHashMap<>();
        reasons.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey())).forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** What the run was asked that made the file, where its record lies beside it. */
    private Map<String, String> settings() {
        Optional<Path> record = RunRecords.beside(model.table().source().place());
        try {
            return record.isPresent() ? RunRecordFile.read(record.get()).parameters() : Map.of();
        } catch (IOException | IllegalRequestException e) {
            notes.add(String.valueOf(e.getMessage()));
            return Map.of();
        }
    }
}
