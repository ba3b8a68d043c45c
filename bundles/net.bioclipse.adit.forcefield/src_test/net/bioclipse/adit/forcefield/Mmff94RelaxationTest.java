package net.bioclipse.adit.forcefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.physics.Relaxation.Relaxed;
import net.bioclipse.adit.physics.Relaxation.State;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;

/** What the contract of all relaxations does not say; that one is tested in assembly. */
class Mmff94RelaxationTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void everyMoleculeComesToRestLower() {
        Mmff94Relaxation relaxation = new Mmff94Relaxation(LONG);
        for (Fixture fixture : Fixture.all()) {
            Relaxed relaxed = relaxation.relax(fixture.molecule(), fixture.perceived(), () -> false);
            assertEquals(State.RELAXED, relaxed.state(), fixture.smiles());
            assertEquals(fixture.energy(), relaxed.energyBefore(), 1e-3, fixture.smiles());
            assertTrue(relaxed.energyAfter() < relaxed.energyBefore(), fixture.smiles());
        }
    }

    @Test
    void endsAtItsTimeLimit() {
        Fixture ethanol = Fixture.of("CCO");
        Relaxed relaxed = new Mmff94Relaxation(Duration.ZERO).relax(ethanol.molecule(), ethanol.perceived(), () -> false);
        assertEquals(Relaxed.without(State.TIMED_OUT, "longer than 0 s"), relaxed);
    }

    @Test
    void whatItDoesNotDescribeIsNotAssessableAndWhatCollapsedFails() {
        Mmff94Relaxation relaxation = new Mmff94Relaxation(LONG);
        assertEquals(Relaxed.without(State.NOT_ASSESSABLE, "MMFF94 has no type for Xe1"), relaxation.relax(
                new Molecule(new int[] {54}, new double[3]), perceived(List.of(), 0), () -> false));
        assertEquals(Relaxed.without(State.FAILED, "it has no energy: atoms lie on each other"), relaxation.relax(
                new Molecule(new int[] {8, 1, 1}, new double[9]), perceived(List.of(new Bond(0, 1, 1), new Bond(0, 2, 1)), 0, 0, 0),
                () -> false));
    }

    @Test
    void saysWhatItIs() {
        assertTrue(new Mmff94Relaxation(LONG).description().startsWith("MMFF94, OpenChemLib"));
    }

    private static Assessment perceived(List<Bond> bonds, int... charges) {
        return new Assessment(List.of(), bonds, charges, Map.of(), Optional.empty());
    }
}
