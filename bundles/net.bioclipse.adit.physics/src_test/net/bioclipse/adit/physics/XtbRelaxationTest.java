package net.bioclipse.adit.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.bioclipse.adit.physics.Relaxation.Relaxed;
import net.bioclipse.adit.physics.Relaxation.State;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XtbRelaxationTest {

    private static final Molecule WATER = new Molecule(new int[] {8, 1, 1},
            new double[] {0, 0, 0.117, 0, 0.9, -0.471, 0, -0.757, -0.471});
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void readsEnergiesAndPositionsAndHandsOverChargeAndOneThread() throws IOException {
        XtbRelaxation relaxation = XtbRelaxation.find(script("echo \"$@\" $OMP_NUM_THREADS > " + folder + "/seen",
                "cat molecule.xyz > " + folder + "/read.xyz", log(" energy: -5.25 gnorm: 0.1", " energy: -5.5 gnorm: 0.0"),
                "sed 's/0.9/0.8/' molecule.xyz > xtbopt.xyz"), LONG);
        Relaxed relaxed = relaxation.relax(WATER, charged(-1), () -> false);
        assertEquals(State.RELAXED, relaxed.state());
        assertEquals(-5.25 * 627.5094740631, relaxed.energyBefore());
        assertEquals(-5.5 * 627.5094740631, relaxed.energyAfter());
        assertArrayEquals(new double[] {0, 0, 0.117, 0, 0.8, -0.471, 0, -0.757, -0.471},
                relaxed.structure().orElseThrow().positions(), 1e-9);
        assertEquals("molecule.xyz --opt --gfn 2 --chrg -1 --uhf 0 1,1", Files.readString(folder.resolve("seen")).strip());
        assertEquals("GFN2-xTB, xtb 9.9.9", relaxation.description());
    }

    @Test
    void whatDoesNotConvergeIsSaid() throws IOException {
        Relaxed relaxed = relaxed(log(" energy: -5.25", " energy: -5.3"), "cp molecule.xyz xtblast.xyz", "touch NOT_CONVERGED",
                "exit 1");
        assertEquals(State.NOT_CONVERGED, relaxed.state());
        assertEquals(-5.3 * 627.5094740631, relaxed.energyAfter());
    }

    @Test
    void aFailureCarriesTheProgramsOwnWords() throws IOException {
        Relaxed relaxed = relaxed("echo '[ERROR] Program stopped due to fatal error'", "echo '-1- xtb_scf: no convergence'",
                "exit 1");
        assertEquals(State.FAILED, relaxed.state());
        assertEquals("xtb_scf: no convergence", relaxed.message());
        assertTrue(relaxed.structure().isEmpty() && Double.isNaN(relaxed.energyBefore()));
        assertEquals("no result, exit code 7", relaxed("exit 7").message());
    }

    @Test
    void aResultWithOtherAtomsOrWithoutNumbersIsAFailure() throws IOException {
        assertEquals(State.FAILED, relaxed(log(" energy: -5"), "printf '1\\n\\nXe 0 0 0\\n' > xtbopt.xyz").state());
        assertEquals(State.FAILED, relaxed(log(" energy: NaN"), "cp molecule.xyz xtbopt.xyz").state());
        assertEquals(State.FAILED, relaxed(log(" energy: much"), "cp molecule.xyz xtbopt.xyz").state());
    }

    @Test
    void stopsAtTheTimeLimitWithAllItsProcesses() throws IOException {
        XtbRelaxation relaxation = XtbRelaxation.find(script("sleep 600 & echo $! > " + folder + "/child", "wait"),
                Duration.ofSeconds(1));
        Relaxed relaxed = relaxation.relax(WATER, charged(0), () -> false);
        assertEquals(State.TIMED_OUT, relaxed.state());
        assertEquals("longer than 1 s", relaxed.message());
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        assertTrue(ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Relaxed relaxed = XtbRelaxation.find(script("sleep 600"), LONG).relax(WATER, charged(0), () -> asked.incrementAndGet() > 2);
        assertEquals(State.CANCELLED, relaxed.state());
        assertEquals(3, asked.get());
    }

    @Test
    void leavesNothingBehind() throws IOException {
        relaxed("pwd > " + folder + "/where", "mkdir -p deep/er", "touch deep/er/file", "exit 1");
        Path where = Path.of(Files.readString(folder.resolve("where")).strip());
        assertTrue(where.getFileName().toString().startsWith("adit-physics-"), where.toString());
        assertTrue(Files.notExists(where));
    }

    @Test
    void saysHowToGetAProgramThatIsNotThere() {
        IOException e = assertThrows(IOException.class, () -> XtbRelaxation.find("no-such-program", LONG));
        assertEquals("The program 'no-such-program' was asked for, but it cannot be run: it is not installed or not in PATH."
                + " Install xtb (Debian and Ubuntu: apt install xtb; conda: conda install -c conda-forge xtb) or give its file"
                + " with --program.", e.getMessage());
    }

    @Test
    void refusesAnotherProgram() throws IOException {
        assumePosix();
        IOException e = assertThrows(IOException.class, () -> XtbRelaxation.find("true", LONG));
        assertEquals("'true' was run as xtb, but it does not say its version as xtb does; right would be the name or file of that"
                + " program.", e.getMessage());
    }

    private Relaxed relaxed(String... lines) throws IOException {
        return XtbRelaxation.find(script(lines), LONG).relax(WATER, charged(0), () -> false);
    }

    private static String log(String... comments) {
        return Stream.of(comments).map(comment -> "printf '3\\n" + comment + "\\n' >> xtbopt.log").reduce("true",
                (all, one) -> all + "\n" + one);
    }

    /** A program that says a version and else does as told. */
    private String script(String... lines) throws IOException {
        assumePosix();
        Path script = folder.resolve("xtb.sh");
        Files.writeString(script, "#!/bin/sh\nif [ \"$1\" = --version ]; then echo '* xtb version 9.9.9 (abc)'; exit; fi\n"
                + String.join("\n", List.of(lines)) + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    private static Assessment charged(int charge) {
        return new Assessment(List.of(), List.of(), new int[] {charge, 0, 0}, Map.of(), Optional.empty());
    }

    private static void assumePosix() {
        assumeTrue(File.separatorChar == '/', "The script that stands for xtb needs a POSIX shell");
    }
}
