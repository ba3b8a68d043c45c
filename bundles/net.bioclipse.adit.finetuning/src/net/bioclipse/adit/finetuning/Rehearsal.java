package net.bioclipse.adit.finetuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.finetuning.conventions.Conventions;
import net.bioclipse.adit.finetuning.conventions.TrainingArrays;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.GenerationPipeline;
import net.bioclipse.adit.generation.LoadedModel;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.RunReport;
import net.bioclipse.adit.generation.Selection;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.SafetensorsFile;

/**
 * Different structures that the parent draws and the checks accept. Where it is asked for, a share of the batches is made of
 * them, which keeps the new model closer to its parent (Robins 1995, doi 10.1080/09540099550039318).
 */
final class Rehearsal {

    static final String FILE = "rehearsal.safetensors";

    /** As many for each kind as there are structures to learn from, but no more: drawing takes time. */
    private static final int MOST = 200;
    /** For each structure that is wanted; of a parent that draws next to nothing valid, there is nothing to be kept. */
    private static final int ATTEMPTS = 10;

    private Rehearsal() {
    }

    /** @return empty when it was cancelled */
    static Optional<List<TrainingArrays>> of(ModelPackage parent, FineTuningRequest request, TrainingSet data,
            FineTuning.Workbench workbench, TuningControl control) throws IOException, ModelPackageException {
        List<TrainingArrays> drawn = new ArrayList<>();
        try (LoadedModel loaded = workbench.engine().open(parent,
                new NeuralEngine.Options(NeuralEngine.Device.AUTO, request.threads()))) {
            GenerationPipeline pipeline = new GenerationPipeline(loaded, workbench.assessor(), Optional.empty(), Selection.ALL,
                    workbench.sameness(), 1);
            for (StructureKind kind : StructureKind.values()) {
                int count = Math.min(MOST, data.of(kind).size());
                if (count > 0 && parent.kinds().containsKey(kind.word())) {
                    control.begins("Drawing what the model shall not forget: " + count + " " + kind.word() + "s");
                    RunReport report = pipeline.run(GenerationParameters.request(Map.of("kind", kind.word(),
                            "count", Integer.toString(count), "seed", Long.toString(~request.seed()), "keep", "unique",
                            "attempts", Integer.toString(ATTEMPTS * count))),
                            (generated, assessment) -> drawn.add(Conventions.arrays(generated.structure())), control);
                    if (report.state() == RunReport.State.CANCELLED) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(drawn);
    }

    /** How many structures a training rehearses. */
    static long count(Path work) throws ModelPackageException {
        Path file = work.resolve(FILE);
        return !Files.exists(file) ? 0 : SafetensorsFile.open(file).tensors().entrySet().stream()
                .filter(tensor -> tensor.getKey().endsWith("/types")).mapToLong(tensor -> tensor.getValue().shape().get(0))
                .sum();
    }
}
