package net.bioclipse.adit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bioclipse.adit.cli.CommandLineFixture.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {

    private static final String[] SALT = {"salt", "1.0", "4 0 0", "0 4 0", "0 0 4", "Na Cl", "1 1", "Direct", "0 0 0",
        "0.5 0.5 0.5"};

    @TempDir
    Path folder;
    private CommandLineFixture adit;

    @BeforeEach
    void makeFixture() {
        adit = new CommandLineFixture(folder);
    }

    private Result converted(String in, String out, String... options) throws IOException {
        String[] all = new String[options.length + 3];
        System.arraycopy(new String[] {"convert", in, out}, 0, all, 0, 3);
        System.arraycopy(options, 0, all, 3, options.length);
        return adit.run(all);
    }

    private void refused(String sentence, String in, String out, String... options) throws IOException {
        Result result = converted(in, out, options);
        assertEquals("adit: " + sentence.replace("FOLDER", folder.toString()) + "\n", result.err());
        assertEquals(ExitCode.REFUSED, result.code());
        assertEquals("", result.out());
        assertFalse(Files.exists(folder.resolve(out)));
    }

    @Test
    void aCrystalKeepsItsPlacesThroughEveryFormatOfCrystals() throws IOException {
        adit.file("POSCAR", SALT);
        String[] way = {"POSCAR", "a.cif", "b.extxyz", "c.xyz", "d.vasp", "e.cif"};
        for (int i = 1; i < way.length; i++) {
            Result result = converted(way[i - 1], way[i]);
            assertEquals(ExitCode.DONE, result.code(), result.err());
            assertEquals("1 structure in '" + way[i] + "'\n", result.out());
            assertEquals("", result.err());
        }
        assertEquals(adit.text("a.cif"), adit.text("e.cif"));
        assertTrue(adit.text("d.vasp").startsWith("salt\n1.0\n"), adit.text("d.vasp"));
    }

    @Test
    void bondsArePerceivedWhereTheFormatHasThem() throws IOException {
        adit.toolbox = new AssembledToolbox();
        adit.file("water.xyz", "3", "water", "O 0 0 0.1173", "H 0 0.7572 -0.4692", "H 0 -0.7572 -0.4692", "1", "odd", "C 0 0 0");
        Result result = converted("water.xyz", "water.sdf");
        assertEquals(ExitCode.DONE, result.code(), result.err());
        assertEquals("2 structures in 'water.sdf'\n", result.out());
        assertEquals("adit: 1 of them are not valid, so that bonds may be missing; 'adit check water.xyz' tells why.\n", result.err());
        assertTrue(adit.text("water.sdf").contains("  3  2  0"), adit.text("water.sdf"));
        assertEquals(ExitCode.DONE, converted("water.sdf", "back.xyz").code());
        assertTrue(adit.text("back.xyz").startsWith("3\nwater\nO      0.00000000"), adit.text("back.xyz"));
        assertEquals(ExitCode.DONE, converted("water.xyz", "water.smi").code());
        assertEquals("O\twater\n[C]\todd\n", adit.text("water.smi"));
        refused("Cannot write 'water' into 'FOLDER/smiles.xyz': it was read without positions (a SMILES or a drawing); right would be"
                + " a name that ends in .smi or .csv.", "water.smi", "smiles.xyz");
        assertEquals(ExitCode.DONE, converted("water.smi", "table.csv").code());
        assertTrue(adit.text("table.csv").contains("water,molecule,H2O"), adit.text("table.csv"));
        adit.file("POSCAR", SALT);
        refused("Cannot write a crystal into 'FOLDER/salt.sdf': a file in the format SDF cannot hold it.", "POSCAR", "salt.sdf");
    }

    @Test
    void aFolderBecomesOneFileAndItsDamagedFilesAreNamed() throws IOException {
        Files.createDirectories(folder.resolve("runs/a"));
        adit.file("runs/a/POSCAR", SALT);
        adit.file("runs/b.vasp", SALT);
        adit.file("runs/c.vasp", "cut off");
        Result result = converted("runs", "all.extxyz");
        assertEquals(ExitCode.REFUSED, result.code());
        assertEquals("2 structures in 'all.extxyz'\n", result.out());
        assertTrue(result.err().startsWith("adit: A POSCAR must go on with the scale"), result.err());
        assertEquals(1, result.err().lines().count());
        assertEquals(2, adit.text("all.extxyz").split("Lattice", -1).length - 1);
        refused("A POSCAR holds one crystal, but there are more; write several as .extxyz or .cif.", "all.extxyz", "all.vasp");
    }

    @Test
    void symmetrisesACif() throws IOException {
        adit.file("POSCAR", SALT);
        assertEquals(ExitCode.DONE, converted("POSCAR", "salt.cif", "--symmetrise").code());
        assertTrue(adit.text("salt.cif").contains("'F 4/m -3 2/m'"), adit.text("salt.cif"));
        refused("'symmetrise' is asked for, but a file in the format extended XYZ has no space groups; right would be an output that"
                + " ends in .cif.", "POSCAR", "salt.extxyz", "--symmetrise");
    }

    @Test
    void whatCannotBeLeavesNothing() throws IOException {
        adit.file("one.xyz", "1", "x", "C 0 0 0");
        refused("Cannot write a molecule into 'FOLDER/x.cif': a file in the format CIF cannot hold it.", "one.xyz", "x.cif");
        refused("Cannot write a molecule into 'FOLDER/POSCAR': a file in the format POSCAR cannot hold it.", "one.xyz", "POSCAR");
        refused("Cannot read 'FOLDER/none.xyz': there is no such file.", "none.xyz", "x.xyz");
        adit.file("damaged.xyz", "1", "x", "C 0 0 0", "2", "y", "C 0 0 0");
        Result result = converted("damaged.xyz", "x.xyz");
        assertEquals(ExitCode.REFUSED, result.code());
        assertTrue(result.err().contains("the file ends after 1"), result.err());
        assertFalse(Files.exists(folder.resolve("x.xyz")));
        for (String out : new String[] {"x.docx", "x.mol", "no/x.xyz"}) {
            result = converted("one.xyz", out);
            assertEquals(ExitCode.REFUSED, result.code(), out);
            assertEquals(1, result.err().lines().count(), result.err());
        }
        Files.createDirectory(folder.resolve("empty"));
        result = converted("empty", "x.xyz");
        assertTrue(result.err().contains("no file in this folder has a name that tells a format"), result.err());
    }

    @Test
    void aFileMayBecomeItself() throws IOException {
        adit.file("one.xyz", "1", "x", "C 0 0 0");
        assertEquals(ExitCode.DONE, converted("one.xyz", "one.xyz").code());
        assertTrue(adit.text("one.xyz").startsWith("1\nx\nC "), adit.text("one.xyz"));
    }

    @Test
    void stoppingLeavesNothing() throws IOException {
        adit.file("one.xyz", "1", "x", "C 0 0 0");
        adit.cancelled = () -> true;
        Result result = converted("one.xyz", "two.xyz");
        assertEquals(ExitCode.CANCELLED, result.code());
        assertEquals("adit: Stopped after 0 structures; nothing is written.\n", result.err());
        assertFalse(Files.exists(folder.resolve("two.xyz")));
    }
}
