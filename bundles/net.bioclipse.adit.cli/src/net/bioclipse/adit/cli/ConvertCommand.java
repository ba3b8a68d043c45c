package net.bioclipse.adit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureFolder;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureFormat.Trait;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./adit convert POSCAR cell.cif}: writes the structures of a file or folder in another format. */
@Command(name = "convert", mixinStandardHelpOptions = true, versionProvider = Versions.class, sortOptions = false,
        abbreviateSynopsis = true, description = "Writes structures in another format.",
        footer = {"", "Names, elements, positions and cells go from file to file; bonds, SMILES and the columns of a table are"
                + " perceived anew; data fields are left behind. A molecule cannot become a CIF or POSCAR, a crystal no SDF or"
                + " SMILES, and a SMILES has no positions to write.", "", "Examples:", "  adit convert molecules.xyz molecules.sdf",
            "  adit convert POSCAR cell.cif --symmetrise", "  adit convert calculations all.extxyz"})
final class ConvertCommand implements Callable<Integer> {

    private static final Assessment NOTHING = new Assessment(List.of(), List.of(), new int[0], Map.of(), Optional.empty());

    @Parameters(index = "0", paramLabel = "IN", description = "A file of structures, or a folder of such files: .sdf, .mol, .smi,"
            + " .xyz, .extxyz, .cif, .vasp, POSCAR, CONTCAR")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT",
            description = "File to write; its name tells the format: .sdf, .smi, .xyz, .extxyz, .cif, .vasp, POSCAR, .csv")
    private Path out;

    @Option(names = "--symmetrise", description = "Write crystals as their standardised cells with space group (within 0.1 Å)")
    private boolean symmetrise;

    private final Surroundings surroundings;
    private final Toolbox toolbox;
    private final Supplier<BooleanSupplier> watch;
    private final List<String> problems = new ArrayList<>();
    private long written;
    private long invalid;

    ConvertCommand(Surroundings surroundings, Toolbox toolbox, Supplier<BooleanSupplier> watch) {
        this.surroundings = surroundings;
        this.toolbox = toolbox;
        this.watch = watch;
    }

    /** A structure and what was perceived of it for the format. */
    private record Converted(Entry entry, Assessment assessment) {
    }

    @Override
    public Integer call() throws IOException {
        StructureFormat format =
                symmetrise ? StructureFiles.symmetrised(toolbox, out) : StructureFiles.written(toolbox, out);
        boolean assessed = format.is(Trait.ASSESSED);
        StructureAssessor assessor = toolbox.assessor(Set.of());
        try (SelectedStructures file = new SelectedStructures(surroundings.folder().resolve(out), format);
                OrderedWork<Converted> work = new OrderedWork<>(Runtime.getRuntime().availableProcessors(), converted -> {
                    file.write(converted.entry(), converted.assessment());
                    written++;
                    invalid += converted.assessment().valid() ? 0 : 1;
                })) {
            BooleanSupplier cancelled = watch.get();
            read(entry -> {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                work.add(() -> new Converted(entry, assessed ? entry.assessedBy(assessor) : NOTHING));
            });
            work.finish();
            if (written > 0) {
                file.commit();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CancellationException e) {
            surroundings.err().println("adit: Stopped after " + TextCheckReport.structures(written) + "; nothing is written.");
            return ExitCode.CANCELLED;
        }
        return told();
    }

    /** One damaged file ends the work; of a folder the others are read nevertheless. */
    private void read(Consumer<Entry> sink) throws IOException {
        Path place = surroundings.folder().resolve(in);
        if (Files.isDirectory(place)) {
            new StructureFolder(place, toolbox.formats()).read(sink, damage -> problems.add(FailureLine.of(damage).text()));
        } else {
            StructureFiles.reader(toolbox, in).read(place, sink);
        }
    }

    private int told() {
        problems.forEach(problem -> surroundings.err().println("adit: " + problem));
        if (written == 0) {
            throw new IllegalRequestException("No structure of '" + in + "' could be read; nothing is written.");
        }
        surroundings.out().print(TextCheckReport.structures(written) + " in '" + out + "'\n");
        if (invalid > 0) {
            surroundings.err().println("adit: " + invalid + " of them are not valid, so that bonds may be missing; 'adit check "
                    + in + "' tells why.");
        }
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
