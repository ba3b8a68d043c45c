package net.bioclipse.adit.chemistry.cdk;

import java.util.Set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.io.StructureFormatException;
import net.bioclipse.adit.structure.io.StructureReader;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the readers of formats with bonds must do with good and bad files. */
abstract class BondFileReaderContract {

    @TempDir
    Path directory;
    Path file;

    abstract StructureReader reader();

    /** A good file of at least two structures. */
    abstract String goodFile();

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("file");
    }

    List<Entry> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Entry> read(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        List<Entry> entries = new ArrayList<>();
        reader().read(file, entries::add);
        return entries;
    }

    /** The file name in the message is written FILE. */
    void refuses(String text, String message) {
        StructureFormatException e = assertThrows(StructureFormatException.class, () -> read(text));
        assertEquals(message, e.getMessage().replace(file.toString(), "FILE"));
    }

    static String assessed(Entry entry) {
        Assessment assessment = entry.assessedBy(new ChemistryAssessor(Set.of()));
        return entry.structure().formula() + " " + TestMolecules.reason(assessment);
    }

    @Test
    void readsTheSameWithAnyLineEndAndByteOrderMark() throws IOException {
        List<String> expected = summary(goodFile());
        assertTrue(expected.size() >= 2);
        assertEquals(expected, summary(goodFile().replace("\n", "\r\n")));
        assertEquals(expected, summary(goodFile().replace("\n", "\r")));
        assertEquals(expected, summary("\uFEFF" + goodFile()));
        assertEquals(expected, summary(goodFile().stripTrailing()));
        assertEquals(expected, summary(goodFile() + "\n\n  \n\n\n\n\n"));
    }

    private List<String> summary(String text) throws IOException {
        return read(text).stream().map(entry -> entry.name() + " " + entry.structure() + " " + assessed(entry)).toList();
    }

    @Test
    void refusesMissingAndBinaryFilesAndDirectories() {
        IOException e = assertThrows(IOException.class, () -> reader().read(file, entry -> { }));
        assertEquals("Cannot read '" + file + "': there is no such file.", e.getMessage());
        e = assertThrows(IOException.class, () -> reader().read(directory, entry -> { }));
        assertEquals("Cannot read '" + directory + "': it is a directory; name a file in it.", e.getMessage());
        refuses("\u0089PNG\0\0",
                "A text file was expected, but there is a zero byte in it: a binary or UTF-16 file (FILE, line 1).");
    }

    @Test
    void survivesTruncationAndChangedBytes() {
        byte[] good = goodFile().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < good.length; length += 2) {
            readOrRefuse(Arrays.copyOf(good, length));
        }
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = good.clone();
            for (int k = random.nextInt(3); k >= 0; k--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = random.nextBoolean() ? bytes[random.nextInt(bytes.length)] : (byte) (32 + random.nextInt(95));
            }
            readOrRefuse(bytes);
        }
    }

    /** Every other exception fails the test; what was read must be assessable. */
    private void readOrRefuse(byte[] bytes) {
        try {
            List<Entry> entries = read(bytes);
            entries.forEach(BondFileReaderContract::assessed);
        } catch (StructureFormatException e) {
            assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
