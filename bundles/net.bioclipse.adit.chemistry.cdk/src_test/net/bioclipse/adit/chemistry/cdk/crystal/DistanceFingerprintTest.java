package net.bioclipse.adit.chemistry.cdk.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.known.CrystalIndex;
import net.bioclipse.adit.structure.known.CrystalIndexWriter;
import net.bioclipse.adit.structure.known.KnownFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistanceFingerprintTest {

    private final DistanceFingerprint fingerprint = new DistanceFingerprint();

    @TempDir
    Path directory;

    private CrystalIndex index(List<Crystal> crystals) throws IOException {
        Path file = directory.resolve("known" + KnownFile.CRYSTALS);
        try (CrystalIndexWriter writer = new CrystalIndexWriter(file, fingerprint)) {
            crystals.forEach(crystal -> writer.take(Optional.of(crystal)));
            writer.commit();
        }
        return CrystalIndex.open(file, fingerprint);
    }

    @Test
    void everyCopyIsKnownAndNoOtherCrystal() throws IOException {
        Random random = new Random(12);
        List<Crystal> crystals = IntStream.range(0, 60).mapToObj(i -> CrystalGroupsTest.random(random)).toList();
        CrystalIndex known = index(crystals.subList(0, 30));
        for (int i = 0; i < crystals.size(); i++) {
            assertEquals(i < 30, known.contains(CrystalGroupsTest.described(crystals.get(i), 1 + i % 3, random)), "crystal " + i);
        }
        assertTrue(known.contains(CrystalGroupsTest.moved(crystals.get(0), 0.1)));
        assertFalse(known.contains(CrystalGroupsTest.moved(crystals.get(0), 1)));
    }

    @Test
    void coordinatesBeyondAllNumbersHaveNone() {
        assertEquals(Optional.empty(), fingerprint.of(new Crystal(new Lattice(5, 5, 5, 90, 90, 90), new int[] {55, 17},
                new double[] {0, 0, 0, 0, 1e308, .5})));
    }

    /** An element has one pair, ten elements have a hundred. */
    @Test
    void hasTheSameLengthForEveryNumberOfElements() throws IOException {
        for (int kinds = 1; kinds <= 10; kinds++) {
            Random random = new Random(kinds);
            Crystal crystal = new Crystal(new Lattice(7, 7, 7, 90, 90, 90), IntStream.rangeClosed(1, kinds).toArray(),
                    random.doubles(3L * kinds).toArray());
            assertEquals(fingerprint.length(), fingerprint.of(crystal).orElseThrow().length);
            assertTrue(index(List.of(crystal)).contains(CrystalGroupsTest.described(crystal, 2, random)));
        }
    }

    @Test
    void tellsTheCommonStackingsApart() throws IOException {
        CrystalIndex known = index(List.of(CrystalGroupsTest.closePacked("ABC"), CrystalGroupsTest.closePacked("ABCB")));
        assertFalse(known.contains(CrystalGroupsTest.closePacked("AB")));
        assertFalse(known.contains(CrystalGroupsTest.closePacked("ABCACB")));
        assertTrue(known.contains(CrystalGroupsTest.closePacked("ACB")));
        assertTrue(known.contains(CrystalGroupsTest.closePacked("ABACABAC")));
    }

    @Test
    void aCellThatTakesTooLongHasNone() {
        assertEquals(Optional.empty(), fingerprint.of(new Crystal(new Lattice(1e-3, 1e4, 1e4, 90, 90, 90), new int[] {6, 7},
                new double[] {0, 0, 0, .5, .5, .5})));
    }
}
