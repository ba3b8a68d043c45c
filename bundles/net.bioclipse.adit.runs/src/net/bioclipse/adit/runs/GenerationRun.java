package net.bioclipse.adit.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.bioclipse.adit.generation.GeneratedStructure;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.GenerationPipeline;
import net.bioclipse.adit.generation.GenerationRequest;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.LoadedModel;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.generation.Refinement;
import net.bioclipse.adit.generation.RequestRules;
import net.bioclipse.adit.generation.ResultSink;
import net.bioclipse.adit.generation.RunControl;
import net.bioclipse.adit.generation.RunRecord;
import net.bioclipse.adit.generation.RunReport;
import net.bioclipse.adit.generation.Selection;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.modelpackage.ModelCatalogue;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StructureFilter;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureFormats;

/**
 * One generation from the texts of {@link GenerationParameters} to the file and its record. Made by {@link #prepare}, which
 * refuses what cannot be before anything is computed; the same texts give the same files from every face.
 */
public final class GenerationRun {

    private final Map<String, String> texts;
    private final GenerationRequest request;
    private final NeuralEngine.Options options;
    private final ModelPackage model;
    private final Path output;
    private final StructureFormat format;
    private final RunParts parts;

    private GenerationRun(Map<String, String> texts, Path output, ModelFinder finder, RunParts parts)
            throws ModelPackageException {
        this.texts = Map.copyOf(texts);
        this.output = output;
        this.parts = parts;
        request = GenerationParameters.request(texts);
        options = GenerationParameters.options(texts);
        format = format(parts.formats(), output, request.kind());
        if (format.is(StructureFormat.Trait.SINGLE) && request.count() > 1) {
            throw new IllegalRequestException("'output' is '" + output + "', but a file in the format " + format.name()
                    + " holds one structure and 'count' is '" + request.count() + "'; right would be a count of 1 or a name that"
                    + " ends in .extxyz.");
        }
        model = finder.find();
        RequestRules.check(request, model);
    }

    /** Reading a model checks all of its bytes, so it is done after everything cheap was looked at. */
    @FunctionalInterface
    private interface ModelFinder {

        ModelPackage find() throws ModelPackageException;
    }

    /**
     * @param texts  name of a parameter → what the user wrote
     * @param output the file to write; the parameter of that name is not looked at
     * @param models folder of the installed models
     * @throws IllegalRequestException for what cannot be asked
     * @throws ModelPackageException   when there is no such model or it is damaged
     */
    public static GenerationRun prepare(Map<String, String> texts, Path output, Path models, RunParts parts)
            throws ModelPackageException {
        return new GenerationRun(texts, output, () -> ModelCatalogue
                .find(GenerationParameters.value(texts, GenerationParameters.MODEL).orElseThrow(), models), parts);
    }

    /**
     * The same with a model that was read before: quick enough to follow someone who types.
     *
     * @throws IllegalRequestException for what cannot be asked
     */
    public static GenerationRun prepare(Map<String, String> texts, Path output, ModelPackage model, RunParts parts) {
        try {
            return new GenerationRun(texts, output, () -> model, parts);
        } catch (ModelPackageException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Name of the output when the user gives none. */
    public static String standardOutput(StructureKind kind) {
        return switch (kind) {
            case MOLECULE -> "molecules.sdf";
            case CRYSTAL -> "crystals.cif";
        };
    }

    /**
     * The format that a name asks for.
     *
     * @throws IllegalRequestException when there is none or it cannot hold such structures
     */
    public static StructureFormat format(StructureFormats formats, Path output, StructureKind kind) {
        StructureFormat format;
        try {
            format = formats.toWrite(output);
        } catch (IllegalArgumentException e) {
            throw new IllegalRequestException(e.getMessage());
        }
        Class<? extends AtomicStructure> type = type(kind);
        if (!format.holds(type)) {
            String right = formats.formats().stream().filter(f -> f.writer().isPresent() && f.holds(type))
                    .map(f -> f.suffixes().get(0)).collect(Collectors.joining(", "));
            throw new IllegalRequestException("'output' is '" + output + "', but a file in the format " + format.name()
                    + " cannot hold a " + kind.word() + "; right would be a name that ends in " + right + ".");
        }
        return format;
    }

    private static Class<? extends AtomicStructure> type(StructureKind kind) {
        return kind == StructureKind.CRYSTAL ? Crystal.class : Molecule.class;
    }

    public GenerationRequest request() {
        return request;
    }

    public ModelPackage model() {
        return model;
    }

    public Path output() {
        return output;
    }

    /**
     * Opens files and engine, draws, and puts the files in their places when at least one structure was kept.
     *
     * @param watcher sees every structure after it was written, and those that are refused
     * @param control asked once a step
     * @param begun   told what computes once the model is loaded
     */
    public RunReport run(ResultSink watcher, RunControl control, Consumer<String> begun)
            throws IOException, ModelPackageException {
        return run(watcher, Set.of(Aspect.PLAUSIBILITY), control, begun);
    }

    /**
     * The same, looking at more.
     *
     * @param aspects what to look at beside validity
     */
    public RunReport run(ResultSink watcher, Set<Aspect> aspects, RunControl control, Consumer<String> begun)
            throws IOException, ModelPackageException {
        Selection selection = selection(control);
        try (GenerationFiles files = GenerationFiles.open(output, format);
                LoadedModel loaded = parts.engine().open(model, options)) {
            begun.accept(loaded.device());
            Optional<Refinement> refinement = request.relax() == GenerationRequest.Relax.NONE ? Optional.empty()
                    : Optional.of(parts.relaxation(aspects));
            GenerationPipeline pipeline = new GenerationPipeline(loaded, parts.assessor(aspects), refinement, selection,
                    parts::sameness, Runtime.getRuntime().availableProcessors());
            RunReport report = pipeline.run(request, new ResultSink() {

                @Override
                public void accept(GeneratedStructure generated, Assessment assessment) throws IOException {
                    files.accept(generated, assessment);
                    watcher.accept(generated, assessment);
                }

                @Override
                public void refused(GeneratedStructure generated, Assessment assessment, Finding why) throws IOException {
                    watcher.refused(generated, assessment, why);
                }
            }, control);
            if (report.kept() > 0) {
                files.commit(record().toMap(report, parts.versions()));
            }
            return report;
        }
    }

    /** Opens what the request selects by; the first look at a large file indexes it. */
    private Selection selection(RunControl control) throws IOException {
        List<StructureFilter> filters = request.include().isEmpty() && request.exclude().isEmpty() ? List.of()
                : List.of(filter());
        return new Selection(Novelty.open(Optional.of(type(request.kind())), request.novelAgainst(), Path.of(""),
                Optional.of(model), parts, records -> {
                    control.progress(0, request.count(), records + " known structures read");
                    return !control.isCancelled();
                }).map(StructureFilter.class::cast), filters);
    }

    private StructureFilter filter() {
        try {
            return parts.filter(request.include(), request.exclude());
        } catch (IllegalArgumentException e) {
            throw new IllegalRequestException(e.getMessage());
        }
    }

    /** All that is needed to repeat the run: the request and what the engine and the files were asked for. */
    public RunRecord record() {
        Map<String, String> parameters = new LinkedHashMap<>(GenerationParameters.texts(request));
        parameters.put(GenerationParameters.OUTPUT.name(), output.getFileName().toString());
        for (Parameter<?> other : List.of(GenerationParameters.MODEL, GenerationParameters.THREADS,
                GenerationParameters.DEVICE)) {
            parameters.put(other.name(), texts.getOrDefault(other.name(), other.standard()));
        }
        return new RunRecord(parameters, model.id(), model.checksum());
    }
}
