package net.bioclipse.adit.structure.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoscarWriterTest {

    private static final Crystal SILICA = new Crystal(new Lattice(4, 5, 6, 90, 90, 90), new int[] {8, 14, 8},
            new double[] {0.25, 0, 0, 0.5, 0.5, 0.5, -0.25, 1, 0});

    @TempDir
    Path directory;

    private static String written(String name, AtomicStructure structure) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StructureWriter writer = new PoscarWriter(bytes)) {
            writer.write(name, structure, StructureWriterContract.NOTHING);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void atomsOfAnElementStandTogether() throws IOException {
        assertEquals("""
                silica
                1.0
                      4.0000000000      0.0000000000      0.0000000000
                      0.0000000000      5.0000000000      0.0000000000
                      0.0000000000      0.0000000000      6.0000000000
                O Si
                2 1
                Direct
                      0.2500000000      0.0000000000      0.0000000000
                     -0.2500000000      1.0000000000      0.0000000000
                      0.5000000000      0.5000000000      0.5000000000
                """, written("silica", SILICA));
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        for (AtomicStructure structure : StructureWriterContract.randomCrystals()) {
            Crystal before = (Crystal) structure;
            Entry entry = new Reading(new PoscarReader(), directory).of(written("two\nlines", before)).get(0);
            Crystal after = (Crystal) entry.structure();
            assertEquals("two lines", entry.name());
            assertEquals(before.formula(), after.formula());
            assertArrayEquals(before.lattice().matrix(), after.lattice().matrix(), 1e-8);
            int next = 0;
            for (int z : before.atomicNumbers()) {
                next += z == after.atomicNumber(0) ? 1 : 0;
            }
            for (int i = 0, k = 0; k < next; i++) {
                if (before.atomicNumber(i) == after.atomicNumber(0)) {
                    for (int d = 0; d < 3; d++) {
                        assertEquals(before.fractional()[3 * i + d], after.fractional()[3 * k + d], 1e-10);
                    }
                    k++;
                }
            }
        }
    }

    @Test
    void writesTheSameInEveryLocale() throws IOException {
        String expected = written("x", SILICA);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(expected, written("x", SILICA));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void holdsOneCrystalAndNoMolecule() throws IOException {
        Molecule water = new Molecule(new int[] {8, 1, 1}, new double[9]);
        assertEquals("A POSCAR holds a crystal, but 'w' is a molecule; write molecules as XYZ or another format for them.",
                assertThrows(IllegalArgumentException.class, () -> written("w", water)).getMessage());
        try (StructureWriter writer = new PoscarWriter(new ByteArrayOutputStream())) {
            writer.write("a", SILICA, StructureWriterContract.NOTHING);
            assertEquals("A POSCAR holds one crystal, but there are more; write several as .extxyz or .cif.", assertThrows(
                    IOException.class, () -> writer.write("b", SILICA, StructureWriterContract.NOTHING)).getMessage());
        }
    }
}
