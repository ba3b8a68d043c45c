package net.bioclipse.adit.chemistry.cdk.plausibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GeometryTest {

    private static final List<Integer> FOUR = List.of(0, 1, 2, 3);

    @Test
    void measuresDistanceAngleAndHeight() {
        Geometry geometry = new Geometry(new double[] {0, 0, 0, 2, 0, 0, 0, 3, 0, 5, 5, -0.5});
        assertEquals(2, geometry.distance(0, 1), 1e-12);
        assertEquals(90, geometry.angle(1, 0, 2), 1e-9);
        assertEquals(0.5, geometry.height(3, 0, 1, 2), 1e-12);
    }

    @Test
    void pointsOfAPlaneAreNotOffIt() {
        Random random = new Random(3);
        double[] xyz = new double[12];
        for (int i = 0; i < 4; i++) {
            double u = random.nextGaussian();
            double v = random.nextGaussian();
            xyz[3 * i] = 1 + u;
            xyz[3 * i + 1] = u - 2 * v;
            xyz[3 * i + 2] = 4 + v;
        }
        assertEquals(0, new Geometry(xyz).offPlane(FOUR), 1e-6);
    }

    @Test
    void cornersOfAPuckeredSquareAreEquallyOff() {
        double[] xyz = {1, 0, 0.1, 0, 1, -0.1, -1, 0, 0.1, 0, -1, -0.1};
        assertEquals(0.1, new Geometry(xyz).offPlane(FOUR), 1e-9);
    }

    @Test
    void aHeapAndALineHaveNoThickness() {
        assertEquals(0, new Geometry(new double[12]).offPlane(FOUR), 0);
        assertEquals(0, new Geometry(new double[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 5, 5, 5}).offPlane(FOUR), 1e-6);
    }
}
