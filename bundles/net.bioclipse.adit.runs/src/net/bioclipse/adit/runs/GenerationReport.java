package net.bioclipse.adit.runs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.generation.GeneratedStructure;
import net.bioclipse.adit.generation.ResultSink;
import net.bioclipse.adit.generation.RunReport;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.report.Report;
import net.bioclipse.adit.report.Summary;
import net.bioclipse.adit.report.Summary.Stage;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Depictor;
import net.bioclipse.adit.structure.io.AtomicFile;

/** The report page of a run: a sink that sees every decoded structure, kept or not, and writes the page in the end. */
public final class GenerationReport implements ResultSink {

    private final Report report;

    public GenerationReport(Depictor depictor) {
        report = new Report(depictor);
    }

    /** The page itself, for a reference of one's own; without one the sizes of the training data are drawn. */
    public Report page() {
        return report;
    }

    @Override
    public void accept(GeneratedStructure generated, Assessment assessment) {
        report.add("number " + generated.index(), generated.structure(), assessment, Optional.empty());
    }

    @Override
    public void refused(GeneratedStructure generated, Assessment assessment, Finding why) {
        report.add("number " + generated.index(), generated.structure(), assessment, Optional.of(why));
    }

    /** Draws the sizes of the model's training data behind those of the run. */
    public void compareWithTrainingData(ModelPackage.Kind kind) {
        report.reference("training data of the model").addSizes(kind.atomCounts());
    }

    /** Puts the page into a file, whole or not at all. */
    public void write(Path file, GenerationRun run, RunReport counts, Map<String, String> versions) throws IOException {
        String kinds = run.request().kind().word() + "s";
        Summary summary = new Summary(Character.toUpperCase(kinds.charAt(0)) + kinds.substring(1) + " drawn by "
                + run.model().id(), run.model().description(), stages(counts), counts.refusals(), run.record().parameters(),
                versions, notes(counts));
        try (AtomicFile page = AtomicFile.create(file)) {
            try (OutputStream stream = page.stream()) {
                report.write(summary, stream);
            }
            page.commit();
        }
    }

    private static List<Stage> stages(RunReport counts) {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage("drawn", counts.drawn(), "by the model, from noise"));
        stages.add(new Stage("decoded", counts.decoded(), "into finite atoms and a cell"));
        stages.add(new Stage("valid", counts.valid(), "passed every check of validity"));
        counts.plausible().ifPresent(count -> stages.add(new Stage("plausible", count, "valid, and passed every check of"
                + " plausibility")));
        stages.add(new Stage("unique", counts.unique(), "valid, and not equal to an earlier one"));
        counts.novel().ifPresent(count -> stages.add(new Stage("novel", count, "unique, and not known")));
        stages.add(new Stage("kept", counts.kept(), "written to the file"));
        return stages;
    }

    private static List<String> notes(RunReport counts) {
        return switch (counts.state()) {
            case COMPLETE -> List.of();
            case CANCELLED -> List.of("The run was stopped before " + counts.asked() + " structures were kept.");
            case EXHAUSTED -> List.of("The attempts were used up before " + counts.asked() + " structures were kept.");
        };
    }
}
