package net.bioclipse.adit.ui.plots;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.generation.RunReport;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.RunRecords;
import net.bioclipse.adit.ui.rows.RunRows;
import net.bioclipse.adit.ui.rows.Verdict;
import net.bioclipse.adit.ui.run.RunModel;

/**
 * How many structures are left after each stage: of a run, and of a file beside the record of its run, as the run counted
 * them; of any other file as far as it is checked.
 */
final class Funnel {

    private static final List<String> STAGES = List.of("drawn", "decoded", "valid", "unique", "novel", "kept");

    private Funnel() {
    }

    /** Stage → count, in order; not to be called in the window's thread. */
    static Map<String, Long> of(ResultsModel model) {
        if (model.table().source() instanceof RunRows rows) {
            return of(rows.run());
        }
        Map<String, Long> run = RunRecords.beside(model.table().source().place()).map(RunRecords::counts).orElse(Map.of());
        Map<String, Long> stages = new LinkedHashMap<>();
        STAGES.stream().filter(run::containsKey).forEach(stage -> stages.put(stage, run.get(stage)));
        return stages.isEmpty() ? rows(model) : stages;
    }

    private static Map<String, Long> rows(ResultsModel model) {
        long[] counts = new long[Verdict.values().length];
        for (int row = 0; row < model.table().size(); row++) {
            counts[model.table().verdict(row).ordinal()]++;
        }
        long plausible = counts[Verdict.VALID.ordinal()];
        long valid = plausible + counts[Verdict.DOUBTFUL.ordinal()];
        Map<String, Long> stages = new LinkedHashMap<>();
        stages.put("rows", (long) model.table().size());
        stages.put("checked", valid + counts[Verdict.INVALID.ordinal()] + counts[Verdict.UNREADABLE.ordinal()]);
        stages.put("readable", valid + counts[Verdict.INVALID.ordinal()]);
        stages.put("valid", valid);
        stages.put("plausible", plausible);
        return stages;
    }

    private static Map<String, Long> of(RunModel run) {
        return run.report().map(Funnel::of).orElseGet(() -> {
            Map<String, Long> stages = new LinkedHashMap<>();
            stages.put("drawn", run.progress().drawn());
            stages.put("kept", run.progress().kept());
            return stages;
        });
    }

    private static Map<String, Long> of(RunReport report) {
        Map<String, Long> stages = new LinkedHashMap<>();
        stages.put("drawn", report.drawn());
        stages.put("decoded", report.decoded());
        stages.put("valid", report.valid());
        stages.put("unique", report.unique());
        report.novel().ifPresent(count -> stages.put("novel", count));
        stages.put("kept", report.kept());
        return stages;
    }
}
