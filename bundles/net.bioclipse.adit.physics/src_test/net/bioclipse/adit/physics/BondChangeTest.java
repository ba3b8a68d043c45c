package net.bioclipse.adit.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;

class BondChangeTest {

    private static final Molecule MOLECULE = new Molecule(new int[] {6, 6, 8, 1, 1}, new double[15]);

    @Test
    void ordersAndDirectionsOfBondsDoNotMatter() {
        assertTrue(BondChange.between(bonds(new Bond(0, 1, 1)), bonds(new Bond(1, 0, 2))).none());
    }

    @Test
    void namesWhatWasBrokenAndFormed() {
        BondChange change = BondChange.between(bonds(new Bond(0, 1, 1), new Bond(1, 2, 1)), bonds(new Bond(2, 1, 1),
                new Bond(3, 4, 1)));
        assertFalse(change.none());
        assertEquals("C1–C2 broken, H4–H5 formed", change.described(MOLECULE));
    }

    @Test
    void ofManyItNamesThree() {
        BondChange change = BondChange.between(bonds(new Bond(0, 1, 1), new Bond(0, 2, 1), new Bond(0, 3, 1),
                new Bond(0, 4, 1)), bonds());
        assertEquals("C1–C2, C1–O3, C1–H4 and 1 more broken", change.described(MOLECULE));
    }

    private static Assessment bonds(Bond... bonds) {
        return new Assessment(List.of(), List.of(bonds), new int[0], Map.of(), Optional.empty());
    }
}
