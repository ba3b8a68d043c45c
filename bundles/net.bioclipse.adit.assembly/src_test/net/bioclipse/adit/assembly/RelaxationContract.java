package net.bioclipse.adit.assembly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.bioclipse.adit.physics.Relaxation;
import net.bioclipse.adit.physics.Relaxation.Relaxed;
import net.bioclipse.adit.physics.Relaxation.State;
import net.bioclipse.adit.physics.RelaxedStructure;
import net.bioclipse.adit.physics.Relaxer;
import net.bioclipse.adit.physics.Superposition;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StructureAssessor;
import org.junit.jupiter.api.Test;

/** What every {@link Relaxation} does, with bonds and charges as the program perceives them. */
abstract class RelaxationContract {

    /** Methanol by hand, its bond of carbon and oxygen 0.15 Å too long, hydrogens first. */
    private static final Molecule STRETCHED = new Molecule(new int[] {1, 1, 1, 1, 6, 8}, new double[] {
        -0.36, -1.03, 0.02, -0.36, 0.51, 0.89, -0.36, 0.51, -0.89, 1.87, 0.91, 0.05, 0, 0, 0, 1.57, 0, 0});

    private final StructureAssessor assessor = Workshop.assessor(Set.of(Aspect.PLAUSIBILITY));

    abstract Relaxation relaxation() throws IOException;

    private Relaxed relaxed(Molecule molecule) throws IOException {
        return relaxation().relax(molecule, assessor.assess(molecule), () -> false);
    }

    @Test
    void aStretchedBondComesBack() throws IOException {
        Relaxed relaxed = relaxed(STRETCHED);
        assertEquals(State.RELAXED, relaxed.state());
        assertEquals("", relaxed.message());
        assertTrue(relaxed.energyBefore() > relaxed.energyAfter() + 3, relaxed.toString());
        Molecule after = relaxed.structure().orElseThrow();
        assertArrayEquals(STRETCHED.atomicNumbers(), after.atomicNumbers());
        assertEquals(1.42, distance(after, 4, 5), 0.03);
        assertEquals(0.97, distance(after, 3, 5), 0.02);
    }

    @Test
    void whatIsRelaxedStaysWhereItIs() throws IOException {
        Molecule once = relaxed(STRETCHED).structure().orElseThrow();
        Relaxed twice = relaxed(once);
        assertEquals(twice.energyBefore(), twice.energyAfter(), 0.05);
        assertEquals(0, Superposition.rmsd(once.positions(), twice.structure().orElseThrow().positions()), 0.03);
    }

    @Test
    void whereAMoleculeLiesDoesNotMatter() throws IOException {
        double[] moved = STRETCHED.positions();
        for (int i = 0; i < moved.length; i += 3) {
            double x = moved[i];
            moved[i] = 0.6 * x - 0.8 * moved[i + 1] + 11;
            moved[i + 1] = 0.8 * x + 0.6 * moved[i + 1] - 5;
        }
        Relaxed there = relaxed(new Molecule(STRETCHED.atomicNumbers(), moved));
        Relaxed here = relaxed(STRETCHED);
        assertEquals(here.energyBefore(), there.energyBefore(), 1e-3);
        assertEquals(here.energyAfter(), there.energyAfter(), 0.05);
    }

    @Test
    void theSameMoleculeEndsTheSameWayOnEveryThread() throws IOException, InterruptedException, ExecutionException {
        Relaxed alone = relaxed(STRETCHED);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Relaxed> other : threads.invokeAll(List.<Callable<Relaxed>>of(() -> relaxed(STRETCHED),
                    () -> relaxed(STRETCHED), () -> relaxed(STRETCHED), () -> relaxed(STRETCHED)))) {
                assertEquals(alone, other.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void cancellingGivesNoStructure() throws IOException {
        Relaxed cancelled = relaxation().relax(STRETCHED, assessor.assess(STRETCHED), () -> true);
        assertEquals(State.CANCELLED, cancelled.state());
        assertTrue(cancelled.structure().isEmpty());
    }

    @Test
    void whatIsNoMoleculeIsAResultAndNotAnException() throws IOException {
        Molecule collapsed = new Molecule(new int[] {6, 6, 8, 1}, new double[12]);
        Relaxed relaxed = relaxed(collapsed);
        assertTrue(relaxed.structure().isEmpty(), relaxed.toString());
        assertFalse(relaxed.message().isEmpty() || relaxed.message().contains("\n"), relaxed.toString());
        assertTrue(Double.isNaN(relaxed.energyBefore()) && Double.isNaN(relaxed.energyAfter()));
    }

    @Test
    void theRelaxedMoleculeSaysWhatWasDone() throws IOException {
        Assessment drawn = assessor.assess(STRETCHED);
        RelaxedStructure result = new Relaxer(relaxation(), assessor, () -> false).relax(STRETCHED, drawn);
        assertTrue(result.kept() && result.gained() > 3 && result.rmsd() > 0.01, result.described());
        Assessment after = result.after().orElseThrow();
        assertTrue(after.plausible() && !drawn.plausible());
        assertEquals(relaxation().description(), after.properties().get("relaxed by"));
        assertEquals("not plausible: bond lengths", after.properties().get("as drawn"));
        assertEquals(true, after.properties().get("kept its bonds"));
        assertEquals("CO", after.properties().get("SMILES"));
    }

    private static double distance(Molecule molecule, int first, int second) {
        double[] p = molecule.positions();
        return Math.sqrt(Math.pow(p[3 * first] - p[3 * second], 2) + Math.pow(p[3 * first + 1] - p[3 * second + 1], 2)
                + Math.pow(p[3 * first + 2] - p[3 * second + 2], 2));
    }
}
