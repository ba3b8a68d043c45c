package net.bioclipse.adit.ui.scene;

/**
 * From where a scene is seen: a rotation, a zoom, a shift. Parallel light, no vanishing point, so that equal atoms have equal
 * sizes and parallel edges stay parallel. Immutable.
 *
 * @param rotation rows of the rotation matrix, 3 × 3: the screen's x (right), y (up), z (to the eye)
 * @param zoom     1: the whole scene fills the picture
 * @param shiftX   in pixels, to the right
 * @param shiftY   in pixels, down
 */
public record Camera(float[] rotation, float zoom, float shiftX, float shiftY) {

    private static final float SMALLEST_ZOOM = 0.05f;
    private static final float LARGEST_ZOOM = 50;

    /** A little from above and from the right, the way crystals are drawn in books. */
    public static final Camera USUAL = along(new float[] {1, 0, 0, 0, 0, 1, 0, -1, 0}).turned(-0.35f, 0.22f);

    /** Looks straight along z, x to the right. */
    public static final Camera FRONT = along(new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1});

    private static Camera along(float[] rotation) {
        return new Camera(rotation, 1, 0, 0);
    }

    /** Looks along one of the axes x, y, z (0, 1, 2) of the scene, the next one to the right. */
    public static Camera axis(int axis) {
        float[] rotation = new float[9];
        rotation[(axis + 1) % 3] = 1;
        rotation[3 + (axis + 2) % 3] = 1;
        rotation[6 + axis] = 1;
        return along(rotation);
    }

    /** Turns the scene to the right and down, in radians, as a ball under the pointer. */
    public Camera turned(float right, float down) {
        float c = (float) Math.cos(right);
        float s = (float) Math.sin(right);
        float[] around = {c, 0, s, 0, 1, 0, -s, 0, c};
        c = (float) Math.cos(down);
        s = (float) Math.sin(down);
        float[] over = {1, 0, 0, 0, c, -s, 0, s, c};
        return new Camera(orthonormal(times(over, times(around, rotation))), zoom, shiftX, shiftY);
    }

    /** Turns the scene in the plane of the picture, counterclockwise, in radians. */
    public Camera rolled(float angle) {
        float c = (float) Math.cos(angle);
        float s = (float) Math.sin(angle);
        return new Camera(orthonormal(times(new float[] {c, -s, 0, s, c, 0, 0, 0, 1}, rotation)), zoom, shiftX, shiftY);
    }

    public Camera zoomed(float factor) {
        return new Camera(rotation, Math.max(SMALLEST_ZOOM, Math.min(LARGEST_ZOOM, zoom * factor)), shiftX, shiftY);
    }

    public Camera shifted(float right, float down) {
        return new Camera(rotation, zoom, shiftX + right, shiftY + down);
    }

    /** Pixels for an Å in a picture of this size; the largest atom fits in wherever it stands. */
    float scale(Scene scene, Style style, int width, int height) {
        return 0.48f * Math.min(width, height) / (scene.radius() + style.largest()) * zoom;
    }

    private static float[] times(float[] a, float[] b) {
        float[] product = new float[9];
        for (int i = 0; i < 9; i++) {
            int row = i / 3 * 3;
            product[i] = a[row] * b[i % 3] + a[row + 1] * b[3 + i % 3] + a[row + 2] * b[6 + i % 3];
        }
        return product;
    }

    /** Thousands of small turns would make a rotation crooked without this. */
    private static float[] orthonormal(float[] m) {
        float length = (float) Math.sqrt(m[0] * m[0] + m[1] * m[1] + m[2] * m[2]);
        float x0 = m[0] / length;
        float x1 = m[1] / length;
        float x2 = m[2] / length;
        float along = m[3] * x0 + m[4] * x1 + m[5] * x2;
        float y0 = m[3] - along * x0;
        float y1 = m[4] - along * x1;
        float y2 = m[5] - along * x2;
        length = (float) Math.sqrt(y0 * y0 + y1 * y1 + y2 * y2);
        y0 /= length;
        y1 /= length;
        y2 /= length;
        return new float[] {x0, x1, x2, y0, y1, y2, x1 * y2 - x2 * y1, x2 * y0 - x0 * y2, x0 * y1 - x1 * y0};
    }
}
