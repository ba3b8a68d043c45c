package net.bioclipse.adit.ui.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;

class SceneBuilderTest {

    private static final Lattice CUBE = new Lattice(5.64, 5.64, 5.64, 90, 90, 90);
    static final Crystal SALT = new Crystal(CUBE, new int[] {11, 11, 11, 11, 17, 17, 17, 17}, new double[] {0, 0, 0, 0, .5, .5,
        .5, 0, .5, .5, .5, 0, .5, .5, .5, .5, 0, 0, 0, .5, 0, 0, 0, .5});

    private static Scene salt(int a, int b, int c, boolean faces, boolean partners) {
        return SceneBuilder.scene(SALT, List.of(), new Cells(a, b, c, faces, partners));
    }

    @Test
    void drawsEachAtomOfTheBlockOnceWithoutFaces() {
        assertEquals(8, salt(1, 1, 1, false, false).atomCount());
        assertEquals(8 * 12, salt(3, 2, 2, false, false).atomCount());
    }

    @Test
    void drawsAtomsOnFacesEdgesAndCornersOnEachSide() {
        // Corners 8 and face centres 6 of sodium, edge middles 12 and the centre of chlorine.
        assertEquals(27, salt(1, 1, 1, true, false).atomCount());
        assertEquals(5 * 5 * 5, salt(2, 2, 2, true, false).atomCount());
    }

    @Test
    void bondsEverySaltNeighbourWithinTheBlockAndAcrossCells() {
        // A 5 × 5 × 5 lattice of points has 3 · 5 · 5 · 4 nearest neighbours.
        assertEquals(3 * 5 * 5 * 4, salt(2, 2, 2, true, false).bondCount());
    }

    @Test
    void addsPalePartnersSoThatNoBondIsCut() {
        Scene scene = salt(1, 1, 1, true, true);
        long partners = IntStream.range(0, scene.atomCount()).filter(i -> scene.outside()[i]).count();
        // Nine atoms on each of six faces each have one neighbour beyond it.
        assertEquals(54, partners);
        assertEquals(27, scene.atomCount() - partners);
        assertEquals(54 + 54, scene.bondCount());
    }

    @Test
    void putsCoordinatesBeyondTheCellBackIntoIt() {
        Crystal shifted = new Crystal(CUBE, new int[] {11}, new double[] {-0.25, 1.25, 7.5});
        Scene scene = SceneBuilder.scene(shifted, List.of(), new Cells(1, 1, 1, true, false));
        assertEquals(1, scene.atomCount());
        assertEquals(0.25 * 5.64, scene.xyz()[0], 1e-4);
        assertEquals(-0.25 * 5.64, scene.xyz()[1], 1e-4);
        assertEquals(0, scene.xyz()[2], 1e-4);
    }

    @Test
    void drawsTwelveEdgesOfACellAndSharedOnesOnce() {
        assertEquals(12 * 6, salt(1, 1, 1, true, false).edges().length);
        assertEquals(20 * 6, salt(2, 1, 1, true, false).edges().length);
    }

    @Test
    void refusesMoreAtomsThanCanBeSeen() {
        double[] many = new double[3 * 500];
        int[] carbon = new int[500];
        java.util.Arrays.fill(carbon, 6);
        Crystal large = new Crystal(CUBE, carbon, many);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> SceneBuilder.scene(large, List.of(), new Cells(10, 10, 10, true, false)));
        assertTrue(refused.getMessage().contains("500000 atoms"), refused.getMessage());
    }

    @Test
    void takesThePerceivedBondsOfAMolecule() {
        Molecule carbonMonoxide = new Molecule(new int[] {6, 8}, new double[] {0, 0, 0, 1.13, 0, 0});
        Scene scene = SceneBuilder.scene(carbonMonoxide, List.of(new Bond(0, 1, 3)), Cells.ONE);
        assertArrayEquals(new int[] {0, 1, 3}, scene.bonds());
        assertEquals(1.13, scene.distance(0, 1), 1e-6);
    }

    @Test
    void findsBondsByDistanceWhereNoneArePerceived() {
        Molecule water = new Molecule(new int[] {8, 1, 1}, new double[] {0, 0, 0, .96, 0, 0, -.24, .93, 0});
        Scene scene = SceneBuilder.scene(water, List.of(), Cells.ONE);
        assertArrayEquals(new int[] {0, 1, 1, 0, 2, 1}, scene.bonds());
        assertEquals(104.5, scene.angle(1, 0, 2), 0.1);
    }

    @Test
    void measuresTorsionsWithTheirSign() {
        Molecule twisted = new Molecule(new int[] {6, 6, 6, 6}, new double[] {1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1});
        Scene scene = SceneBuilder.scene(twisted, List.of(), Cells.ONE);
        assertEquals(-90, scene.torsion(0, 1, 2, 3), 1e-4);
        assertEquals(-90, scene.torsion(3, 2, 1, 0), 1e-4);
    }

    @Test
    void numbersTheAtomsOfAnOverlayOneAfterTheOther() {
        Scene first = salt(1, 1, 1, false, false);
        Scene both = first.over(first);
        assertEquals(16, both.atomCount());
        assertEquals(2 * first.bondCount(), both.bondCount());
        assertTrue(IntStream.range(first.bonds().length, both.bonds().length).filter(i -> i % 3 < 2)
                .allMatch(i -> both.bonds()[i] >= 8));
    }

    @Test
    void refusesBlocksOfNoCellsOrTooMany() {
        assertThrows(IllegalArgumentException.class, () -> new Cells(0, 1, 1, true, true));
        assertThrows(IllegalArgumentException.class, () -> new Cells(1, 11, 1, true, true));
    }
}
