package net.bioclipse.adit.ui.scene;

import java.util.Arrays;

/** Pixels with their depth and the atom that is seen in each; what is nearer to the eye covers what is behind it. */
final class Raster {

    final int width;
    final int height;
    private final float[] depth;
    private final int[] pixels;
    private final int[] atoms;

    Raster(int width, int height, int background) {
        this.width = width;
        this.height = height;
        depth = new float[width * height];
        pixels = new int[width * height];
        atoms = new int[width * height];
        Arrays.fill(pixels, background);
        Arrays.fill(depth, Float.NEGATIVE_INFINITY);
        Arrays.fill(atoms, -1);
    }

    /** Whether something at this depth would be seen at a pixel, counted in rows. */
    boolean nearer(int at, float z) {
        return z > depth[at];
    }

    /** @param atom that is seen there, −1 where it is none */
    void set(int at, float z, int colour, int atom) {
        depth[at] = z;
        pixels[at] = colour;
        atoms[at] = atom;
    }

    Picture picture() {
        return new Picture(width, height, pixels, atoms);
    }

    /** Half as wide and high, each pixel the mean of four. */
    Picture halved() {
        int w = width / 2;
        int h = height / 2;
        int[] small = new int[w * h];
        int[] seen = new int[w * h];
        for (int y = 0; y < h; y++) {
            int row = 2 * y * width;
            for (int x = 0; x < w; x++) {
                int at = row + 2 * x;
                int a = pixels[at];
                int b = pixels[at + 1];
                int c = pixels[at + width];
                int d = pixels[at + width + 1];
                // Four channels of eight bits added in two parts that cannot run into each other.
                int redBlue = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF) >> 2 & 0xFF00FF;
                int green = (a & 0xFF00) + (b & 0xFF00) + (c & 0xFF00) + (d & 0xFF00) >> 2 & 0xFF00;
                small[y * w + x] = redBlue | green;
                seen[y * w + x] = atoms[at];
            }
        }
        return new Picture(w, h, small, seen);
    }
}
