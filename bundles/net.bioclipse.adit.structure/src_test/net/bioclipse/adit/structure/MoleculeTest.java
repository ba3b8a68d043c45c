package net.bioclipse.adit.structure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MoleculeTest {

    private static final double[] POSITIONS = {0, 0, 0, 0.96, 0, 0, -0.24, 0.93, 0};

    @Test
    void keepsItsAtomsInOrder() {
        Molecule water = new Molecule(new int[] {8, 1, 1}, POSITIONS);
        assertEquals(3, water.atomCount());
        assertEquals(8, water.atomicNumber(0));
        assertArrayEquals(new int[] {8, 1, 1}, water.atomicNumbers());
        assertArrayEquals(POSITIONS, water.positions());
        assertEquals("Molecule H2O", water.toString());
    }

    @Test
    void isNotChangedThroughArraysGivenOrTaken() {
        int[] numbers = {8, 1, 1};
        double[] positions = POSITIONS.clone();
        Molecule water = new Molecule(numbers, positions);
        numbers[0] = 6;
        positions[0] = 9;
        water.atomicNumbers()[1] = 7;
        water.positions()[1] = 9;
        assertEquals(new Molecule(new int[] {8, 1, 1}, POSITIONS), water);
    }

    @Test
    void equalsOneWithTheSameAtomsAndPositions() {
        Molecule water = new Molecule(new int[] {8, 1, 1}, POSITIONS);
        assertEquals(water.hashCode(), new Molecule(new int[] {8, 1, 1}, POSITIONS).hashCode());
        assertNotEquals(water, new Molecule(new int[] {1, 8, 1}, POSITIONS));
        assertNotEquals(water, new Molecule(new int[] {8, 1, 1}, new double[9]));
    }

    @Test
    void refusesWhatIsNoMolecule() {
        assertRefused(new int[0], new double[0], "A structure needs at least one atom, none was given.");
        assertRefused(new int[] {0}, new double[3], "Atomic number 0 is not one of 1 to 118.");
        assertRefused(new int[] {119}, new double[3], "Atomic number 119 is not one of 1 to 118.");
        assertRefused(new int[] {1, 1}, new double[3], "2 atoms need 6 position values, 3 were given.");
        assertRefused(new int[] {1, 1}, new double[] {0, 0, 0, 0, Double.NaN, 0}, "The position of atom 2 is NaN.");
    }

    private static void assertRefused(int[] numbers, double[] positions, String message) {
        assertEquals(message,
                assertThrows(IllegalArgumentException.class, () -> new Molecule(numbers, positions)).getMessage());
    }
}
