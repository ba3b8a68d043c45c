package net.bioclipse.adit.finetuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.bioclipse.adit.finetuning.conventions.Conventions;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.ModelPackageReader;
import net.bioclipse.adit.modelpackage.Parameters;
import net.bioclipse.adit.structure.StructureAssessor;
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
    /** What there is to go on with after an interruption: of the training process, and of a training that ended. */
    private static final String CHECKPOINT = "checkpoint";
    private static final String OUTCOME = "outcome.properties";
    /** Of all weights, at the same time on the disk: parent, checkpoint with its moments, result, draft and packages. */
    private static final long COPIES = 10;

    private final FineTuningRequest request;
    private final Optional<ModelPackage> base;
    private final Path directory;
    private final Path output;
    private final Path work;
    private final Workbench workbench;
    private final TuningControl control;

    /**
     * What is worked with.
     *
     * @param engine   runs the models before and after
     * @param assessor judges structures, with no aspects beside validity
     * @param formats  reads files
     * @param trainer  starts the training process
     */
    public record Workbench(NeuralEngine engine, StructureAssessor assessor, StructureFormats formats, Trainer trainer) {
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
        output = directory.resolve(request.output()).toAbsolutePath().normalize();
        work = output.resolveSibling(output.getFileName() + ".training");
    }

    /** The real training process: the training bundle with the natives of libtorch, fetched when needed. */
    public static Trainer libtorch() {
        return (request, folder, control) -> {
            List<Path> classPath = new ArrayList<>(TrainerLocation.classPath());
            LibtorchNatives natives = natives(request.device());
            if (!natives.complete()) {
                control.begins("Fetching libtorch, once: " + Download.megabytes(natives.missingBytes()) + " to "
                        + natives.folder());
            }
            return natives.fetch(control).map(jars -> {
                classPath.addAll(jars);
                return TrainerProcess.command(classPath, natives.folder().resolve("unpacked"), folder);
            });
        };
    }

    private static LibtorchNatives natives(NeuralEngine.Device device) {
        if (device == NeuralEngine.Device.AUTO && NvidiaDriver.found()) {
            LibtorchNatives cuda = LibtorchNatives.ofThisMachine(true);
            if (cuda.complete()) {
                return cuda;
            }
        }
        return LibtorchNatives.ofThisMachine(device == NeuralEngine.Device.CUDA);
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
        Path data = directory.resolve(request.data());
        checkPlaces();
        if (base.isPresent()) {
            Conventions.check(base.get().conventions(), base.get().id());
        }
        Architecture architecture = base.isPresent() ? base.get().architecture()
                : Architectures.named(request.architecture(), directory);
        control.begins("Reading " + data);
        Optional<TrainingSet> read = DataPreparation.read(data, workbench.formats, workbench.assessor, rules(), control);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        boolean done = false;
        try {
            Optional<FineTuningReport> report = learn(architecture, read.get());
            done = report.isPresent();
            return report;
        } finally {
            if (done || !Files.exists(work.resolve(CHECKPOINT)) && !Files.exists(work.resolve(OUTCOME))) {
                delete(work);
            }
        }
    }

    private Optional<FineTuningReport> learn(Architecture architecture, TrainingSet data)
            throws IOException, ModelPackageException {
        TunedPackage tuned = new TunedPackage(request, architecture, base, data);
        tuned.check(work.resolve("draft"));
        checkRoom(architecture);
        TrainingPlan.write(work, request, architecture, base, data);
        Path refused = output.resolveSibling(output.getFileName() + ".refused.csv");
        RefusalTable.write(refused, data.refusals());
        Map<StructureKind, SampleQuality> before = new EnumMap<>(StructureKind.class);
        if (base.isPresent() && !sample(base.get(), data, before, "Drawing before training")) {
            return Optional.empty();
        }
        Optional<TrainingOutcome> outcome = train();
        if (outcome.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(finish(tuned, data, refused, before, outcome.get()));
    }

    private FineTuningReport finish(TunedPackage tuned, TrainingSet data, Path refused,
            Map<StructureKind, SampleQuality> before, TrainingOutcome outcome) throws IOException, ModelPackageException {
        Path result = work.resolve("result");
        Path trial = work.resolve("trial");
        delete(trial);
        ModelPackage drawn = tuned.assemble(result, work.resolve("draft"), trial, Map.of(), "# " + tuned.id() + "\n");
        Map<StructureKind, SampleQuality> after = new EnumMap<>(StructureKind.class);
        List<Comparison> comparisons = new ArrayList<>();
        if (sample(drawn, data, after, "Drawing after training")) {
            after.forEach((kind, quality) -> comparisons.add(new Comparison(kind, data.features().get(kind),
                    Optional.ofNullable(before.get(kind)), quality)));
        }
        Map<String, Object> metrics = new LinkedHashMap<>();
        base.ifPresent(model -> metrics.put("parentChecksum", model.checksum()));
        outcome.validationLoss().ifPresent(loss -> metrics.put("validationLoss", loss));
        comparisons.forEach(comparison -> metrics.put(comparison.kind().word() + "s", comparison.metrics()));
        Path made = work.resolve("package");
        delete(made);
        tuned.assemble(result, work.resolve("draft"), made, metrics,
                TunedModelCard.of(tuned, request, base, data, outcome, comparisons));
        Path losses = result.resolve("losses.csv");
        if (Files.exists(losses)) {
            Files.copy(losses, made.resolve("losses.csv"));
            LossCurve.draw(losses, made.resolve("losses.svg"));
        }
        Files.deleteIfExists(output);
        Files.move(made, output);
        return new FineTuningReport(ModelPackageReader.read(output), data, refused, outcome,
                List.copyOf(comparisons));
    }

    private Optional<TrainingOutcome> train() throws IOException {
        Path kept = work.resolve(OUTCOME);
        if (request.resume() && Files.exists(kept) && Files.exists(work.resolve("result").resolve(TrainingPlan.WEIGHTS))) {
            return Optional.of(OutcomeFile.read(kept));
        }
        Optional<List<String>> command = workbench.trainer.command(request, work, control);
        if (command.isEmpty()) {
            return Optional.empty();
        }
        control.begins("Training in " + work);
        TrainingOutcome outcome = new TrainerProcess(work, control).run(command.get());
        OutcomeFile.write(kept, outcome);
        return Optional.of(outcome);
    }

    /** @return false when it was cancelled */
    private boolean sample(ModelPackage model, TrainingSet data, Map<StructureKind, SampleQuality> qualities, String what)
            throws IOException, ModelPackageException {
        for (StructureKind kind : StructureKind.values()) {
            if (request.samples() > 0 && data.has(kind) && model.kinds().containsKey(kind.word())) {
                control.begins(what + ": " + request.samples() + " " + kind.word() + "s");
                Optional<SampleQuality> quality = SampleQuality.of(model, kind, request.samples(), request.seed(),
                        workbench.engine, new NeuralEngine.Options(NeuralEngine.Device.AUTO, request.threads()),
                        workbench.assessor, control);
                if (quality.isEmpty()) {
                    return false;
                }
                qualities.put(kind, quality.get());
            }
        }
        return true;
    }

    private void checkPlaces() throws IOException {
        if (Files.exists(output) && !isEmptyFolder(output)) {
            throw new IllegalRequestException("'output' is '" + output + "', which exists; right would be a new or an empty"
                    + " folder.");
        }
        Path parent = output.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IllegalRequestException("'output' is '" + output + "', but there is no folder '" + parent
                    + "'; create it first.");
        }
        if (request.resume() != Files.exists(work)) {
            throw new IllegalRequestException(request.resume()
                    ? "'resume' was asked for, but there is no interrupted training '" + work + "'; leave 'resume' out."
                    : "An interrupted training lies in '" + work + "'; ask for 'resume' to go on with it, or delete it.");
        }
    }

    /** Said now, not after hours of training. */
    private void checkRoom(Architecture architecture) throws IOException {
        long parameters = Parameters.of(architecture).values().stream()
                .mapToLong(shape -> shape.stream().reduce(1L, (a, b) -> a * b)).sum();
        long needed = COPIES * Float.BYTES * parameters;
        long free = Files.getFileStore(output.getParent()).getUsableSpace();
        if (free < needed) {
            throw new IOException("'output' is '" + output + "', for which about " + Download.megabytes(needed)
                    + " are needed while it is made, but " + Download.megabytes(free)
                    + " are free there; free some space or name another place.");
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private DataPreparation.Rules rules() {
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

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
