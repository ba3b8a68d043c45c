package net.bioclipse.adit.finetuning;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.GenerationPipeline;
import net.bioclipse.adit.generation.GenerationRequest;
import net.bioclipse.adit.generation.LoadedModel;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.RunControl;
import net.bioclipse.adit.generation.RunReport;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.structure.StructureAssessor;

/**
 * What a model draws by itself: the same seed gives the same noise to every model.
 *
 * @param drawn    structures drawn
 * @param valid    of them valid
 * @param unique   different ones among the valid
 * @param features of the valid ones
 */
record SampleQuality(long drawn, long valid, long unique, FeatureTally features) {

    /** @return empty when it was cancelled */
    static Optional<SampleQuality> of(ModelPackage model, StructureKind kind, int samples, long seed, NeuralEngine engine,
            NeuralEngine.Options options, StructureAssessor assessor, RunControl control)
            throws IOException, ModelPackageException {
        GenerationRequest request = GenerationParameters.request(Map.of("kind", kind.word(),
                "count", Integer.toString(samples), "seed", Long.toString(seed), "keep", "all"));
        FeatureTally features = new FeatureTally();
        Set<String> identities = new HashSet<>();
        try (LoadedModel loaded = engine.open(model, options)) {
            RunReport report = new GenerationPipeline(loaded, assessor, 1).run(request, (generated, assessment) -> {
                if (assessment.valid()) {
                    features.add(generated.structure().atomCount(), Features.of(generated.structure(), assessment));
                    assessment.identity().ifPresent(identities::add);
                }
            }, control);
            return report.state() == RunReport.State.CANCELLED ? Optional.empty()
                    : Optional.of(new SampleQuality(report.drawn(), report.valid(), identities.size(), features));
        }
    }

    double validity() {
        return drawn == 0 ? 0 : valid / (double) drawn;
    }
}
