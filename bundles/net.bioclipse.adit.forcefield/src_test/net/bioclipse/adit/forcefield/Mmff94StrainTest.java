package net.bioclipse.adit.forcefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StrainMeter.Strain;
import org.junit.jupiter.api.Test;

class Mmff94StrainTest {

    private final Mmff94Strain meter = new Mmff94Strain();

    @Test
    void nothingIsStrainedAtTheMinimum() throws UntypedMoleculeException {
        Fixture ethanol = Fixture.of("CCO");
        Molecule rest = ethanol.field().at(ethanol.field().descend(() -> false).positions());
        assertEquals(0, meter.of(rest, ethanol.bonds(), ethanol.charges()).energy().orElseThrow(), 1e-3);
    }

    @Test
    void isWhatTheDescentGainsAndNamesTheWorstTerm() throws UntypedMoleculeException {
        for (Fixture fixture : Fixture.all()) {
            Strain strain = meter.of(fixture.molecule(), fixture.bonds(), fixture.charges());
            double gained = fixture.energy() - fixture.field().descend(() -> false).energy();
            assertEquals(gained, strain.energy().orElseThrow(), 1e-3, fixture.smiles());
            assertTrue(strain.words().matches("(bond|angle|torsion|contact) .* by [0-9.]+ kcal/mol"), strain.words());
        }
    }

    @Test
    void saysWhyItCannotTell() {
        Strain none = meter.of(new Molecule(new int[] {2}, new double[3]), List.of(), new int[1]);
        assertTrue(none.energy().isEmpty());
        assertEquals("MMFF94 has no type for He1", none.words());
        Strain collapsed = meter.of(new Molecule(new int[] {8, 1, 1}, new double[9]),
                List.of(new Bond(0, 1, 1), new Bond(0, 2, 1)), new int[3]);
        assertTrue(collapsed.energy().isEmpty());
        assertEquals("it has no energy: atoms lie on each other", collapsed.words());
    }
}
