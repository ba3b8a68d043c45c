package net.bioclipse.adit.structure.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFileTest {

    private static final String WATER = "XLYOFNOQVPJJNP-UHFFFAOYSA-N";
    private static final String METHANE = "VNWKTOKETHGBQD-UHFFFAOYSA-N";
    private static final String AMMONIA = "QGZKDVFQNNGYKY-UHFFFAOYSA-N";

    @TempDir
    Path directory;

    private Path source;
    private Path index;
    private int reads;
    private final IdentityReader counted = (file, sink) -> {
        reads++;
        new InChIKeyTable().read(file, sink);
    };

    @BeforeEach
    void write() throws IOException {
        source = Files.writeString(directory.resolve("known.txt"), WATER + "\n" + METHANE + "\n");
        index = directory.resolve("known.txt.adit-keys");
    }

    private KnownIndex open() throws IOException {
        return (KnownIndex) KnownFile.molecules(source, counted, records -> true).orElseThrow();
    }

    @Test
    void indexesAFileOnce() throws IOException {
        for (int i = 0; i < 3; i++) {
            KnownIndex known = open();
            assertEquals(2, known.size());
            assertTrue(known.contains(WATER));
            assertFalse(known.contains(AMMONIA));
        }
        assertEquals(1, reads);
        assertTrue(Files.exists(index));
    }

    @Test
    void indexesAnewWhenTheContentChanged() throws IOException {
        open();
        FileTime time = Files.getLastModifiedTime(source);
        Files.writeString(source, WATER + "\n" + AMMONIA + "\n");
        Files.setLastModifiedTime(source, FileTime.fromMillis(time.toMillis() + 5000));
        assertTrue(open().contains(AMMONIA));
        assertFalse(open().contains(METHANE));
        assertEquals(2, reads);
    }

    @Test
    void aTouchedFileIsNotIndexedAnew() throws IOException {
        open();
        Files.setLastModifiedTime(source, FileTime.fromMillis(0));
        open();
        assertEquals(1, reads);
    }

    @Test
    void anIndexStandsForItsSource() throws IOException {
        open();
        Files.delete(source);
        assertTrue(KnownIndex.open(index).contains(METHANE));
    }

    @Test
    void refusesADamagedIndexAndLeavesIt() throws IOException {
        open();
        Files.writeString(index, "my notes");
        assertTrue(assertThrows(IOException.class, this::open).getMessage().contains("is damaged or no index"));
        assertEquals("my notes", Files.readString(index));
    }

    @Test
    void stopsWhenToldAndLeavesNothingBehind() throws IOException {
        Files.writeString(source, (WATER + "\n").repeat(1000));
        List<Long> told = new ArrayList<>();
        Optional<KnownStructures> none = KnownFile.molecules(source, counted, records -> {
            told.add(records);
            return records < 300;
        });
        assertTrue(none.isEmpty());
        assertEquals(List.of(0L, 256L, 512L), told);
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(source), files.toList());
        }
    }

    @Test
    void passesOnWhatTheReaderSays() throws IOException {
        Files.writeString(source, "no key\nat all\n");
        assertTrue(assertThrows(IOException.class, this::open).getMessage().startsWith("A list or table of InChIKeys"));
        assertFalse(Files.exists(index));
    }

    @Test
    void refusesASourceThatGrowsMeanwhile() {
        IdentityReader growing = (file, sink) -> Files.writeString(file, "more");
        IOException e = assertThrows(IOException.class, () -> KnownFile.molecules(source, growing, records -> true));
        assertTrue(e.getMessage().contains("changed while it was indexed"), e.getMessage());
        assertFalse(Files.exists(index));
    }

    @Test
    void saysThatThereIsNoSuchFileOrThatItIsNone() {
        Path none = directory.resolve("none.txt");
        assertEquals("Cannot read '" + none + "': there is no such file.", assertThrows(IOException.class,
                () -> KnownFile.molecules(none, counted, records -> true)).getMessage());
    }
}
