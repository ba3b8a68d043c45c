package net.bioclipse.adit.chemistry.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;

class StandingChargesTest {

    @Test
    void letsTheIonsOfZwitterionsStandAlone() {
        assertEquals(Optional.empty(), chain(new int[] {7, 6, 6, 8}, 1, 0, 0, -1));
        assertEquals(Optional.empty(), chain(new int[] {16, 6, 7}, 1, 0, -1));
    }

    @Test
    void letsNeighboursBalanceUnusualCharges() {
        assertEquals(Optional.empty(), chain(new int[] {8, 8, 8}, 0, 1, -1));
        assertEquals(Optional.empty(), StandingCharges.failure(new Molecule(new int[] {6, 8}, new double[6]),
                List.of(new Bond(0, 1, 3)), new int[] {-1, 1}));
        assertEquals(Optional.empty(), chain(new int[] {6, 15, 6}, -1, 1, 0));
    }

    @Test
    void refusesCarbanionsAndOxoniumsThatStandAlone() {
        assertEquals(Optional.of("C1 would carry the charge -1 with no usual ion of the opposite charge beside it"),
                chain(new int[] {6, 6, 7}, -1, 0, 1));
        assertEquals(Optional.of("O3 would carry the charge +1 with no usual ion of the opposite charge beside it"),
                chain(new int[] {8, 6, 8}, -1, 0, 1));
        assertEquals(Optional.of("C1 would carry the charge -1 with no usual ion of the opposite charge beside it"),
                chain(new int[] {6, 8}, -1, 1));
    }

    private static Optional<String> chain(int[] elements, int... charges) {
        List<Bond> bonds = new ArrayList<>();
        for (int i = 1; i < elements.length; i++) {
            bonds.add(new Bond(i - 1, i, 1));
        }
        return StandingCharges.failure(new Molecule(elements, new double[3 * elements.length]), bonds, charges);
    }
}
