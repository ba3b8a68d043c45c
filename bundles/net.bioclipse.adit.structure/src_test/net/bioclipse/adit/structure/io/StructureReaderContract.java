package net.bioclipse.adit.structure.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every reader must do with files of its format, good and bad. */
abstract class StructureReaderContract {

    private static final String PRINTABLE = " \n\t'\";_#=[]{}()/,.+-0123456789eExyzloop_data_cell";

    @TempDir
    Path directory;
    Reading reading;

    abstract StructureReader reader();

    /** A good file of as many structures as {@link #count()} says. */
    abstract String goodFile();

    int count() {
        return 2;
    }

    @BeforeEach
    void makeReading() {
        reading = new Reading(reader(), directory);
    }

    @Test
    void readsTheSameWithAnyLineEndByteOrderMarkAndWithoutALastOne() throws IOException {
        List<Entry> expected = reading.of(goodFile());
        assertEquals(count(), expected.size());
        assertEquals(expected, reading.of(goodFile().replace("\n", "\r\n")));
        assertEquals(expected, reading.of(goodFile().replace("\n", "\r")));
        assertEquals(expected, reading.of("\uFEFF" + goodFile()));
        assertEquals(expected, reading.of(goodFile().stripTrailing()));
        assertEquals(expected, reading.of(goodFile() + "\n\n  \n"));
    }

    @Test
    void saysThatAFileIsMissingOrADirectory() {
        Path missing = directory.resolve("missing");
        IOException e = assertThrows(IOException.class, () -> reader().read(missing, entry -> { }));
        assertEquals("Cannot read '" + missing + "': there is no such file.", e.getMessage());
        e = assertThrows(IOException.class, () -> reader().read(directory, entry -> { }));
        assertEquals("Cannot read '" + directory + "': it is a directory; name a file in it.", e.getMessage());
    }

    @Test
    void refusesABinaryFileByItsFirstZeroByte() {
        reading.refuses("\u0089PNG\0\0", "A text file was expected, but there is a zero byte in it: a binary or UTF-16 file"
                + " (FILE, line 1).");
    }

    @Test
    void refusesAnEndlessLineBeforeItFillsTheMemory() {
        reading.refuses("7".repeat(1_000_001),
                "A text file was expected, but a line is longer than 1000000 characters (FILE, line 1).");
    }

    @Test
    void givesStructuresBeforeTheDamage() throws IOException {
        List<Entry> entries = new ArrayList<>();
        assertThrows(StructureFormatException.class, () -> {
            reading.of(goodFile() + "\u0001 damage \u0001\n");
        });
        assertThrows(StructureFormatException.class, () -> reader().read(reading.file(), entries::add));
        assertTrue(entries.size() >= 1);
    }

    @Test
    void survivesRandomBytes() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            if (i % 2 == 0) {
                // Printable ones get past the check for binary files.
                for (int k = 0; k < bytes.length; k++) {
                    bytes[k] = (byte) PRINTABLE.charAt((bytes[k] & 255) % PRINTABLE.length());
                }
            }
            readOrRefuse(bytes);
        }
    }

    @Test
    void survivesTruncationAtEveryByte() {
        byte[] good = goodFile().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < good.length; length++) {
            readOrRefuse(Arrays.copyOf(good, length));
        }
    }

    @Test
    void survivesChangedBytes() {
        byte[] good = goodFile().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = good.clone();
            for (int k = random.nextInt(3); k >= 0; k--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = random.nextBoolean() ? bytes[random.nextInt(bytes.length)] : (byte) random.nextInt(256);
            }
            readOrRefuse(bytes);
        }
    }

    /** Every other exception fails the test. */
    private void readOrRefuse(byte[] bytes) {
        try {
            reading.of(bytes);
        } catch (StructureFormatException e) {
            assertTrue(e.getMessage().contains(reading.file().toString()), e.getMessage());
            assertTrue(e.getMessage().chars().noneMatch(Character::isISOControl), "one line, nothing for the terminal");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
