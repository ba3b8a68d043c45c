package net.bioclipse.adit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.generation.ResultSink;
import net.bioclipse.adit.generation.RunControl;
import net.bioclipse.adit.generation.RunRecord;
import net.bioclipse.adit.generation.RunReport;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.runs.GenerationReport;
import net.bioclipse.adit.runs.GenerationRun;
import net.bioclipse.adit.runs.RunRecordFile;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.io.AtomicFile;
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

    @Option(names = "--report", paramLabel = "FILE.html",
            description = "Write a page with counts, reasons, pictures and distributions")
    private Path report;

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
            boolean many = GenerationParameters.lists().contains(parameter);
            line.getCommandSpec().addOption(OptionSpec.builder("--" + parameter.name()).paramLabel(parameter.placeholder())
                    .type(many ? String[].class : String.class).order(order++)
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
        StructureKind kind = GenerationParameters.request(texts).kind();
        GenerationRun run = GenerationRun.prepare(texts, output(texts, given, kind),
                models == null ? surroundings.models() : surroundings.folder().resolve(models), toolbox);
        GenerationTalk talk = new GenerationTalk(surroundings, quiet, run.request(), run.output());
        if (report == null) {
            return talk.end(run(run, talk, earlier, (generated, assessment) -> { }, Set.of(Aspect.PLAUSIBILITY)));
        }
        Path place = surroundings.folder().resolve(report);
        // A folder that takes no files is noticed before anything is computed.
        AtomicFile.create(place).close();
        GenerationReport page = new GenerationReport(toolbox.depictor());
        page.compareWithTrainingData(run.model().kinds().get(kind.word()));
        RunReport counts = run(run, talk, earlier, page, EnumSet.of(Aspect.PLAUSIBILITY, Aspect.PROPERTIES, Aspect.SYMMETRY));
        page.write(place, run, counts, toolbox.versions());
        return talk.end(counts);
    }

    /** What the user wrote, by names of parameters. */
    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (Parameter<?> parameter : GenerationParameters.all()) {
            Object value = spec.commandLine().getParseResult().matchedOptionValue("--" + parameter.name(), (Object) null);
            if (value != null) {
                given.put(parameter.name(), value instanceof String[] values ? String.join("\n", values) : value.toString());
            }
        }
        return given;
    }

    /** A record names its output without a folder and lies beside it wherever it was carried; it can name no other place. */
    private Path output(Map<String, String> texts, Map<String, String> given, StructureKind kind) {
        Path name = Path.of(GenerationParameters.value(texts, GenerationParameters.OUTPUT)
                .orElse(GenerationRun.standardOutput(kind)));
        Path folder = surroundings.folder();
        return again == null || given.containsKey(GenerationParameters.OUTPUT.name()) ? folder.resolve(name)
                : folder.resolve(again).resolveSibling(Optional.ofNullable(name.getFileName()).orElse(name));
    }

    private RunReport run(GenerationRun run, GenerationTalk talk, Optional<RunRecord> earlier, ResultSink watcher,
            Set<Aspect> aspects) throws IOException, ModelPackageException {
        ProgressDisplay display = talk.progress();
        BooleanSupplier cancelled = watch.get();
        try {
            return run.run(watcher, aspects, new RunControl() {

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
            }, device -> {
                earlier.filter(record -> !record.modelChecksum().equals(run.model().checksum()))
                        .ifPresent(talk::modelChanged);
                talk.begin(run.model().id(), device);
            });
        } finally {
            display.clear();
        }
    }
}
