package net.bioclipse.adit.structure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CrystalTest {

    private static final Lattice CUBE = new Lattice(4, 4, 4, 90, 90, 90);
    private static final double[] FRACTIONAL = {0, 0, 0, 0.5, 0.5, 1.5};

    @Test
    void givesCartesianPositionsOfItsFractionalOnes() {
        Crystal crystal = new Crystal(CUBE, new int[] {55, 17}, FRACTIONAL);
        assertArrayEquals(new double[] {0, 0, 0, 2, 2, 6}, crystal.positions());
        assertArrayEquals(FRACTIONAL, crystal.fractional(), "coordinates are kept as given");
        assertEquals(CUBE, crystal.lattice());
        assertEquals("Crystal CsCl", crystal.toString());
        assertEquals(17, crystal.atomicNumber(1));
    }

    @Test
    void isNotChangedThroughArraysGivenOrTaken() {
        double[] fractional = FRACTIONAL.clone();
        Crystal crystal = new Crystal(CUBE, new int[] {55, 17}, fractional);
        fractional[0] = 9;
        crystal.fractional()[1] = 9;
        crystal.atomicNumbers()[0] = 1;
        assertEquals(new Crystal(CUBE, new int[] {55, 17}, FRACTIONAL), crystal);
    }

    @Test
    void equalsOneWithTheSameCellAtomsAndCoordinates() {
        Crystal crystal = new Crystal(CUBE, new int[] {55, 17}, FRACTIONAL);
        assertEquals(crystal.hashCode(), new Crystal(CUBE, new int[] {55, 17}, FRACTIONAL).hashCode());
        assertNotEquals(crystal, new Crystal(new Lattice(4, 4, 5, 90, 90, 90), new int[] {55, 17}, FRACTIONAL));
        assertNotEquals(crystal, new Crystal(CUBE, new int[] {17, 55}, FRACTIONAL));
        assertNotEquals(crystal, new Crystal(CUBE, new int[] {55, 17}, new double[6]));
    }

    @Test
    void refusesWhatIsNoCrystal() {
        assertThrows(NullPointerException.class, () -> new Crystal(null, new int[] {1}, new double[3]));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> new Crystal(CUBE, new int[] {1}, new double[] {0, Double.POSITIVE_INFINITY, 0}));
        assertEquals("The fractional coordinate of atom 1 is Infinity.", e.getMessage());
    }
}
