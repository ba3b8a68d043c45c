package net.bioclipse.adit.structure.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import org.junit.jupiter.api.Test;

class PoscarReaderTest extends StructureReaderContract {

    private static final String CELL = "rock salt\n1.0\n4 0 0\n0 5 0\n0 0 6\nNa Cl\n1 1\n";

    @Override
    StructureReader reader() {
        return new PoscarReader();
    }

    @Override
    String goodFile() {
        return CELL + "Direct\n0 0 0\n0.5 0.5 0.5\n";
    }

    @Override
    int count() {
        return 1;
    }

    /** What follows the coordinates is passed over, so there is no damage behind the structure. */
    @Override
    @Test
    void givesStructuresBeforeTheDamage() throws IOException {
        assertEquals(1, reading.of(goodFile() + "\u0001 damage \u0001\n").size());
    }

    private Crystal read(String text) throws IOException {
        List<Entry> entries = reading.of(text);
        assertEquals(1, entries.size());
        return (Crystal) entries.get(0).structure();
    }

    @Test
    void readsNameCellElementsAndPlaces() throws IOException {
        Entry entry = reading.of(goodFile()).get(0);
        assertEquals("rock salt", entry.name());
        assertEquals(new Crystal(new Lattice(4, 5, 6, 90, 90, 90), new int[] {11, 17}, new double[] {0, 0, 0, .5, .5, .5}),
                entry.structure());
    }

    @Test
    void cartesianPlacesAreThoseOfTheCell() throws IOException {
        for (String word : new String[] {"Cartesian", "cart", "K", "  C  "}) {
            assertArrayEquals(new double[] {0, 0, 0, .25, .5, .75}, read(CELL + word + "\n0 0 0\n1 2.5 4.5\n").fractional(), 1e-12);
        }
    }

    @Test
    void theScaleIsAFactorThreeFactorsOrAVolume() throws IOException {
        String direct = "D\n0 0 0\n.5 .5 .5\n";
        String cartesian = "C\n0 0 0\n2 2.5 3\n";
        for (String places : new String[] {direct, cartesian}) {
            Crystal twice = read((CELL + places).replace("\n1.0\n", "\n2.0\n"));
            assertEquals(new Lattice(8, 10, 12, 90, 90, 90), twice.lattice());
            assertArrayEquals(new double[] {0, 0, 0, .5, .5, .5}, twice.fractional(), 1e-12);
            Crystal volume = read((CELL + places).replace("\n1.0\n", "\n-960\n"));
            assertEquals(960, volume.lattice().volume(), 1e-9);
            assertArrayEquals(new double[] {0, 0, 0, .5, .5, .5}, volume.fractional(), 1e-12);
            Crystal three = read((CELL + places).replace("\n1.0\n", "\n1 2 3 ! each axis\n"));
            assertEquals(new Lattice(4, 10, 18, 90, 90, 90), three.lattice());
            assertArrayEquals(new double[] {0, 0, 0, .5, .5, .5}, three.fractional(), 1e-12);
        }
    }

    @Test
    void passesOverFlagsPotentialsCommentsAndVelocities() throws IOException {
        String text = "x\n1.0 ! scale\n4 0 0\n0 5 0\n0 0 6 # c\n Na_pv  Cl/a1b2c3\n 1 1\nSelective dynamics\nDirect\n"
                + "0 0 0 T F T Na\n0.5 0.5 0.5 F F F\n\n0 0 0\n0.1 0.2 0.3\n";
        assertEquals(read(goodFile()), read(text));
    }

    @Test
    void anElementMayComeTwice() throws IOException {
        assertArrayEquals(new int[] {8, 8, 26, 8},
                read("x\n1\n4 0 0\n0 5 0\n0 0 6\nO Fe O\n2 1 1\nD\n" + "0 0 0\n".repeat(4)).atomicNumbers());
    }

    /** The points of a left-handed cell are kept; chirality must not change. */
    @Test
    void aLeftHandedCellKeepsItsHand() throws IOException {
        String left = "x\n1\n0 5 0\n4 0 0\n0 0 6\nH\n4\n";
        Crystal direct = read(left + "D\n0 0 0\n.1 0 0\n0 .2 0\n0 0 .3\n");
        Crystal cartesian = read(left + "C\n0 0 0\n0 .5 0\n.8 0 0\n0 0 1.8\n");
        assertEquals(direct.lattice(), cartesian.lattice());
        assertArrayEquals(direct.fractional(), cartesian.fractional(), 1e-12);
        double[] p = cartesian.positions();
        double hand = triple(p, 3, 6, 9);
        assertEquals(triple(new double[] {0, .5, 0, .8, 0, 0, 0, 0, 1.8}, 0, 3, 6), hand, 1e-9);
    }

    private static double triple(double[] p, int i, int j, int k) {
        return p[i] * (p[j + 1] * p[k + 2] - p[j + 2] * p[k + 1]) - p[i + 1] * (p[j] * p[k + 2] - p[j + 2] * p[k])
                + p[i + 2] * (p[j] * p[k + 1] - p[j + 1] * p[k]);
    }

    @Test
    void refusesAFileOfVasp4() {
        reading.refuses("x\n1\n4 0 0\n0 5 0\n0 0 6\n1 1\nDirect\n0 0 0\n.5 .5 .5\n", "The sixth line of a POSCAR must name the"
                + " elements, but it is '1 1'; files of VASP 4 do not name them, so add a line such as 'Na Cl' before the counts"
                + " (FILE, line 6).");
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        reading.refuses("", "A POSCAR file was expected, but 'FILE' is empty; it begins with a name and a scale.");
        reading.refuses("x\n", "A POSCAR must go on with the scale, a number such as 1.0, but the file ends (FILE, line 1).");
        for (String scale : new String[] {"0", "a", "", "1 0 1", "1 -1 1", "NaN"}) {
            reading.refuses(goodFile().replace("\n1.0\n", "\n" + scale + "\n"), "The second line of a POSCAR must be its scale, a"
                    + " factor, three factors or a negative volume, but it is '" + scale + "' (FILE, line 2).");
        }
        reading.refuses(goodFile().replace("0 5 0", "0 5"),
                "A POSCAR must have three numbers for a vector of the cell, but the line is '0 5' (FILE, line 4).");
        reading.refuses(goodFile().replace("0 0 6", "0 5 0"), "The vectors of a POSCAR must span a cell: No cell has lengths 4.0,"
                + " 5.0, 5.0 Å and angles 0.0, 90.0, 90.0°. (FILE, line 5).");
        reading.refuses(goodFile().replace("0 0 6", "0 5 0").replace("\n1.0\n", "\n-9\n"),
                "The vectors of a POSCAR must span a cell, but their volume is 0.0 (FILE, line 5).");
        reading.refuses(goodFile().replace("Na Cl", "Na Xx"),
                "The sixth line of a POSCAR must name the elements, but 'Xx' is none (FILE, line 6).");
        for (String counts : new String[] {"1", "1 1 1", "1 0", "1 -1", "1 x", "999999 2", "1 99999999999999999999"}) {
            reading.refuses(goodFile().replace("\n1 1\n", "\n" + counts + "\n"), "A POSCAR must say how many atoms there are of each"
                    + " of its 2 elements, 1 to 1000000 in all, but it says '" + counts + "' (FILE, line 7).");
        }
        reading.refuses(goodFile().replace("Direct", "0.1 0.1 0.1"),
                "The coordinates of a POSCAR must be announced as Direct or Cartesian, but the line is '0.1 0.1 0.1' (FILE, line 8).");
        reading.refuses(CELL + "Direct\n0 0 0\n", "A POSCAR must go on with the coordinates of atom 2 of 2, but the file ends"
                + " (FILE, line 9).");
        reading.refuses(CELL + "Direct\n0 0 0\n0 0x1 0\n", "A POSCAR must have three numbers for the coordinates of atom 2 of 2, but"
                + " the line is '0 0x1 0' (FILE, line 10).");
    }
}
