package net.bioclipse.adit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.GenerationPipeline;
import net.bioclipse.adit.generation.GenerationRequest;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.LoadedModel;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.generation.RequestRules;
import net.bioclipse.adit.generation.RunControl;
import net.bioclipse.adit.generation.RunRecord;
import net.bioclipse.adit.generation.RunReport;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.modelpackage.ModelCatalogue;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureFormat;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./adit generate --kind molecule --count 20 --seed 1 --output molecules.sdf}: draws structures, checks them and
 * writes those that are kept. Its options are the table of {@link GenerationParameters}.
 */
@Command(name = "generate", mixinStandardHelpOptions = true, versionProvider = Versions.class, sortOptions = false,
        abbreviateSynopsis = true,
        description = "Draws molecules or crystals, checks them and writes those that are kept.",
        footer = {"", "Beside the output FILE a record FILE.run.json is written, with which --again repeats the run. Both"
                + " appear at the end; until then an older FILE stays as it is. Ctrl-C ends the run at its next step and keeps what"
                + " is done.", "", "Example: adit generate --kind molecule --count 20 --seed 1 --output molecules.sdf"})
final class GenerateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--again", paramLabel = "RUN.JSON",
            description = "Repeat a run from its record; other options change what they name")
    private Path again;

    @Option(names = "--models", paramLabel = "DIR", description = "Folder of the installed models")
    private Path models;

    @Option(names = "--quiet", description = "Print errors only")
    private boolean quiet;

    private final Surroundings surroundings;
    private final Toolbox toolbox;
    private final Supplier<BooleanSupplier> watch;

    private GenerateCommand(Surroundings surroundings, Toolbox toolbox, Supplier<BooleanSupplier> watch) {
        this.surroundings = surroundings;
        this.toolbox = toolbox;
        this.watch = watch;
    }

    /** @param watch called when the work begins; what it gives is asked once a step, true ends the run there */
    static CommandLine line(Surroundings surroundings, Toolbox toolbox, Supplier<BooleanSupplier> watch) {
        CommandLine line = new CommandLine(new GenerateCommand(surroundings, toolbox, watch));
        // Before those that are annotated: people look for --kind and --count first.
        int order = -1 - GenerationParameters.all().size();
        for (Parameter<?> parameter : GenerationParameters.all()) {
            line.getCommandSpec().addOption(OptionSpec.builder("--" + parameter.name()).paramLabel(parameter.placeholder())
                    .type(String.class).order(order++)
                    .description(parameter.help() + " (default: " + parameter.shownDefault() + ")").build());
        }
        return line;
    }

    @Override
    public Integer call() throws IOException, ModelPackageException {
        Optional<RunRecord> earlier = again == null ? Optional.empty()
                : Optional.of(RunRecordFile.read(surroundings.folder().resolve(again)));
        Map<String, String> texts = new LinkedHashMap<>();
        earlier.ifPresent(record -> texts.putAll(record.parameters()));
        Map<String, String> given = given();
        texts.putAll(given);
        GenerationRequest request = GenerationParameters.request(texts);
        NeuralEngine.Options options = GenerationParameters.options(texts);
        Path output = output(texts, given, request.kind());
        StructureFormat format = format(output, request.kind());
        ModelPackage model = ModelCatalogue.find(value(texts, GenerationParameters.MODEL).orElseThrow(),
                models == null ? surroundings.models() : surroundings.folder().resolve(models));
        RequestRules.check(request, model);
        try (GenerationFiles files = GenerationFiles.open(output, format);
                LoadedModel loaded = toolbox.engine().open(model, options)) {
            GenerationTalk talk = new GenerationTalk(surroundings, quiet, request, output);
            earlier.filter(record -> !record.modelChecksum().equals(model.checksum())).ifPresent(talk::modelChanged);
            talk.begin(model.id(), loaded.device());
            RunReport report = run(request, loaded, files, talk);
            if (report.kept() > 0) {
                files.commit(record(request, texts, output, model).toMap(report, toolbox.versions()));
            }
            return talk.end(report);
        }
    }

    /** What the user wrote, by names of parameters. */
    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (Parameter<?> parameter : GenerationParameters.all()) {
            String text = spec.commandLine().getParseResult().matchedOptionValue("--" + parameter.name(), (String) null);
            if (text != null) {
                given.put(parameter.name(), text);
            }
        }
        return given;
    }

    /** A record names its output without a folder and lies beside it wherever it was carried; it can name no other place. */
    private Path output(Map<String, String> texts, Map<String, String> given, StructureKind kind) {
        Path name = Path.of(value(texts, GenerationParameters.OUTPUT).orElse(switch (kind) {
            case MOLECULE -> "molecules.sdf";
            case CRYSTAL -> "crystals.cif";
        }));
        Path folder = surroundings.folder();
        return again == null || given.containsKey(GenerationParameters.OUTPUT.name()) ? folder.resolve(name)
                : folder.resolve(again).resolveSibling(Optional.ofNullable(name.getFileName()).orElse(name));
    }

    private StructureFormat format(Path output, StructureKind kind) {
        StructureFormat format;
        try {
            format = toolbox.formats().toWrite(output);
        } catch (IllegalArgumentException e) {
            throw new IllegalRequestException(e.getMessage());
        }
        Class<? extends AtomicStructure> type = kind == StructureKind.CRYSTAL ? Crystal.class : Molecule.class;
        if (!format.holds(type)) {
            String right = toolbox.formats().formats().stream().filter(f -> f.writer().isPresent() && f.holds(type))
                    .map(f -> f.suffixes().get(0)).collect(Collectors.joining(", "));
            throw new IllegalRequestException("'output' is '" + output + "', but a file in the format " + format.name()
                    + " cannot hold a " + kind.word() + "; right would be a name that ends in " + right + ".");
        }
        return format;
    }

    private RunReport run(GenerationRequest request, LoadedModel model, GenerationFiles files, GenerationTalk talk)
            throws IOException {
        ProgressDisplay display = talk.progress();
        BooleanSupplier cancelled = watch.get();
        try {
            return new GenerationPipeline(model, toolbox.assessor(Set.of()), Runtime.getRuntime().availableProcessors())
                    .run(request, files, new RunControl() {

                        @Override
                        public boolean isCancelled() {
                            return cancelled.getAsBoolean();
                        }

                        @Override
                        public void progress(long done, long total, String what) {
                            if (!quiet) {
                                display.show(done, total, what);
                            }
                        }
                    });
        } finally {
            display.clear();
        }
    }

    /** All that is needed to repeat the run: the request and what the engine and the files were asked for. */
    private static RunRecord record(GenerationRequest request, Map<String, String> texts, Path output, ModelPackage model) {
        Map<String, String> parameters = new LinkedHashMap<>(GenerationParameters.texts(request));
        parameters.put(GenerationParameters.OUTPUT.name(), output.getFileName().toString());
        for (Parameter<?> other : List.of(GenerationParameters.MODEL, GenerationParameters.THREADS,
                GenerationParameters.DEVICE)) {
            parameters.put(other.name(), texts.getOrDefault(other.name(), other.standard()));
        }
        return new RunRecord(parameters, model.id(), model.checksum());
    }

    private static <T> Optional<T> value(Map<String, String> texts, Parameter<T> parameter) {
        return GenerationParameters.value(texts, parameter);
    }
}
