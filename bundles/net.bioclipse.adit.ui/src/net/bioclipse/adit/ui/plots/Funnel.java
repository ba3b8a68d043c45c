package net.bioclipse.adit.ui.plots;

import java.util.LinkedHashMap;
import java.util.Map;
import net.bioclipse.adit.generation.RunReport;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.RunRows;
import net.bioclipse.adit.ui.rows.Verdict;
import net.bioclipse.adit.ui.run.RunModel;

/** How many structures are left after each stage: of a run as it counted them, of a file as far as it is checked. */
final class Funnel {

    private Funnel() {
    }

    /** Stage → count, in order. */
    static Map<String, Long> of(ResultsModel model) {
        Map<String, Long> stages = new LinkedHashMap<>();
        if (model.table().source() instanceof RunRows rows) {
            run(rows.run(), stages);
            return stages;
        }
        long[] counts = new long[Verdict.values().length];
        for (int row = 0; row < model.table().size(); row++) {
            counts[model.table().verdict(row).ordinal()]++;
        }
        long plausible = counts[Verdict.VALID.ordinal()];
        long valid = plausible + counts[Verdict.DOUBTFUL.ordinal()];
        stages.put("rows", (long) model.table().size());
        stages.put("checked", valid + counts[Verdict.INVALID.ordinal()] + counts[Verdict.UNREADABLE.ordinal()]);
        stages.put("readable", valid + counts[Verdict.INVALID.ordinal()]);
        stages.put("valid", valid);
        stages.put("plausible", plausible);
        return stages;
    }

    private static void run(RunModel run, Map<String, Long> stages) {
        if (run.report().isEmpty()) {
            stages.put("drawn", run.progress().drawn());
            stages.put("kept", run.progress().kept());
            return;
        }
        RunReport report = run.report().get();
        stages.put("drawn", report.drawn());
        stages.put("decoded", report.decoded());
        stages.put("valid", report.valid());
        stages.put("unique", report.unique());
        stages.put("kept", report.kept());
    }
}
