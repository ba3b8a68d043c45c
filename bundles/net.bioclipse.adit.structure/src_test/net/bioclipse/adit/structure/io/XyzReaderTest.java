package net.bioclipse.adit.structure.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XyzReaderTest extends StructureReaderContract {

    private static final String CELL = "Lattice=\"4 0 0 0 5 0 0 0 6\"";

    @Override
    StructureReader reader() {
        return new XyzReader();
    }

    @Override
    String goodFile() {
        return """
                2
                carbon monoxide
                C\t0.0 0.0 0.0
                O   1.128   -0.5e-1 +.25 0.7 further columns

                1
                Lattice="4 0 0 0 5 0 0 0 6" Properties=species:S:1:pos:R:3 pbc="T T T" name="iron" energy=-3.5 flag
                Fe 1 2.5 3
                """;
    }

    private AtomicStructure one(String text) throws IOException {
        assertEquals(1, reading.of(text).size());
        return reading.of(text).get(0).structure();
    }

    private static String frame(String header) {
        return "1\n" + header + "\nFe 1 2.5 3\n";
    }

    @Test
    void readsPlainAndExtendedFrames() throws IOException {
        assertEquals(java.util.List.of(
                new Entry(new Molecule(new int[] {6, 8}, new double[] {0, 0, 0, 1.128, -0.05, 0.25}), "carbon monoxide"),
                new Entry(new Crystal(new Lattice(4, 5, 6, 90, 90, 90), new int[] {26}, new double[] {0.25, 0.5, 0.5}),
                        "iron")),
                reading.of(goodFile()));
    }

    @Test
    void takesSymbolsInAnyCaseNumbersAndIsotopes() throws IOException {
        String atoms = "5\n\nFE 0 0 0\ncl 0 0 1\n26 0 0 2\nD 0 0 3\nT 0 0 4\n";
        assertArrayEquals(new int[] {26, 17, 26, 1, 1}, one(atoms).atomicNumbers());
    }

    @Test
    void findsTheColumnsThatPropertiesNames() throws IOException {
        String text = "2\nProperties=id:I:1:pos:R:3:forces:R:3:species:S:1\n1 .1 .2 .3 9 9 9 N\n2 .4 .5 .6 9 9 9 O\n";
        assertEquals(new Molecule(new int[] {7, 8}, new double[] {.1, .2, .3, .4, .5, .6}), one(text));
        assertEquals(new Molecule(new int[] {7}, new double[] {.1, .2, .3}),
                one("1\nProperties=pos:R:3:Z:I:1\n.1 .2 .3 7\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lattice = \"4 0 0 0 5 0 0 0 6\"", "Lattice={4 0 0 0 5 0 0 0 6}",
        "Lattice=[[4, 0, 0], [0, 5, 0], [0, 0, 6]]", "flag Lattice=\"4 0 0 0 5 0 0 0 6\" pbc=\"true true true\"",
        "note=\"a \\\"b\\\" Lattice=\" Lattice=\"4.0 0 0 0 5 0 0 0 6\" pbc=[T, T, T]",
        "\"a key = 1\"=2 \"Lattice\"=\"4 0 0 0 5 0 0 0 6\"", "\"flag\" \"lattice\" = \"4 0 0 0 5 0 0 0 6\"",
        "a=1 b={1 2} Lattice=\"4 0 0 0 5 0 0 0 6\""})
    void readsEveryWayToWriteAHeader(String header) throws IOException {
        assertEquals(new Lattice(4, 5, 6, 90, 90, 90), assertInstanceOf(Crystal.class, one(frame(header))).lattice());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lattice=\"4 0 0 0 5 0 0 0 6\" pbc=\"F F F\"", "Lattice=\"0 0 0 0 0 0 0 0 0\" pbc=\"0 0 0\"",
        "Properties=species:S:1:pos:R:3 pbc=\"F F F\"", "latticed words", "energy=-1.5"})
    void takesAFrameWithoutAPeriodicLatticeAsAMolecule(String header) throws IOException {
        assertEquals(new Molecule(new int[] {26}, new double[] {1, 2.5, 3}), one(frame(header)));
    }

    @Test
    void readsALatticeInAnyOrientationByItsOwnMatrix() throws IOException {
        // The rows are a turned and sheared cell; the atom is a/4 + b/2 + 3c/4.
        Crystal crystal = (Crystal) one("1\nLattice=\"0 4 0 -5 1 0 2 0.5 6\"\nFe -1.0 1.875 4.5\n");
        assertArrayEquals(new double[] {0.25, 0.5, 0.75}, crystal.fractional(), 1e-15);
        assertArrayEquals(new double[] {4, 0, 0, 1, 5, 0, 0.5, -2, 6}, crystal.lattice().matrix(), 1e-12);
    }

    @Test
    void keepsTheHandednessOfAStructureInALeftHandedCell() throws IOException {
        // A chiral set of four atoms; the same points in a cell and in the one with a turned round.
        String atoms = "Fe 0 0 0\nC 1 0 0\nN 0 1.5 0\nO 0 0 2\n";
        double right = handedness(one("4\nLattice=\"9 0 0 1 9 0 0 1 9\"\n" + atoms).positions());
        double left = handedness(one("4\nLattice=\"-9 0 0 1 9 0 0 1 9\"\n" + atoms).positions());
        assertEquals(3, right, 1e-12);
        assertEquals(3, left, 1e-12);
    }

    private static double handedness(double[] p) {
        double[] d = new double[9];
        for (int i = 0; i < 9; i++) {
            d[i] = p[i + 3] - p[i % 3];
        }
        return d[0] * (d[4] * d[8] - d[5] * d[7]) - d[1] * (d[3] * d[8] - d[5] * d[6]) + d[2] * (d[3] * d[7] - d[4] * d[6]);
    }

    @Test
    void refusesAFileWithoutFrames() {
        String message = "An XYZ file with at least one frame was expected, but 'FILE' is empty; "
                + "a frame begins with its number of atoms.";
        reading.refuses("", message);
        reading.refuses("\n \r\n", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000001", "99999999999999999999", "2.0", "3 atoms", "data_x", "0x10"})
    void refusesACountThatCannotBe(String count) {
        reading.refuses(count + "\n\nH 0 0 0\n", "The first line of an XYZ frame must be its number of atoms, 1 to 1000000, "
                + "but it is '" + count + "' (FILE, line 1).");
    }

    @Test
    void refusesAFrameCutOff() {
        reading.refuses("1\n\nH 0 0 0\n3\nwater\nO 0 0 0\nH 0 0 1\n",
                "The frame that begins on line 4 must have 3 atoms, but the file ends after 2 (FILE, line 7).");
        reading.refuses("3", "The frame that begins on line 1 must have 3 atoms, but the file ends after 0 (FILE, line 1).");
        reading.refuses("1000000\n\n",
                "The frame that begins on line 1 must have 1000000 atoms, but the file ends after 0 (FILE, line 2).");
    }

    @Test
    void refusesAtomsThatCannotBe() {
        reading.refuses("1\n\nH 0 0\n", "Atom 1 of an XYZ frame needs 4 columns, an element and x, y, z among them, "
                + "but the line is 'H 0 0' (FILE, line 3).");
        reading.refuses("2\n\nH 0 0 0\nQx 0 0 1\n",
                "Atom 2 must be an element symbol or an atomic number, but it is 'Qx' (FILE, line 4).");
        reading.refuses("1\n\n119 0 0 0\n",
                "Atom 1 must be an element symbol or an atomic number, but it is '119' (FILE, line 3).");
        for (String number : new String[] {"nan", "Infinity", "0x1p3", "1e999", "1,5", "1f", "--1"}) {
            reading.refuses("1\n\nH 0 " + number + " 0\n",
                    "The coordinates of atom 1 must be numbers in Å, but one is '" + number + "' (FILE, line 3).");
        }
    }

    @Test
    void refusesHeadersThatCannotBe() {
        reading.refuses(frame("Lattice=\"1 2 3\""),
                "Lattice must be nine numbers, the vectors a, b and c in Å, but it is '1 2 3' (FILE, line 2).");
        reading.refuses(frame("Lattice=\"1 0 0 0 1 0 0 0 x\""),
                "Lattice must be nine numbers, the vectors a, b and c in Å, but it is '1 0 0 0 1 0 0 0 x' (FILE, line 2).");
        reading.refuses(frame("Lattice=\"1 0 0 0 1 0 1 1 0\""), "The lattice of an extended XYZ frame must span a cell: "
                + "No cell has lengths 1.0, 1.0, 1.4142135623730951 Å and angles 45.00000000000001, "
                    + "45.00000000000001, 90.0°. (FILE, line 2).");
        reading.refuses(frame(CELL + " pbc=\"T T F\""),
                "pbc must be \"T T T\" for a crystal or \"F F F\" for a molecule, but it is 'T T F' (FILE, line 2).");
        reading.refuses(frame(CELL + " note=\"open"), "The second line of an extended XYZ frame must close each quote and "
                + "bracket, but one stays open: '\"open' (FILE, line 2).");
        reading.refuses(frame("Lattice=\"4 0 0 0 5 0 0 0 6\" \"open key=1"), "The second line of an extended XYZ frame must close"
                + " each quote and bracket, but one stays open: '\"open key=1' (FILE, line 2).");
        for (String properties : new String[] {"species:S:1", "pos:R:3", "species:S:1:pos:R", "species:S:1:pos:R:0",
            "species:S:1:pos:R:99999", ":::", "species:S:2:pos:R:3"}) {
            reading.refuses(frame("Properties=" + properties), "Properties must name the columns as in "
                    + "species:S:1:pos:R:3, but it is '" + properties + "' (FILE, line 2).");
        }
    }

    @Test
    void readsAHeaderOfManyEscapesWithoutRunningOutOfStack() throws IOException {
        assertInstanceOf(Crystal.class, one(frame("note=\"" + "\\\"".repeat(200_000) + "\" " + CELL)));
    }
}
