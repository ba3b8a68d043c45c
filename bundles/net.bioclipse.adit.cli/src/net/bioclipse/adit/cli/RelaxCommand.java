package net.bioclipse.adit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import net.bioclipse.adit.cli.CheckedStructure.Selected;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.physics.Relaxation;
import net.bioclipse.adit.physics.RelaxedStructure;
import net.bioclipse.adit.physics.Relaxer;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./adit relax molecules.sdf --output relaxed.sdf}: moves molecules to the nearest minimum of their energy. */
@Command(name = "relax", mixinStandardHelpOptions = true, versionProvider = Versions.class, sortOptions = false,
        abbreviateSynopsis = true,
        description = "Relaxes molecules by a force field (MMFF94) or by xtb, and says whether they keep their bonds.",
        footer = {"", "Ctrl-C stops the work and leaves nothing behind. Written molecules say by what they were relaxed, their"
                + " energies and what they were before.", "", "Examples:",
            "  adit relax molecules.sdf --output relaxed.sdf", "  adit relax molecules.sdf --method xtb"})
final class RelaxCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "Molecules with coordinates: .sdf, .mol, .xyz, .extxyz")
    private Path file;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the relaxed molecules to this file")
    private Path output;

    @Mixin
    private RelaxationOptions options;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "0",
            description = "Molecules relaxed at once, 0 for one on each core (default: 0)")
    private int threads;

    private final Surroundings surroundings;
    private final Toolbox toolbox;
    private final Supplier<BooleanSupplier> watch;
    private CheckTally tally;

    RelaxCommand(Surroundings surroundings, Toolbox toolbox, Supplier<BooleanSupplier> watch) {
        this.surroundings = surroundings;
        this.toolbox = toolbox;
        this.watch = watch;
    }

    @Override
    public Integer call() throws IOException {
        tally = new CheckTally(toolbox.sameness());
        if (threads < 0 || threads > 1024) {
            throw new IllegalRequestException("'threads' is '" + threads + "'; right would be a whole number from 0 to 1024.");
        }
        Relaxation relaxation = options.open(toolbox);
        try (SelectedStructures relaxed = output == null ? null : new SelectedStructures(
                surroundings.folder().resolve(output), StructureFiles.written(toolbox, output))) {
            BooleanSupplier cancelled = watch.get();
            run(relaxation, Optional.ofNullable(relaxed), cancelled);
            if (relaxed != null) {
                relaxed.commit();
            }
        } catch (CancellationException e) {
            surroundings.err().println("adit: Stopped after " + TextCheckReport.structures(tally.total()) + ".");
            return ExitCode.CANCELLED;
        }
        surroundings.out().print(relaxation.description() + ": " + TextCheckReport.structures(tally.total()) + ", "
                + (tally.relaxations().isEmpty() ? "none relaxed" : "plausible as drawn " + tally.plausible().orElse(0) + ", "
                        + TextCheckReport.counts(tally.relaxations())) + "\n");
        surroundings.out().flush();
        return ExitCode.DONE;
    }

    private void run(Relaxation relaxation, Optional<SelectedStructures> output, BooleanSupplier cancelled) throws IOException {
        StructureAssessor assessor = toolbox.assessor(Set.of(Aspect.PLAUSIBILITY));
        Relaxer relaxer = new Relaxer(relaxation, assessor, cancelled);
        int workers = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        try (OrderedWork<CheckedStructure> work = new OrderedWork<>(workers, checked -> deliver(checked, output))) {
            StructureFiles.reader(toolbox, file).read(surroundings.folder().resolve(file), entry -> work.add(() -> {
                Assessment assessment = entry.assessedBy(assessor);
                return new CheckedStructure(0, "", entry, assessment, Selected.UNASKED,
                        Relaxations.relaxed(entry, assessment, relaxer));
            }));
            work.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void deliver(CheckedStructure checked, Optional<SelectedStructures> output) {
        if (checked.relaxed().map(RelaxedStructure::cancelled).orElse(false)) {
            throw new CancellationException();
        }
        tally.add(checked);
        Entry entry = checked.entry();
        surroundings.out().print(String.format(Locale.ROOT, "%5d  %-14s  %s\n", tally.total(), checked.formula(),
                checked.relaxed().map(RelaxedStructure::described).orElse(Relaxations.leftOut(entry))));
        checked.relaxed().ifPresent(relaxed -> relaxed.relaxed().structure().ifPresent(after -> output.ifPresent(
                file -> file.write(entry.name(), after, relaxed.after().orElseThrow()))));
    }
}
