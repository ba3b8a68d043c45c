package net.bioclipse.adit.structure.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every writer with a reader must do: what is written reads back equal within the printed precision. */
abstract class StructureWriterContract {

    static final Assessment NOTHING =
            new Assessment(List.of(), List.of(), new int[0], Map.of(), Optional.empty());

    @TempDir
    Path directory;

    abstract StructureWriter writer(OutputStream stream);

    abstract StructureReader reader();

    /** Structures of every kind that the format can hold. */
    abstract List<AtomicStructure> structures();

    static List<AtomicStructure> randomMolecules() {
        Random random = new Random(5);
        List<AtomicStructure> molecules = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int[] elements = random.ints(1 + random.nextInt(30), 1, Element.COUNT + 1).toArray();
            molecules.add(new Molecule(elements, random.doubles(3L * elements.length, -1000, 1000).toArray()));
        }
        return molecules;
    }

    static List<AtomicStructure> randomCrystals() {
        Random random = new Random(6);
        List<AtomicStructure> crystals = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            double[] rows = random.doubles(9, -4, 4).toArray();
            for (int k = 0; k < 9; k += 4) {
                rows[k] += 12;
            }
            int[] elements = random.ints(1 + random.nextInt(30), 1, Element.COUNT + 1).toArray();
            double[] fractional = random.doubles(3L * elements.length, -2, 2).toArray();
            crystals.add(new Crystal(Lattice.ofVectors(rows), elements, fractional));
        }
        // The edges of the cell, where rounding could print 1.0.
        crystals.add(new Crystal(new Lattice(4, 4, 4, 90, 90, 120), new int[] {1, 1, 1},
                new double[] {1, -1, 0, 0.999999999999, -1e-18, -1e-9, 0.5, 1 - 1e-16, 123456.25}));
        return crystals;
    }

    final byte[] written(List<AtomicStructure> structures, Assessment assessment) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StructureWriter writer = writer(bytes)) {
            for (int i = 0; i < structures.size(); i++) {
                writer.write("s" + i, structures.get(i), assessment);
            }
        }
        return bytes.toByteArray();
    }

    final List<Entry> readBack(byte[] bytes) throws IOException {
        return new Reading(reader(), directory).of(bytes);
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        List<AtomicStructure> structures = structures();
        List<Entry> entries = readBack(written(structures, NOTHING));
        assertEquals(structures.size(), entries.size());
        for (int i = 0; i < entries.size(); i++) {
            assertEquals("s" + i, entries.get(i).name());
            assertSame(structures.get(i), entries.get(i).structure());
        }
    }

    private static void assertSame(AtomicStructure expected, AtomicStructure actual) {
        assertArrayEquals(expected.atomicNumbers(), actual.atomicNumbers());
        if (expected instanceof Molecule) {
            assertInstanceOf(Molecule.class, actual);
            assertArrayEquals(expected.positions(), actual.positions(), 5.1e-9);
            return;
        }
        Crystal before = (Crystal) expected;
        Crystal after = assertInstanceOf(Crystal.class, actual);
        assertArrayEquals(before.lattice().matrix(), after.lattice().matrix(), 1e-6);
        assertEquals(before.lattice().volume(), after.lattice().volume(), 1e-3);
        for (int i = 0; i < 3 * before.atomCount(); i++) {
            double difference = before.fractional()[i] - after.fractional()[i];
            assertEquals(0, difference - Math.rint(difference), 2e-8);
        }
    }

    @Test
    void writesTheSameBytesInEveryLocale() throws IOException {
        byte[] expected = written(structures(), NOTHING);
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"de-DE", "ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertArrayEquals(expected, written(structures(), NOTHING));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void writesOnlyLineFeeds() throws IOException {
        assertFalse(new String(written(structures(), NOTHING), StandardCharsets.UTF_8).contains("\r"));
    }

    @Test
    void isNotLedAstrayByNamesAndProperties() throws IOException {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("Lattice", "1 0 0 0 1 0 0 0 1");
        properties.put("pbc", "T T F");
        properties.put("Properties", "x:S:1");
        properties.put("a key = \"b\"", "two\nlines \"quoted\" \\ and }]");
        properties.put("number", Double.NaN);
        Assessment assessment = new Assessment(List.of(), List.of(), new int[0], properties, Optional.empty());
        List<AtomicStructure> two = structures().subList(0, 2);
        for (String name : new String[] {"", " ", "two\nlines", "Lattice=\"1 2 3\"", "a properties =b", "\"lattice\"=1", "\"", "'",
                "data_x loop_", "#", ";", "ünïcode \u2028", "x".repeat(500)}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (StructureWriter writer = writer(bytes)) {
                writer.write(name, two.get(0), assessment);
                writer.write(name, two.get(1), assessment);
            }
            List<Entry> entries = readBack(bytes.toByteArray());
            assertEquals(2, entries.size());
            assertSame(two.get(0), entries.get(0).structure());
            assertSame(two.get(1), entries.get(1).structure());
        }
    }

    @Test
    void closesItsStreamAndMayBeClosedTwice() throws IOException {
        int[] closed = {0};
        StructureWriter writer = writer(new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0]++;
            }
        });
        writer.close();
        writer.close();
        assertTrue(closed[0] >= 1);
    }
}
