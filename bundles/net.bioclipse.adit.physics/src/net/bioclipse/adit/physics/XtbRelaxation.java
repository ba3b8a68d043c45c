package net.bioclipse.adit.physics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureWriter;
import net.bioclipse.adit.structure.io.XyzReader;
import net.bioclipse.adit.structure.io.XyzWriter;

/**
 * Relaxation by the program xtb with the method GFN2-xTB (Bannwarth, Ehlert, Grimme 2019, doi:10.1021/acs.jctc.8b01176), one
 * thread a molecule: many molecules are faster beside each other than one on many threads. Free molecules only.
 */
public final class XtbRelaxation implements Relaxation {

    private static final String METHOD = "GFN2-xTB";
    /** One hartree in kcal/mol (CODATA 2018). */
    private static final double KCAL_PER_MOL = 627.5094740631;
    private static final Duration VERSION_LIMIT = Duration.ofSeconds(20);
    private static final Pattern VERSION = Pattern.compile("xtb version\\s+(\\S+)");
    private static final Pattern ENERGY = Pattern.compile("energy:\\s*(\\S+)");

    private final String program;
    private final Duration limit;
    private final String description;

    private XtbRelaxation(String program, Duration limit, String description) {
        this.program = program;
        this.limit = limit;
        this.description = description;
    }

    /**
     * Looks whether the program is there.
     *
     * @param program its name or file
     * @param limit   wall time for one molecule
     * @throws IOException with a sentence that says how to get it, when it is not
     */
    public static XtbRelaxation find(String program, Duration limit) throws IOException {
        try (ScratchFolder folder = ScratchFolder.create()) {
            ProgramRun run = ProgramRun.of(folder, List.of(program, "--version"), Map.of(), VERSION_LIMIT, () -> false);
            Matcher version = VERSION.matcher(run.output());
            if (run.ended() == ProgramRun.Ended.BY_ITSELF && version.find()) {
                return new XtbRelaxation(program, limit, METHOD + ", xtb " + version.group(1));
            }
        }
        throw new IOException("'" + program + "' was run as xtb, but it does not say its version as xtb does; right would be the"
                + " name or file of that program.");
    }

    @Override
    public Relaxed relax(Molecule molecule, Assessment perceived, BooleanSupplier cancelled) throws IOException {
        if (cancelled.getAsBoolean()) {
            return Relaxed.without(State.CANCELLED, ""); // a small molecule would be done before anybody asked again
        }
        try (ScratchFolder folder = ScratchFolder.create()) {
            write(molecule, folder.file("molecule.xyz"));
            int charge = Arrays.stream(perceived.charges()).sum();
            // One thread; its stack grows with the molecule, as the program's manual says.
            ProgramRun run = ProgramRun.of(folder, List.of(program, "molecule.xyz", "--opt", "--gfn", "2", "--chrg",
                    Integer.toString(charge), "--uhf", "0"), Map.of("OMP_NUM_THREADS", "1,1", "OMP_STACKSIZE", "1G",
                            "MKL_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1"), limit, cancelled);
            return switch (run.ended()) {
                case CANCELLED -> Relaxed.without(State.CANCELLED, "");
                case TIMED_OUT -> Relaxed.without(State.TIMED_OUT, "longer than " + limit.toSeconds() + " s");
                case BY_ITSELF -> result(folder, run, molecule);
            };
        }
    }

    private static Relaxed result(ScratchFolder folder, ProgramRun run, Molecule molecule) throws IOException {
        Path steps = folder.file("xtbopt.log");
        List<Double> energies = Files.exists(steps) ? energies(steps) : List.of();
        Optional<Molecule> last = last(folder, molecule);
        if (energies.isEmpty() || last.isEmpty()) {
            return Relaxed.without(State.FAILED, complaint(run));
        }
        State state = run.code() == 0 && !Files.exists(folder.file("NOT_CONVERGED")) ? State.RELAXED : State.NOT_CONVERGED;
        return new Relaxed(state, last, energies.get(0) * KCAL_PER_MOL, energies.get(energies.size() - 1) * KCAL_PER_MOL, "");
    }

    /** Positions of the last step, when they are those of these atoms. */
    private static Optional<Molecule> last(ScratchFolder folder, Molecule molecule) throws IOException {
        for (String name : List.of("xtbopt.xyz", "xtblast.xyz")) {
            if (Files.exists(folder.file(name))) {
                List<AtomicStructure> read = new ArrayList<>();
                new XyzReader().read(folder.file(name), entry -> read.add(entry.structure()));
                return read.stream().filter(Molecule.class::isInstance).map(Molecule.class::cast)
                        .filter(found -> Arrays.equals(found.atomicNumbers(), molecule.atomicNumbers())).findFirst();
            }
        }
        return Optional.empty();
    }

    /** Energy of each step in hartree: the comments of the trajectory say them. */
    private static List<Double> energies(Path steps) throws IOException {
        try (Stream<String> lines = Files.lines(steps, StandardCharsets.ISO_8859_1)) {
            return lines.map(ENERGY::matcher).filter(Matcher::find).map(match -> number(match.group(1)))
                    .flatMap(energy -> energy.stream().boxed()).toList();
        }
    }

    private static OptionalDouble number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** The program marks what it complains about with "-1-", "-2-", … */
    private static String complaint(ProgramRun run) {
        return run.output().lines().map(String::strip).filter(line -> line.matches("-\\d+-.*")).findFirst()
                .map(line -> line.replaceFirst("-\\d+-\\s*", ""))
                .orElse("no result, exit code " + run.code());
    }

    private static void write(Molecule molecule, Path file) throws IOException {
        try (StructureWriter writer = XyzWriter.plain(Files.newOutputStream(file))) {
            writer.write("", molecule, new Assessment(List.of(), List.of(), new int[0], Map.of(), Optional.empty()));
        }
    }

    @Override
    public String description() {
        return description;
    }
}
