package net.bioclipse.adit.ui.scene;

import java.awt.image.BufferedImage;

/**
 * A drawn scene.
 *
 * @param width  pixels
 * @param height pixels
 * @param pixels 0xRRGGBB, row by row from the top
 * @param atoms  which drawn atom is seen in each pixel, −1 where there is none
 */
public record Picture(int width, int height, int[] pixels, int[] atoms) {

    /** The atom that is seen at a pixel, −1 where there is none or outside of the picture. */
    public int atomAt(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? -1 : atoms[y * width + x];
    }

    public BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }
}
