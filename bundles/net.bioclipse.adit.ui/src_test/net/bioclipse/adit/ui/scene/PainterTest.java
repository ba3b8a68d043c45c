package net.bioclipse.adit.ui.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.ui.scene.Style.Shape;
import org.junit.jupiter.api.Test;

class PainterTest {

    private static final Style COARSE = new Style(Shape.BALL_AND_STICK, 0xFFFFFF, true, true, false);
    /** Oxygen in front of carbon, nitrogen to the right. */
    private static final Scene THREE = SceneBuilder.scene(
            new Molecule(new int[] {6, 8, 7}, new double[] {0, 0, 0, 0, 0, 2, 3, 0, 1}), List.of(), Cells.ONE);

    private static long seen(Picture picture, int atom) {
        return Arrays.stream(picture.atoms()).filter(a -> a == atom).count();
    }

    @Test
    void hidesWhatStandsBehind() {
        Picture front = Painter.paint(THREE, Camera.FRONT, COARSE, Set.of(), 200, 200);
        // The rim of the larger carbon stands out behind the oxygen.
        assertTrue(seen(front, 0) < seen(front, 1) / 5 && seen(front, 2) > 100, seen(front, 0) + " " + seen(front, 1));
        Picture back = Painter.paint(THREE, Camera.FRONT.turned((float) Math.PI, 0), COARSE, Set.of(), 200, 200);
        assertEquals(0, seen(back, 1));
        assertTrue(seen(back, 0) > 100);
    }

    @Test
    void picksTheAtomThatIsSeen() {
        Picture picture = Painter.paint(THREE, Camera.FRONT, Style.USUAL, Set.of(), 200, 200);
        float[] at = Painter.project(THREE, Camera.FRONT, Style.USUAL, 200, 200);
        assertEquals(1, picture.atomAt(Math.round(at[3]), Math.round(at[4])));
        assertEquals(2, picture.atomAt(Math.round(at[6]), Math.round(at[7])));
        assertEquals(-1, picture.atomAt(0, 0));
        assertEquals(-1, picture.atomAt(-5, 300));
    }

    @Test
    void coloursByElementAndLeavesTheBackground() {
        Picture picture = Painter.paint(THREE, Camera.FRONT, COARSE, Set.of(), 200, 200);
        float[] at = Painter.project(THREE, Camera.FRONT, COARSE, 200, 200);
        int colour = picture.pixels()[Math.round(at[4]) * 200 + Math.round(at[3])];
        assertTrue((colour >> 16 & 255) > 2 * (colour & 255), Integer.toHexString(colour));
        assertEquals(0xFFFFFF, picture.pixels()[0]);
    }

    @Test
    void drawsHighlightedAtomsOtherwise() {
        Picture plain = Painter.paint(THREE, Camera.FRONT, COARSE, Set.of(), 100, 100);
        Picture bright = Painter.paint(THREE, Camera.FRONT, COARSE, Set.of(2), 100, 100);
        assertNotEquals(Arrays.hashCode(plain.pixels()), Arrays.hashCode(bright.pixels()));
        assertTrue(seen(bright, 2) > seen(plain, 2));
    }

    @Test
    void leavesHydrogensOutWhenAsked() {
        Scene water = SceneBuilder.scene(new Molecule(new int[] {8, 1, 1}, new double[] {0, 0, 0, .96, 0, 0, -.24, .93, 0}),
                List.of(), Cells.ONE);
        Picture without = Painter.paint(water, Camera.FRONT, new Style(Shape.STICKS, 0, false, true, false), Set.of(), 90, 90);
        assertEquals(0, seen(without, 1) + seen(without, 2));
    }

    @Test
    void fitsEveryAtomIntoThePictureInEveryStyle() {
        for (Shape shape : Shape.values()) {
            Picture picture = Painter.paint(THREE, Camera.USUAL, new Style(shape, 0xFFFFFF, true, true, false), Set.of(), 120, 90);
            boolean border = IntStream.range(0, 120).anyMatch(x -> picture.pixels()[x] != 0xFFFFFF
                    || picture.pixels()[89 * 120 + x] != 0xFFFFFF);
            assertTrue(!border, shape.title());
        }
    }

    @Test
    void keepsARotationARotation() {
        Camera camera = Camera.USUAL;
        for (int i = 0; i < 5000; i++) {
            camera = camera.turned(0.37f, -0.21f).rolled(0.11f);
        }
        float[] r = camera.rotation();
        assertEquals(1, r[0] * r[0] + r[1] * r[1] + r[2] * r[2], 1e-5);
        assertEquals(0, r[0] * r[3] + r[1] * r[4] + r[2] * r[5], 1e-5);
        assertEquals(1, r[0] * (r[4] * r[8] - r[5] * r[7]) - r[1] * (r[3] * r[8] - r[5] * r[6])
                + r[2] * (r[3] * r[7] - r[4] * r[6]), 1e-5);
    }

    @Test
    void looksAlongAnAxis() {
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(1, Camera.axis(axis).rotation()[6 + axis]);
        }
    }

    @Test
    void givesTheSamePictureAgain() {
        assertArrayEquals(Painter.paint(THREE, Camera.USUAL, Style.USUAL, Set.of(1), 64, 64).pixels(),
                Painter.paint(THREE, Camera.USUAL, Style.USUAL, Set.of(1), 64, 64).pixels());
    }

    @Test
    void survivesAPictureOfOnePointAndAnEmptyScene() {
        assertEquals(1, Painter.paint(THREE, Camera.USUAL, Style.USUAL, Set.of(), 1, 1).pixels().length);
        assertEquals(-1, Painter.paint(Scene.EMPTY, Camera.USUAL, COARSE, Set.of(), 5, 5).atomAt(2, 2));
    }

    @Test
    void tilesScenesWithoutGapsAndTellsThemApart() {
        Tiling tiling = Tiling.paint(List.of(THREE, THREE, THREE), Camera.FRONT, COARSE, List.of(Set.of(), Set.of(), Set.of()),
                301, 100);
        assertEquals(List.of(0, 1, 2), List.of(tiling.tileAt(10, 50), tiling.tileAt(150, 50), tiling.tileAt(300, 50)));
        assertEquals(301, tiling.places().stream().mapToInt(place -> place.width).sum());
        float[] at = Painter.project(THREE, Camera.FRONT, COARSE, tiling.places().get(1).width, 100);
        assertEquals(1, tiling.atomAt(tiling.places().get(1).x + Math.round(at[3]), Math.round(at[4])));
        assertEquals(301 * 100, tiling.joined(0).pixels().length);
    }

    @Test
    void writesADrawingWithADiscForEachAtom() {
        String svg = SceneSvg.of(SceneBuilder.scene(SceneBuilderTest.SALT, List.of(), Cells.ONE), Camera.USUAL, Style.USUAL,
                Set.of(0), 300, 200);
        assertEquals(27, svg.split("<circle ", -1).length - 1);
        assertEquals(8, svg.split("stroke=\"#ffb000\"", -1).length - 1);
        assertTrue(svg.startsWith("<?xml") && svg.endsWith("</svg>\n") && !svg.contains("NaN"));
    }

    @Test
    void measuresWhatIsPicked() {
        Measurement measurement = new Measurement();
        assertEquals("", measurement.text(THREE));
        measurement.pick(0);
        assertEquals("C1", measurement.text(THREE));
        measurement.pick(1);
        assertEquals("C1–O2  2.000 Å", measurement.text(THREE));
        measurement.pick(2);
        assertEquals("C1–O2–N3  71.6°", measurement.text(THREE));
        measurement.pick(1);
        assertEquals(List.of(0, 2), measurement.atoms());
    }

    @Test
    void writesSeveralDrawingsIntoOneDocument() throws Exception {
        String svg = SceneSvg.tiled(List.of(THREE, THREE), Camera.USUAL, Style.USUAL, List.of(Set.of(), Set.of(1)), 300, 100);
        var document = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertEquals(6, document.getElementsByTagName("circle").getLength());
        assertEquals(3, document.getElementsByTagName("svg").getLength());
        assertEquals("150", ((org.w3c.dom.Element) document.getElementsByTagName("svg").item(2)).getAttribute("x"));
    }
}
