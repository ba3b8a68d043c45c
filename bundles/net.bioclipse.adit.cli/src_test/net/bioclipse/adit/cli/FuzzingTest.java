package net.bioclipse.adit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A short part of what {@link Fuzzer} does for hours, and that it finds what it looks for. */
class FuzzingTest {

    private static final int FILES = 25;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> hostileFilesAreReadOrRefusedByOneLine() {
        return FuzzTargets.all().stream().map(target -> DynamicTest.dynamicTest(target.name(),
                () -> assertEquals(List.of(), new Fuzzer(List.of(target), folder).run(0, FILES))));
    }

    @TestFactory
    Stream<DynamicTest> theGoodFilesAreGood() {
        return FuzzTargets.all().stream().map(target -> DynamicTest.dynamicTest(target.name(), () -> {
            assertTrue(!target.good().isEmpty());
            for (byte[] good : target.good()) {
                Path place = Files.createDirectories(folder.resolve(target.name()));
                target.reader().read(Files.write(place.resolve(target.fileName()), good));
            }
        }));
    }

    @Test
    void aNumberGivesTheSameFileAgain() {
        List<byte[]> good = List.of("data_a\n_cell_length_a 4\n".getBytes(StandardCharsets.UTF_8));
        for (long number = 0; number < 50; number++) {
            assertArrayEquals(new HostileFiles(number).of(good), new HostileFiles(number).of(good));
        }
    }

    @Test
    void findsExceptionsThatAreNotDeclaredAndMessagesThatAreNoLine() throws Exception {
        List<byte[]> good = List.of("12".getBytes(StandardCharsets.UTF_8));
        FuzzTarget careless = new FuzzTarget("careless", "file.txt", good,
                file -> Integer.parseInt(Files.readString(file, StandardCharsets.ISO_8859_1)), Set.of(IOException.class));
        FuzzTarget talkative = new FuzzTarget("talkative", "file.txt", good, file -> {
            throw new IOException("first\nsecond");
        }, Set.of(IOException.class));
        FuzzTarget hungry = new FuzzTarget("hungry", "file.txt", good, file -> {
            throw new OutOfMemoryError("script");
        }, Set.of(IOException.class));
        List<Fuzzer.Defect> defects = new Fuzzer(List.of(careless, talkative, hungry), folder).run(0, 20);
        assertEquals(List.of("careless", "hungry", "talkative"), defects.stream().map(Fuzzer.Defect::target).toList());
        assertTrue(defects.get(0).what().startsWith("java.lang.NumberFormatException"), defects.get(0).what());
        Fuzzer.Defect first = defects.get(0);
        assertTrue(Files.exists(folder.resolve("careless").resolve("defect-" + first.number() + "-file.txt")));
    }
}
