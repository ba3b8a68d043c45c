package net.bioclipse.adit.ui.scene;

/** How bright a surface is by its direction: a light from the upper left behind the eye, a weak one from the right. */
final class Shading {

    /** Shading is looked up by the direction of the surface. */
    private static final int SHADES = 64;
    private static final float[] DIFFUSE = new float[SHADES * SHADES];
    private static final float[] GLOSS = new float[SHADES * SHADES];

    static {
        // The weak light keeps shadows readable.
        for (int i = 0; i < SHADES * SHADES; i++) {
            float nx = (i % SHADES - SHADES / 2f + 0.5f) / (SHADES / 2f);
            float ny = (i / SHADES - SHADES / 2f + 0.5f) / (SHADES / 2f);
            float nz = (float) Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
            float key = Math.max(0, -0.42f * nx + 0.52f * ny + 0.74f * nz);
            float fill = Math.max(0, 0.6f * nx - 0.1f * ny + 0.6f * nz);
            float half = Math.max(0, -0.225f * nx + 0.279f * ny + 0.933f * nz);
            DIFFUSE[i] = 0.30f + 0.62f * key + 0.12f * fill;
            GLOSS[i] = 0.55f * (float) Math.pow(half, 38);
        }
    }

    private Shading() {
    }

    /**
     * @param nx   the surface's direction to the right, −1 to 1
     * @param ny   and up
     * @param fog  share of the background in it
     */
    static int lit(int colour, float nx, float ny, float fog, int background) {
        int i = Math.min(SHADES - 1, Math.max(0, (int) ((nx + 1) * (SHADES / 2f))));
        int j = Math.min(SHADES - 1, Math.max(0, (int) ((ny + 1) * (SHADES / 2f))));
        float diffuse = DIFFUSE[j * SHADES + i];
        float gloss = 255 * GLOSS[j * SHADES + i];
        float keep = 1 - fog;
        int red = channel((colour >> 16 & 255) * diffuse + gloss, background >> 16 & 255, keep);
        int green = channel((colour >> 8 & 255) * diffuse + gloss, background >> 8 & 255, keep);
        int blue = channel((colour & 255) * diffuse + gloss, background & 255, keep);
        return red << 16 | green << 8 | blue;
    }

    private static int channel(float value, int back, float keep) {
        return (int) (keep * Math.min(255, value) + (1 - keep) * back);
    }
}
