package net.bioclipse.adit.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.SpaceGroup;
import net.bioclipse.adit.structure.Symmetry;
import net.bioclipse.adit.structure.SymmetryOperation;
import net.bioclipse.adit.structure.io.CifReader;
import net.bioclipse.adit.structure.io.CifWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoyoSymmetryFinderTest {

    private static final Assessment NOTHING = new Assessment(List.of(), List.of(), new int[0], Map.of(),
            Optional.empty());

    @TempDir
    Path folder;

    private final MoyoSymmetryFinder finder = new MoyoSymmetryFinder();

    /** A search takes some 0.1 s before the code is warm, so that one serves for all that is asked of a crystal. */
    @ParameterizedTest
    @EnumSource
    void knows(KnownCrystals known) throws IOException {
        Symmetry symmetry = finder.find(known.crystal, 0.01).orElseThrow();
        Crystal standard = symmetry.standard();
        assertEquals(known.number, symmetry.group().number());
        assertEquals(known.symbol, symmetry.group().symbol());
        assertEquals(known.crystal.formula().reduced(), standard.formula().reduced());
        assertEquals(known.crystal.lattice().volume() / known.crystal.atomCount(),
                standard.lattice().volume() / standard.atomCount(), 1e-6);
        operationsMapTheCellOntoItself(symmetry);
        aSymmetrisedCifReadsBackAsTheSameCrystal(known, symmetry);
    }

    private static void operationsMapTheCellOntoItself(Symmetry symmetry) {
        Crystal standard = symmetry.standard();
        double[] f = standard.fractional();
        assertTrue(symmetry.operations().get(0).isIdentity());
        for (SymmetryOperation operation : symmetry.operations()) {
            assertEquals(operation.toString(), SymmetryOperation.parse(operation.toString()).orElseThrow().toString());
            for (int i = 0; i < standard.atomCount(); i++) {
                double[] image = operation.apply(f[3 * i], f[3 * i + 1], f[3 * i + 2]);
                int z = standard.atomicNumber(i);
                assertTrue(IntStream.range(0, standard.atomCount())
                        .anyMatch(j -> standard.atomicNumber(j) == z && isSame(image, f, 3 * j)), operation.toString());
            }
        }
    }

    private static boolean isSame(double[] image, double[] fractional, int at) {
        return IntStream.range(0, 3).allMatch(k -> {
            double d = image[k] - fractional[at + k];
            return Math.abs(d - Math.rint(d)) < 1e-5;
        });
    }

    private void aSymmetrisedCifReadsBackAsTheSameCrystal(KnownCrystals known, Symmetry symmetry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CifWriter writer = new CifWriter(bytes, crystal -> Optional.of(symmetry))) {
            writer.write("known", known.crystal, NOTHING);
        }
        assertTrue(bytes.toString(StandardCharsets.UTF_8).matches("(?s).*\n_space_group_IT_number +" + known.number + "\n.*"));
        List<Crystal> read = new ArrayList<>();
        Path file = Files.write(folder.resolve("known.cif"), bytes.toByteArray());
        new CifReader().read(file, entry -> read.add((Crystal) entry.structure()));
        assertEquals(symmetry.standard().formula(), read.get(0).formula());
        assertEquals(symmetry.standard().lattice().volume(), read.get(0).lattice().volume(), 1e-4);
        assertEquals(known.number, finder.find(read.get(0), 0.01).orElseThrow().group().number());
    }

    @ParameterizedTest
    @EnumSource
    void namesTheSameGroupWithoutMoyosSearch(KnownCrystals known) {
        Random random = new Random(known.ordinal());
        for (int i = 0; i < 10; i++) {
            Crystal other = Redescribed.otherwise(known.crystal, 1 + i % 3, 0.004, random);
            assertEquals(known.number, GroupSearch.find(other, 0.02).flatMap(MoyoSymmetryFinder::named).orElseThrow().number());
        }
        assertEquals(finder.find(known.crystal, 0.01).map(Symmetry::group), finder.spaceGroup(known.crystal, 0.01));
    }

    @Test
    void knowsTheHandOfAScrew() {
        double[] mirrored = Arrays.stream(KnownCrystals.QUARTZ.crystal.fractional()).map(f -> -f).toArray();
        Crystal other = new Crystal(KnownCrystals.QUARTZ.crystal.lattice(), KnownCrystals.QUARTZ.crystal.atomicNumbers(), mirrored);
        assertEquals("P 3_1 2 1", finder.spaceGroup(other, 0.01).orElseThrow().symbol());
    }

    @Test
    void moyoAnswersWhereTheSearchInJavaIsInDoubt() {
        Crystal small = KnownCrystals.PEROVSKITE.crystal;
        assertEquals(Optional.empty(), GroupSearch.find(small, 1), "planes 3.9 Å apart");
        assertEquals(221, finder.spaceGroup(small, 1).orElseThrow().number());
        Crystal large = Redescribed.otherwise(KnownCrystals.PYRITE.crystal, 20, 0, new Random(1));
        assertEquals(Optional.empty(), GroupSearch.find(large, 0.01), "240 atoms");
    }

    @Test
    void theToleranceDecides() {
        double[] fractional = KnownCrystals.ROCK_SALT.crystal.fractional();
        Random random = new Random(3);
        for (int i = 0; i < fractional.length; i++) {
            fractional[i] += 0.004 * (random.nextDouble() - 0.5);
        }
        Crystal shaken = new Crystal(KnownCrystals.ROCK_SALT.crystal.lattice(), KnownCrystals.ROCK_SALT.crystal.atomicNumbers(),
                fractional);
        assertEquals(225, finder.find(shaken, 0.1).orElseThrow().group().number());
        assertEquals(1, finder.find(shaken, 1e-4).orElseThrow().group().number());
        assertEquals(225, finder.spaceGroup(shaken, 0.1).orElseThrow().number());
        assertEquals(1, finder.spaceGroup(shaken, 1e-4).orElseThrow().number());
    }

    @Test
    void severalThreadsFindTheSame() {
        assertEquals(List.of(225, 225, 225, 225, 225, 225), IntStream.range(0, 6).parallel()
                .mapToObj(i -> finder.find(KnownCrystals.ROCK_SALT.crystal, 0.01).orElseThrow().group().number()).toList());
    }

    @Test
    void tellsNoSpaceGroupOfWhatIsNoCrystal() {
        Lattice cube = new Lattice(4, 4, 4, 90, 90, 90);
        Crystal coincident = new Crystal(cube, new int[] {11, 17, 17}, new double[] {0, 0, 0, .5, .5, .5, .5, .5, .5});
        assertEquals(Optional.empty(), finder.find(coincident, 0.1));
        assertEquals(Optional.empty(), finder.spaceGroup(coincident, 0.1));
        Crystal crowd = new Crystal(cube, IntStream.range(0, 1001).map(i -> 6).toArray(), new double[3003]);
        assertEquals(Optional.empty(), finder.find(crowd, 0.1));
        assertEquals(Optional.empty(), finder.find(KnownCrystals.ROCK_SALT.crystal, Double.NaN));
        assertEquals(Optional.empty(), finder.find(KnownCrystals.ROCK_SALT.crystal, 0));
        for (double tolerance : new double[] {Double.NaN, 0, Double.POSITIVE_INFINITY}) {
            assertEquals(Optional.empty(), finder.spaceGroup(KnownCrystals.ROCK_SALT.crystal, tolerance));
        }
    }

    @Test
    void survivesHostileCrystals() {
        Random random = new Random(7);
        for (int i = 0; i < 10; i++) {
            double[] fractional = random.doubles(3L * (1 + i % 6), -1e6, 1e6).toArray();
            Lattice lattice = new Lattice(Math.exp(9 * random.nextDouble() - 4), Math.exp(9 * random.nextDouble() - 4), 3, 60, 70, 80);
            Crystal crystal = new Crystal(lattice, IntStream.range(0, fractional.length / 3).map(k -> 1 + k % 2).toArray(), fractional);
            double tolerance = Math.exp(6 * random.nextDouble() - 5);
            Optional<SpaceGroup> moyos = finder.find(crystal, tolerance).map(Symmetry::group);
            Optional<SpaceGroup> ours = GroupSearch.find(crystal, tolerance).flatMap(MoyoSymmetryFinder::named);
            assertTrue(ours.isEmpty() || moyos.isEmpty() || ours.equals(moyos), ours + " instead of " + moyos);
        }
        assertEquals(225, finder.find(KnownCrystals.ROCK_SALT.crystal, 0.01).orElseThrow().group().number());
    }

    @Test
    void anInterruptEndsTheSearchOfTheCaller() {
        Thread.currentThread().interrupt();
        assertEquals(Optional.empty(), finder.find(KnownCrystals.ROCK_SALT.crystal, 0.01));
        assertTrue(Thread.interrupted());
    }
}
