package net.bioclipse.adit.structure.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownSourceTest {

    private static final Molecule WATER = new Molecule(new int[] {8, 1, 1}, new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0});
    private static final String WATER_XYZ = "3\nwater\nO 0 0 0\nH 1 0 0\nH 0 1 0\n";
    private static final String IRON = "iron\n1\n4 0 0\n0 4 0\n0 0 4\nFe\n1\nD\n0 0 0\n";

    @TempDir
    Path directory;

    /** Molecules go by their formulas, crystals by the length of a. */
    private final KnownSource source = new KnownSource(StructureFormats.BUILT_IN, KnownSourceTest::assessed,
            new CrystalFingerprint() {

                @Override
                public int length() {
                    return 1;
                }

                @Override
                public double tolerance() {
                    return 0.1;
                }

                @Override
                public Optional<float[]> of(Crystal crystal) {
                    return Optional.of(new float[] {(float) crystal.lattice().a()});
                }
            });

    private static Assessment assessed(AtomicStructure structure) {
        return new Assessment(List.of(), List.of(), new int[0], Map.of(), Optional.of(structure.formula().toString()));
    }

    private static Crystal iron(double a) {
        return new Crystal(new Lattice(a, a, a, 90, 90, 90), new int[] {26}, new double[3]);
    }

    private KnownStructures open(Path place) throws IOException {
        return source.open(place, records -> true).orElseThrow();
    }

    private static boolean knows(KnownStructures known, AtomicStructure structure) {
        return known.contains(structure, assessed(structure));
    }

    @Test
    void aFileOfCrystalsTellsOfThemAlone() throws IOException {
        KnownStructures known = open(Files.writeString(directory.resolve("POSCAR"), IRON));
        assertTrue(knows(known, iron(4.05)));
        assertFalse(knows(known, iron(4.2)));
        assertTrue(known.holds(Crystal.class));
        assertFalse(known.holds(Molecule.class));
        assertTrue(Files.exists(directory.resolve("POSCAR.adit-crystals")));
        assertFalse(Files.exists(directory.resolve("POSCAR.adit-keys")));
    }

    @Test
    void aFileOfBothKindsHasAnIndexOfEach() throws IOException {
        KnownStructures known = open(Files.writeString(directory.resolve("both.extxyz"), WATER_XYZ
                + "1\nLattice=\"4 0 0 0 4 0 0 0 4\" Properties=species:S:1:pos:R:3\nFe 0 0 0\n"));
        assertTrue(knows(known, WATER) && knows(known, iron(4)));
        assertFalse(knows(known, iron(3)));
        assertTrue(known.holds(Crystal.class) && known.holds(Molecule.class));
        assertEquals(0, known.unidentified());
    }

    @Test
    void aFolderIsReadWithItsFoldersAndIndexedBesideItself() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("set/run1")).getParent();
        Files.writeString(folder.resolve("run1/CONTCAR"), IRON);
        Files.writeString(folder.resolve("water.xyz"), WATER_XYZ);
        Files.writeString(folder.resolve("damaged.cif"), "data_x\nloop_\n_a\n");
        Files.writeString(folder.resolve("notes.txt"), "no structures");
        Files.writeString(folder.resolve(".hidden.xyz"), "no structures");
        KnownStructures known = open(folder);
        assertTrue(knows(known, WATER) && knows(known, iron(4)));
        assertEquals(1, known.unidentified(), "the damaged file");
        assertTrue(Files.exists(directory.resolve("set.adit-crystals")) && Files.exists(directory.resolve("set.adit-keys")));

        FileTime made = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(directory.resolve("set.adit-crystals"), made);
        open(folder);
        assertEquals(made, Files.getLastModifiedTime(directory.resolve("set.adit-crystals")), "nothing changed");
        Files.writeString(folder.resolve("more.vasp"), IRON.replace("4", "6"));
        assertTrue(knows(open(folder), iron(6)));
    }

    @Test
    void listsOfKeysAndIndicesAreSetsToo() throws IOException {
        Path list = Files.writeString(directory.resolve("known.csv"), "XLYOFNOQVPJJNP-UHFFFAOYSA-N\n");
        assertTrue(open(list).holds(Molecule.class));
        assertFalse(open(list).holds(Crystal.class));
        open(Files.writeString(directory.resolve("POSCAR"), IRON));
        assertTrue(knows(open(directory.resolve("POSCAR.adit-crystals")), iron(4)));
        assertTrue(open(directory.resolve("known.csv.adit-keys")).holds(Molecule.class));
        Optional<KnownStructures> both = source.open(Optional.of(directory.resolve("known.csv.adit-keys")),
                Optional.of(directory.resolve("POSCAR.adit-crystals")));
        assertTrue(both.orElseThrow().holds(Molecule.class) && knows(both.get(), iron(4)));
        assertEquals(Optional.empty(), source.open(Optional.empty(), Optional.empty()));
    }

    @Test
    void anIndexThatStandsAloneIsNotEmpty() throws IOException {
        Path file = Files.writeString(directory.resolve("POSCAR"), IRON);
        Path index = directory.resolve("known.adit-crystals");
        assertTrue(source.write(file, index, records -> true));
        assertTrue(knows(open(index), iron(4)));
        Path empty = directory.resolve("known.adit-keys");
        assertEquals("Cannot make the index '" + empty + "': '" + file + "' holds no such structures.",
                assertThrows(IOException.class, () -> source.write(file, empty, records -> true)).getMessage());
        assertFalse(Files.exists(empty));
    }

    @Test
    void stopsWhenToldAndLeavesNothingBehind() throws IOException {
        Path file = Files.writeString(directory.resolve("POSCAR"), IRON);
        assertEquals(Optional.empty(), source.open(file, records -> false));
        assertFalse(Files.exists(directory.resolve("POSCAR.adit-crystals")));
    }

    @Test
    void saysWhyASourceCannotBeOpened() throws IOException {
        Path none = directory.resolve("none.cif");
        assertEquals("Cannot read '" + none + "': there is no such file.",
                assertThrows(IOException.class, () -> open(none)).getMessage());
        Path empty = Files.createDirectory(directory.resolve("empty"));
        assertTrue(assertThrows(IOException.class, () -> open(empty)).getMessage().startsWith("Cannot read '" + empty
                + "': no file in this folder has a name that tells a format of structures; known are .xyz,"));
        Path word = Files.writeString(directory.resolve("a.docx"), "x");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> open(word)).getMessage().contains("names no format"));
        Path damaged = Files.writeString(directory.resolve("damaged.cif"), "data_x\nloop_\n_a\n");
        assertTrue(assertThrows(IOException.class, () -> open(damaged)).getMessage().contains("no data block"));
    }
}
