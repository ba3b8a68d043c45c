package net.bioclipse.adit.finetuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.bioclipse.adit.generation.GenerationPipeline;
import net.bioclipse.adit.generation.GenerationRequest;
import net.bioclipse.adit.generation.LoadedModel;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.RunControl;
import net.bioclipse.adit.generation.RunReport;
import net.bioclipse.adit.generation.Selection;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureWriter;

/**
 * What a model draws by itself: the same seed gives the same noise to every model.
 *
 * @param drawn    structures drawn
 * @param valid    of them valid
 * @param unique   different ones among the valid
 * @param features of the valid ones
 */
record SampleQuality(long drawn, long valid, long unique, FeatureTally features) {

    /**
     * @param file where what was drawn is written
     * @return empty when it was cancelled
     */
    static Optional<SampleQuality> of(ModelPackage model, GenerationRequest request, NeuralEngine.Options options,
            FineTuning.Workbench workbench, Path file, RunControl control) throws IOException, ModelPackageException {
        FeatureTally features = new FeatureTally();
        StructureFormat format = workbench.formats().toWrite(file);
        try (LoadedModel loaded = workbench.engine().open(model, options);
                StructureWriter writer = format.writer().orElseThrow().apply(Files.newOutputStream(file))) {
            GenerationPipeline pipeline = new GenerationPipeline(loaded, workbench.assessor(), Optional.empty(), Selection.ALL,
                    workbench.sameness(), 1);
            RunReport report = pipeline.run(request, (generated, assessment) -> {
                writer.write("adit-" + generated.seed() + "-" + generated.index(), generated.structure(), assessment);
                if (assessment.valid()) {
                    features.add(generated.structure().atomCount(), Features.of(generated.structure(), assessment));
                }
            }, control);
            return report.state() == RunReport.State.CANCELLED ? Optional.empty()
                    : Optional.of(new SampleQuality(report.drawn(), report.valid(), report.unique(), features));
        }
    }

    double validity() {
        return drawn == 0 ? 0 : valid / (double) drawn;
    }
}
