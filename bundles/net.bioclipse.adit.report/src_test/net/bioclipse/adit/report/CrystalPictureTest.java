package net.bioclipse.adit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import org.junit.jupiter.api.Test;

class CrystalPictureTest {

    private static final Lattice CUBE = new Lattice(4, 4, 4, 90, 90, 90);

    @Test
    void hasTwelveEdgesAndDrawsAnAtomOnACornerOnAllCorners() {
        String svg = CrystalPicture.svg(Samples.POLONIUM);
        assertEquals(12, svg.split("<polyline").length - 1);
        assertEquals(8, svg.split("<circle").length - 1);
        assertTrue(svg.contains("aria-label=\"Cell of Po\""));
    }

    @Test
    void anAtomInsideIsDrawnOnceAndOneOnAFaceTwice() {
        assertEquals(1, circles(0.5, 0.5, 0.5));
        assertEquals(2, circles(0.5, 0.5, 0.001));
        assertEquals(2, circles(0.5, 0.5, 0.999));
        assertEquals(4, circles(0.5, -3, 7));
    }

    @Test
    void everythingStaysInsideThePicture() {
        Crystal flat = new Crystal(new Lattice(40, 3, 3, 75, 110, 120), new int[] {1, 92}, new double[] {0, 0, 0, .5, .5, .5});
        for (Crystal crystal : new Crystal[] {Samples.POLONIUM, flat}) {
            String svg = CrystalPicture.svg(crystal);
            assertFalse(svg.contains("=\"-") || svg.contains("NaN") || svg.matches(".*cx=\"(2[3-9]\\d|[3-9]\\d\\d).*"), svg);
        }
    }

    @Test
    void aCellOfVeryManyAtomsStaysAPicture() {
        int[] elements = new int[5000];
        Arrays.fill(elements, 6);
        assertTrue(CrystalPicture.svg(new Crystal(CUBE, elements, new double[15000])).length() < 60_000);
    }

    private static int circles(double x, double y, double z) {
        return CrystalPicture.svg(new Crystal(CUBE, new int[] {8}, new double[] {x, y, z})).split("<circle").length - 1;
    }
}
