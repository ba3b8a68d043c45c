package net.bioclipse.adit.structure.known;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownIndexTest {

    @TempDir
    Path directory;

    private KnownIndex written(List<String> identities, int keyBytes, int collectedAtOnce) throws IOException {
        Path file = directory.resolve("index");
        try (KnownIndexWriter writer = new KnownIndexWriter(file, keyBytes, collectedAtOnce)) {
            identities.forEach(identity -> writer.take(Optional.of(identity)));
            writer.commit();
        }
        return KnownIndex.open(file);
    }

    private static List<String> identities(int count) {
        return IntStream.range(0, count).mapToObj(i -> "identity " + i).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {KnownIndexWriter.COMPACT, KnownIndexWriter.WIDE})
    void containsEveryIdentityThatWasTakenAndNoOther(int keyBytes) throws IOException {
        for (int count : new int[] {1, 2, 3, 10, 1000, 20_000}) {
            KnownIndex index = written(identities(count), keyBytes, 1 << 20);
            assertEquals(count, index.size());
            assertEquals(0, index.unidentified());
            for (int i = 0; i < count; i++) {
                assertTrue(index.contains("identity " + i));
                assertFalse(index.contains("other " + i));
            }
        }
    }

    @Test
    void anEmptyIndexContainsNothing() throws IOException {
        KnownIndex index = written(List.of(), KnownIndexWriter.WIDE, 10);
        assertEquals(0, index.size());
        assertFalse(index.contains(""));
    }

    @Test
    void countsAnIdentityOnceAndRecordsWithoutOne() throws IOException {
        Path file = directory.resolve("index");
        try (KnownIndexWriter writer = new KnownIndexWriter(file, KnownIndexWriter.WIDE)) {
            for (String identity : List.of("a", "b", "a", "a")) {
                writer.take(Optional.of(identity));
            }
            writer.take(Optional.empty());
            writer.take(Optional.empty());
            assertEquals(2, writer.unidentified());
            writer.commit();
        }
        assertEquals(2, KnownIndex.open(file).size());
        assertEquals(2, KnownIndex.open(file).unidentified());
    }

    @ParameterizedTest
    @ValueSource(ints = {KnownIndexWriter.COMPACT, KnownIndexWriter.WIDE})
    void neitherOrderNorMemoryChangesAByte(int keyBytes) throws IOException {
        List<String> shuffled = Stream.concat(identities(1000).stream(), identities(300).stream()).toList();
        written(shuffled, keyBytes, 1 << 20);
        byte[] atOnce = Files.readAllBytes(directory.resolve("index"));
        assertEquals(1000 * keyBytes + IndexFooter.BYTES, atOnce.length);
        shuffled = new ArrayList<>(shuffled);
        Collections.shuffle(shuffled, new Random(1));
        for (int collectedAtOnce : new int[] {1, 7, 999, 1300}) {
            written(shuffled, keyBytes, collectedAtOnce);
            assertArrayEquals(atOnce, Files.readAllBytes(directory.resolve("index")));
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(1, files.count(), "temporary files are left behind");
        }
    }

    @Test
    void anUncommittedIndexLeavesTheEarlierOne() throws IOException {
        written(identities(5), KnownIndexWriter.WIDE, 2);
        try (KnownIndexWriter writer = new KnownIndexWriter(directory.resolve("index"), KnownIndexWriter.WIDE, 2)) {
            identities(50).forEach(identity -> writer.take(Optional.of(identity)));
        }
        assertEquals(5, KnownIndex.open(directory.resolve("index")).size());
    }

    @Test
    void refusesEveryCutAndEveryChangedByteInOneLine() throws IOException {
        written(identities(3), KnownIndexWriter.COMPACT, 10);
        Path file = directory.resolve("index");
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertRefused(file);
        }
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 0x10;
            Files.write(file, changed);
            assertRefused(file);
        }
    }

    @Test
    void refusesHostileCountsBeforeAnythingIsAllocated() throws IOException {
        Path file = directory.resolve("index");
        for (long count : new long[] {-1, 1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 61, 1L << 31}) {
            for (int keyBytes : new int[] {8, 5, 0, -8, 7}) {
                Files.write(file, new IndexFooter(IndexFooter.IDENTITIES, keyBytes, count, 0, SourceStamp.NONE, 0).encoded());
                assertRefused(file);
            }
        }
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        Path file = directory.resolve("none");
        IOException e = assertThrows(IOException.class, () -> KnownIndex.open(file));
        assertEquals("Cannot read the index '" + file + "': there is no such file.", e.getMessage());
    }

    private static void assertRefused(Path file) {
        IOException e = assertThrows(IOException.class, () -> KnownIndex.open(file));
        assertTrue(e.getMessage().startsWith("The index '" + file + "' is damaged or no index: "), e.getMessage());
        assertTrue(e.getMessage().endsWith("; delete it, and it is made anew from its source."), e.getMessage());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
    }
}
