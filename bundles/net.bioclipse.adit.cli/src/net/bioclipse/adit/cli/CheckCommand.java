package net.bioclipse.adit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.modelpackage.ModelCatalogue;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.physics.RelaxedStructure;
import net.bioclipse.adit.physics.Relaxer;
import net.bioclipse.adit.report.Distributions;
import net.bioclipse.adit.report.Report;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./adit check --format json molecules.sdf}: reads structures and says which are chemically valid and why not, and
 * which are plausible, novel, and what else is asked.
 */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Versions.class, sortOptions = false,
        abbreviateSynopsis = true,
        description = "Checks the structures of files, one line each and a summary.",
        footer = {"", "An invalid structure is a result, not an error: the exit code is 0 when every file was read to its"
                + " end.", "", "Examples:", "  adit check --format json molecules.sdf > report.json",
            "  adit check --all --report report.html --novel-against drugs.sdf molecules.sdf"})
final class CheckCommand implements Callable<Integer> {

    enum Format { text, json, csv }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "Files of structures; their names tell the format: .sdf, .mol, .smi, .xyz, .extxyz, .cif, .vasp,"
                    + " POSCAR, CONTCAR")
    private List<Path> files;

    @Option(names = "--format", paramLabel = "text|json|csv", defaultValue = "text",
            description = "What to print (default: text); the summary of csv goes to standard error")
    private Format format;

    @Mixin
    private AspectOptions aspectOptions;

    @Option(names = "--include", paramLabel = "SMARTS",
            description = "Select only molecules with this substructure; may be repeated, all must be there")
    private List<String> include = List.of();

    @Option(names = "--exclude", paramLabel = "SMARTS",
            description = "Select only molecules without this substructure; may be repeated")
    private List<String> exclude = List.of();

    @Option(names = "--novel-against", paramLabel = "FILE|training",
            description = "Select only structures that are not in this file or folder, or not in the training data of --model; may"
                    + " be repeated")
    private List<String> novelAgainst = List.of();

    @Option(names = "--model", paramLabel = "MODEL", description = "The model whose training data are meant")
    private String model;

    @Option(names = "--models", paramLabel = "DIR", description = "Folder of the installed models")
    private Path models;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the valid and selected structures to this file")
    private Path output;

    @Option(names = "--symmetrise", description = "Write crystals as their standardised cells with space group (within 0.1 Å)")
    private boolean symmetrise;

    @Option(names = "--report", paramLabel = "FILE.html",
            description = "Write a page with counts, reasons, pictures and distributions")
    private Path page;

    @Option(names = "--reference", paramLabel = "FILE", description = "Structures that the page compares with")
    private Path reference;

    @Option(names = "--relax",
            description = "Relax each valid molecule; see whether it keeps its bonds and what the checks say then")
    private boolean relax;

    @Mixin
    private RelaxationOptions relaxation;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "0",
            description = "Structures looked at at once, 0 for one on each core (default: 0)")
    private int threads;

    @Option(names = "--fail-on-invalid", description = "End with exit code 4 when a structure is invalid")
    private boolean failOnInvalid;

    private final Surroundings surroundings;
    private final Toolbox toolbox;
    private final Supplier<BooleanSupplier> watch;
    private CheckTally tally;
    private final List<String> problems = new ArrayList<>();
    private BooleanSupplier cancelled = () -> false;

    /** @param watch called when the work can leave something behind; what it gives is asked for a wish to stop */
    CheckCommand(Surroundings surroundings, Toolbox toolbox, Supplier<BooleanSupplier> watch) {
        this.surroundings = surroundings;
        this.toolbox = toolbox;
        this.watch = watch;
    }

    @Override
    public Integer call() throws IOException, ModelPackageException {
        tally = new CheckTally(toolbox.sameness());
        if (threads < 0 || threads > 1024) {
            throw new IllegalRequestException("'threads' is '" + threads + "'; right would be a whole number from 0 to 1024.");
        }
        if (symmetrise && output == null) {
            throw new IllegalRequestException("'symmetrise' is asked for without an output; right would be --output FILE.cif.");
        }
        CheckSelection selection = CheckSelection.open(include, exclude, novelAgainst, surroundings.folder(), model(), toolbox);
        Optional<Relaxer> relaxer = relaxer();
        List<CheckReport> reports = new ArrayList<>();
        reports.add(printed(selection));
        try (SelectedStructures selected = output == null ? null : new SelectedStructures(
                surroundings.folder().resolve(output), symmetrise ? StructureFiles.symmetrised(toolbox, output)
                        : StructureFiles.written(toolbox, output));
                PageCheckReport html = page == null ? null : page()) {
            Optional.ofNullable(selected).ifPresent(reports::add);
            Optional.ofNullable(html).ifPresent(reports::add);
            return check(selection, relaxer, reports);
        } catch (CancellationException e) {
            surroundings.err().println("adit: Stopped after " + TextCheckReport.structures(tally.total()) + ".");
            return ExitCode.CANCELLED;
        }
    }

    private int check(CheckSelection selection, Optional<Relaxer> relaxer, List<CheckReport> reports) throws IOException {
        selection.novelty().ifPresent(sets -> sets.unidentified().forEach((name, count) -> surroundings.err().println("adit: "
                + count + " records of " + name + " cannot be read or told apart; what equals them counts as novel.")));
        reports.forEach(CheckReport::begin);
        for (Path file : files) {
            check(file, selection, relaxer, reports);
        }
        reports.forEach(report -> report.end(tally, problems));
        surroundings.out().flush();
        problems.forEach(problem -> surroundings.err().println("adit: " + problem));
        if (!problems.isEmpty()) {
            return ExitCode.REFUSED;
        }
        return failOnInvalid && tally.valid() < tally.total() ? ExitCode.INVALID : ExitCode.DONE;
    }

    /** A file that cannot be read is a problem that is named at the end; the others are checked nevertheless. */
    private void check(Path file, CheckSelection selection, Optional<Relaxer> relaxer, List<CheckReport> reports)
            throws IOException {
        StructureAssessor assessor = toolbox.assessor(aspects());
        try (OrderedWork<CheckedStructure> work = new OrderedWork<>(workers(), checked -> {
            if (checked.relaxed().map(RelaxedStructure::cancelled).orElse(false)) {
                throw new CancellationException();
            }
            CheckedStructure numbered = new CheckedStructure(tally.total() + 1, file.toString(), checked.entry(),
                    checked.assessment(), checked.selection(), checked.relaxed());
            tally.add(numbered);
            reports.forEach(report -> report.add(numbered));
        })) {
            try {
                StructureFiles.reader(toolbox, file).read(surroundings.folder().resolve(file), entry -> {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    work.add(() -> looked(entry, assessor, selection, relaxer));
                });
            } catch (IOException | IllegalRequestException e) {
                problems.add(FailureLine.of(e).text());
            }
            // What stands before the damage is a result too.
            work.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static CheckedStructure looked(Entry entry, StructureAssessor assessor, CheckSelection selection,
            Optional<Relaxer> relaxer) throws IOException {
        Assessment assessment = entry.assessedBy(assessor);
        Optional<RelaxedStructure> relaxed = relaxer.isPresent() && assessment.valid()
                ? Relaxations.relaxed(entry, assessment, relaxer.get()) : Optional.empty();
        return new CheckedStructure(0, "", entry, assessment, selection.of(entry, assessment), relaxed);
    }

    private CheckReport printed(CheckSelection selection) {
        return switch (format) {
            case text -> new TextCheckReport(surroundings.out());
            case json -> new JsonCheckReport(surroundings.out());
            case csv -> new CsvCheckReport(surroundings.out(), surroundings.err(), aspects(), selection.asked(),
                    relax);
        };
    }

    private Optional<Relaxer> relaxer() throws IOException {
        if (!relax) {
            return Optional.empty();
        }
        Relaxer relaxer = new Relaxer(relaxation.open(toolbox), toolbox.assessor(Set.of(Aspect.PLAUSIBILITY)),
                () -> cancelled.getAsBoolean());
        cancelled = watch.get();
        return Optional.of(relaxer);
    }

    private int workers() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    private Optional<ModelPackage> model() throws ModelPackageException {
        return model == null ? Optional.empty() : Optional.of(ModelCatalogue.find(model,
                models == null ? surroundings.models() : surroundings.folder().resolve(models)));
    }

    private Set<Aspect> aspects() {
        Set<Aspect> aspects = aspectOptions.aspects();
        if (page != null) {
            aspects.add(Aspect.SYMMETRY); // the page shows how the space groups are distributed
        }
        return aspects;
    }

    private PageCheckReport page() throws IOException {
        Report report = new Report(toolbox.depictor());
        if (reference != null) {
            Distributions compared = report.reference(reference.getFileName().toString());
            Set<Aspect> counted = aspects();
            counted.removeAll(Set.of(Aspect.PLAUSIBILITY, Aspect.STRAIN, Aspect.ROUND_TRIP, Aspect.COMPARISON));
            StructureAssessor assessor = toolbox.assessor(counted);
            try (OrderedWork<CheckedStructure> work = new OrderedWork<>(workers(),
                    checked -> compared.add(checked.entry().structure(), checked.assessment()))) {
                CheckSelection all = new CheckSelection(Optional.empty(), Optional.empty());
                StructureFiles.reader(toolbox, reference).read(surroundings.folder().resolve(reference),
                        entry -> work.add(() -> looked(entry, assessor, all, Optional.empty())));
                work.finish();
            }
        }
        String title = "Check of " + files.stream().map(file -> String.valueOf(file.getFileName()))
                .collect(Collectors.joining(", "));
        return new PageCheckReport(surroundings.folder().resolve(page), report, title, settings(), toolbox.versions());
    }

    /** The options that were given, as they were given. */
    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            settings.put(option.longestName().replaceFirst("^--", ""), String.join(" ", option.stringValues()));
        }
        return settings;
    }
}
