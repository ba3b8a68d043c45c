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
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrystalIndexTest {

    /** Tells crystals by the lengths of their cells; there is none for a cell longer than 30 Å. */
    private final CrystalFingerprint lengths = new CrystalFingerprint() {

        @Override
        public int length() {
            return 3;
        }

        @Override
        public double tolerance() {
            return 0.02;
        }

        @Override
        public Optional<float[]> of(Crystal crystal) {
            Lattice cell = crystal.lattice();
            asked++;
            return cell.a() > 30 ? Optional.empty()
                    : Optional.of(new float[] {(float) cell.a(), (float) cell.b(), (float) cell.c()});
        }
    };

    @TempDir
    Path directory;
    private int asked;

    private static Crystal crystal(double a, double b, int... elements) {
        return new Crystal(new Lattice(a, b, 5, 90, 90, 90), elements, new double[3 * elements.length]);
    }

    private CrystalIndex written(List<Crystal> crystals) throws IOException {
        Path file = directory.resolve("index");
        try (CrystalIndexWriter writer = new CrystalIndexWriter(file, lengths)) {
            crystals.forEach(crystal -> writer.take(Optional.of(crystal)));
            writer.take(Optional.empty());
            writer.commit();
        }
        return CrystalIndex.open(file, lengths);
    }

    @Test
    void knowsCrystalsOfTheSameCompositionWithinTheTolerance() throws IOException {
        CrystalIndex index = written(List.of(crystal(3, 4, 11, 17), crystal(3.5, 4, 11, 17), crystal(3, 4, 26), crystal(31, 1, 26)));
        assertEquals(3, index.size());
        assertEquals(2, index.unidentified(), "one could not be read and one has no fingerprint");
        assertTrue(index.contains(crystal(3, 4, 11, 17)));
        assertTrue(index.contains(crystal(3.519, 3.981, 17, 11, 17, 11)), "another cell of the same composition");
        assertFalse(index.contains(crystal(3.022, 4, 11, 17)));
        assertFalse(index.contains(crystal(3, 3.978, 11, 17)));
        assertFalse(index.contains(crystal(3, 4, 11, 11, 17)));
        assertFalse(index.contains(crystal(31, 1, 26)));
    }

    @Test
    void aCompositionThatIsNotThereCostsNoFingerprint() throws IOException {
        CrystalIndex index = written(List.of(crystal(3, 4, 11, 17)));
        asked = 0;
        assertFalse(index.contains(crystal(3, 4, 12, 8)));
        assertEquals(0, asked);
    }

    @Test
    void findsEachOfManyAndNumbersBeyondTheLargestAreEqual() throws IOException {
        Random random = new Random(1);
        List<Crystal> crystals = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            crystals.add(crystal(1 + 28 * random.nextDouble(), 1 + 14 * random.nextDouble(), 1 + i % 118, 1 + i % 7));
        }
        CrystalIndex index = written(crystals);
        assertEquals(3000, index.size());
        crystals.forEach(crystal -> assertTrue(index.contains(crystal)));
        assertTrue(written(List.of(crystal(17, 4, 1))).contains(crystal(29, 4, 1)));
    }

    @Test
    void orderAndRepetitionChangeNoByte() throws IOException {
        List<Crystal> crystals = new ArrayList<>(List.of(crystal(3, 4, 1), crystal(5, 4, 1), crystal(3, 4, 2), crystal(3, 4, 1)));
        written(crystals);
        byte[] bytes = Files.readAllBytes(directory.resolve("index"));
        assertEquals(3 * (4 + 2 * 3) + IndexFooter.BYTES, bytes.length);
        Collections.reverse(crystals);
        written(crystals);
        assertArrayEquals(bytes, Files.readAllBytes(directory.resolve("index")));
    }

    @Test
    void anEmptyIndexKnowsNothing() throws IOException {
        assertFalse(written(List.of()).contains(crystal(3, 4, 1)));
    }

    @Test
    void refusesEveryCutEveryChangedByteAndIndicesOfOtherThings() throws IOException {
        written(List.of(crystal(3, 4, 1), crystal(5, 4, 1)));
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
        try (KnownIndexWriter molecules = new KnownIndexWriter(file, KnownIndexWriter.WIDE)) {
            molecules.commit();
        }
        assertRefused(file);
        for (long count : new long[] {-1, 1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 61}) {
            Files.write(file, new IndexFooter(IndexFooter.CRYSTALS, 10, count, 0, SourceStamp.NONE, 0).encoded());
            assertRefused(file);
        }
    }

    private void assertRefused(Path file) {
        IOException e = assertThrows(IOException.class, () -> CrystalIndex.open(file, lengths));
        assertTrue(e.getMessage().startsWith("The index '" + file + "' is damaged or no index: "), e.getMessage());
    }
}
