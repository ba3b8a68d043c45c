package net.bioclipse.adit.finetuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.bioclipse.adit.finetuning.conventions.Conventions;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.GenerationRequest;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.RunControl;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.ModelPackageReader;
import net.bioclipse.adit.structure.Sameness;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.SymmetryFinder;
import net.bioclipse.adit.structure.io.StructureFormats;

/**
 * Makes a model that draws more of what a chemist has: the only call of the faces. While it works, everything lies in
 * {@code OUTPUT.training} beside the output; the output appears whole at the end. An interrupted training is kept there and
 * gone on with when {@code resume} is asked for.
 */
public final class FineTuning {

    /** A structure may be this much larger than the largest one that the model knows. */
    private static final int GROWTH = 2;
    private static final int LARGEST_PRETRAINED = 200;
    private static final String SAMPLES = "samples";

    private final FineTuningRequest request;
    private final Optional<ModelPackage> base;
    private final Path directory;
    private final TuningPlaces places;
    private final Path work;
    private final Workbench workbench;
    private final TuningControl control;

    /**
     * What is worked with.
     *
     * @param engine   runs the models before and after
     * @param assessor judges structures, with no aspects beside validity
     * @param formats  reads files
     * @param sameness makes what tells equal structures of one run, as in generation
     * @param symmetry finds the space groups of the data
     * @param trainer  starts the training process
     */
    public record Workbench(NeuralEngine engine, StructureAssessor assessor, StructureFormats formats,
            Supplier<Sameness> sameness, SymmetryFinder symmetry, Trainer trainer) {
    }

    /** How the training process is started. */
    @FunctionalInterface
    public interface Trainer {

        /**
         * @param folder the plan
         * @return the command, or empty when the fetching of libraries was cancelled
         */
        Optional<List<String>> command(FineTuningRequest request, Path folder, TuningControl control) throws IOException;
    }

    private FineTuning(FineTuningRequest request, Optional<ModelPackage> base, Path directory, Workbench workbench,
            TuningControl control) {
        this.request = request;
        this.base = base;
        this.directory = directory;
        this.workbench = workbench;
        this.control = control;
        places = TuningPlaces.of(request, directory);
        work = places.work();
    }

    /** Whether an interrupted training lies where this one would work: it wants to be resumed or discarded. */
    public static boolean interrupted(FineTuningRequest request, Path directory) {
        return Files.exists(TuningPlaces.of(request, directory).work());
    }

    /** Deletes an interrupted training. */
    public static void discard(FineTuningRequest request, Path directory) throws IOException {
        TuningPlaces.delete(TuningPlaces.of(request, directory).work());
    }

    /**
     * Reads and checks the data as {@link #run} does, and writes nothing. Space groups, most of the time of many crystals, are
     * left out: they say nothing about what is accepted.
     *
     * @return what would be learned from, which may be nothing, and what is refused; empty when it was cancelled
     * @throws IllegalRequestException when there is no file, or the kind is not known to the model
     * @throws ModelPackageException   when the model has other conventions
     */
    public static Optional<TrainingSet> preview(FineTuningRequest request, Optional<ModelPackage> base, Path directory,
            Workbench workbench, RunControl control) throws IOException, ModelPackageException {
        return read(request, base, directory, workbench, (crystal, tolerance) -> Optional.empty(), control);
    }

    private static Optional<TrainingSet> read(FineTuningRequest request, Optional<ModelPackage> base, Path directory,
            Workbench workbench, SymmetryFinder symmetry, RunControl control) throws IOException, ModelPackageException {
        if (base.isPresent()) {
            Conventions.check(base.get().conventions(), base.get().id());
        }
        return DataPreparation.read(places(request, directory), workbench.formats, workbench.assessor, symmetry,
                rules(request, base), control);
    }

    private static List<Path> places(FineTuningRequest request, Path directory) {
        return request.data().stream().map(directory::resolve).toList();
    }

    /**
     * Runs to the end in the calling thread.
     *
     * @param base      the model to start from, empty when pretraining
     * @param directory relative names begin here
     * @return empty when it was cancelled before training; nothing is left then
     * @throws IllegalRequestException when the request, the data or the model for it cannot be
     * @throws ModelPackageException   when the parent or the result is not as it should be
     * @throws IOException             when reading, fetching, training or writing fails, with a sentence for the user
     */
    public static Optional<FineTuningReport> run(FineTuningRequest request, Optional<ModelPackage> base, Path directory,
            Workbench workbench, TuningControl control) throws IOException, ModelPackageException {
        return new FineTuning(request, base, directory, workbench, control).run();
    }

    private Optional<FineTuningReport> run() throws IOException, ModelPackageException {
        places.check(request.resume());
        Architecture architecture = base.isPresent() ? base.get().architecture()
                : Architectures.named(request.architecture(), directory);
        List<Path> data = places(request, directory);
        control.begins("Reading " + data.stream().map(Path::toString).collect(Collectors.joining(", ")));
        Optional<TrainingSet> read = read(request, base, directory, workbench, workbench.symmetry, control);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        read.get().checkNotEmpty(data);
        boolean done = false;
        try {
            Optional<FineTuningReport> report = learn(architecture, read.get());
            done = report.isPresent();
            return report;
        } catch (IOException e) {
            throw places.told(e);
        } finally {
            if (done || !places.worthKeeping()) {
                TuningPlaces.delete(work);
            }
        }
    }

    private Optional<FineTuningReport> learn(Architecture architecture, TrainingSet data)
            throws IOException, ModelPackageException {
        TunedPackage tuned = new TunedPackage(request, architecture, base, data);
        tuned.check(work.resolve("draft"));
        places.checkRoom(architecture);
        TrainingPlan.write(work, request, architecture, base, data);
        boolean trained = request.resume() && Files.exists(places.outcome())
                && Files.exists(work.resolve("result").resolve(TrainingPlan.WEIGHTS));
        // What must be fetched is fetched first: whoever is offline learns it at once.
        Optional<List<String>> command = trained ? Optional.of(List.of())
                : workbench.trainer.command(request, work, control);
        Map<StructureKind, SampleQuality> before = new EnumMap<>(StructureKind.class);
        if (command.isEmpty() || base.isPresent() && !sample(base.get(), data, before, "before")) {
            return Optional.empty();
        }
        RefusalTable.write(places.refused(), data.refusals());
        Optional<TrainingOutcome> outcome = trained ? Optional.of(OutcomeFile.read(places.outcome())) : train(command.get());
        if (outcome.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(finish(tuned, data, before, outcome.get()));
    }

    private FineTuningReport finish(TunedPackage tuned, TrainingSet data, Map<StructureKind, SampleQuality> before,
            TrainingOutcome outcome) throws IOException, ModelPackageException {
        Path result = work.resolve("result");
        Path trial = work.resolve("trial");
        TuningPlaces.delete(trial);
        ModelPackage drawn = tuned.assemble(result, work.resolve("draft"), trial, Map.of(), "# " + tuned.id() + "\n");
        Map<StructureKind, SampleQuality> after = new EnumMap<>(StructureKind.class);
        List<Comparison> comparisons = new ArrayList<>();
        if (sample(drawn, data, after, "after")) {
            after.forEach((kind, quality) -> comparisons.add(new Comparison(kind, data.features().get(kind),
                    Optional.ofNullable(before.get(kind)), quality, places.samples())));
        }
        Map<String, Object> metrics = new LinkedHashMap<>();
        base.ifPresent(model -> metrics.put("parentChecksum", model.checksum()));
        outcome.validationLoss().ifPresent(loss -> metrics.put("validationLoss", loss));
        comparisons.forEach(comparison -> metrics.put(comparison.kind().word() + "s", comparison.metrics()));
        Path made = work.resolve("package");
        TuningPlaces.delete(made);
        tuned.assemble(result, work.resolve("draft"), made, metrics,
                TunedModelCard.of(tuned, request, base, data, outcome, comparisons));
        Path losses = result.resolve("losses.csv");
        if (Files.exists(losses)) {
            Files.copy(losses, made.resolve("losses.csv"));
            LossCurve.draw(losses, made.resolve("losses.svg"));
        }
        if (!comparisons.isEmpty()) {
            TuningPlaces.delete(places.samples());
            Files.move(work.resolve(SAMPLES), places.samples());
        }
        Files.deleteIfExists(places.output());
        Files.move(made, places.output());
        return new FineTuningReport(ModelPackageReader.read(places.output()), data, places.refused(), outcome,
                List.copyOf(comparisons));
    }

    /** @return empty when it was abandoned */
    private Optional<TrainingOutcome> train(List<String> command) throws IOException {
        control.begins("Training in " + work);
        Optional<TrainingOutcome> outcome = new TrainerProcess(work, control).run(command);
        if (outcome.isPresent()) {
            OutcomeFile.write(places.outcome(), outcome.get());
        }
        return outcome;
    }

    /** @return false when it was cancelled */
    private boolean sample(ModelPackage model, TrainingSet data, Map<StructureKind, SampleQuality> qualities, String when)
            throws IOException, ModelPackageException {
        Files.createDirectories(work.resolve(SAMPLES));
        for (StructureKind kind : StructureKind.values()) {
            if (request.samples() > 0 && data.has(kind) && model.kinds().containsKey(kind.word())) {
                control.begins("Drawing " + when + " training: " + request.samples() + " " + kind.word() + "s");
                GenerationRequest drawing = GenerationParameters.request(Map.of("kind", kind.word(), "count",
                        Integer.toString(request.samples()), "seed", Long.toString(request.seed()), "keep", "all"));
                Optional<SampleQuality> quality = SampleQuality.of(model, drawing,
                        new NeuralEngine.Options(NeuralEngine.Device.AUTO, request.threads()), workbench,
                        work.resolve(SAMPLES).resolve(Comparison.fileName(kind, when)), control);
                if (quality.isEmpty()) {
                    return false;
                }
                qualities.put(kind, quality.get());
            }
        }
        return true;
    }

    private static DataPreparation.Rules rules(FineTuningRequest request, Optional<ModelPackage> base) {
        Map<StructureKind, Integer> most = new EnumMap<>(StructureKind.class);
        for (StructureKind kind : request.kind().set()) {
            if (base.isEmpty()) {
                most.put(kind, LARGEST_PRETRAINED);
            } else if (base.get().kinds().containsKey(kind.word())) {
                most.put(kind, GROWTH * base.get().kinds().get(kind.word()).atomCounts().lastKey());
            }
        }
        if (most.isEmpty()) {
            throw new IllegalRequestException("'kind' is '" + request.kind().name().toLowerCase(java.util.Locale.ROOT)
                    + "', but model '" + base.orElseThrow().id() + "' knows only "
                    + String.join(" and ", base.orElseThrow().kinds().keySet()) + ".");
        }
        return new DataPreparation.Rules(most, request.acceptInvalid());
    }
}
