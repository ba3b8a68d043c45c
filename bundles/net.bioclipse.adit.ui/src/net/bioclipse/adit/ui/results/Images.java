package net.bioclipse.adit.ui.results;

import java.awt.image.BufferedImage;
import net.bioclipse.adit.ui.scene.Picture;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/** Pictures of AWT and of the painter as those of SWT. Nothing opens a window of AWT: its images are plain memory. */
public final class Images {

    private static final PaletteData COLOURS = new PaletteData(0xFF0000, 0xFF00, 0xFF);

    private Images() {
    }

    /** A colour as 0xRRGGBB. */
    public static int rgb(Color colour) {
        return colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
    }

    public static ImageData data(Picture picture) {
        ImageData data = new ImageData(picture.width(), picture.height(), 24, COLOURS);
        for (int y = 0; y < picture.height(); y++) {
            data.setPixels(0, y, picture.width(), picture.pixels(), y * picture.width());
        }
        return data;
    }

    public static ImageData data(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        ImageData data = new ImageData(width, height, 24, COLOURS);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            if (image.getColorModel().hasAlpha()) {
                for (int x = 0; x < width; x++) {
                    row[x] = onWhite(row[x]);
                }
            }
            data.setPixels(0, y, width, row, 0);
        }
        return data;
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        int pale = 255 - alpha;
        int red = ((argb >> 16 & 255) * alpha) / 255 + pale;
        int green = ((argb >> 8 & 255) * alpha) / 255 + pale;
        int blue = ((argb & 255) * alpha) / 255 + pale;
        return red << 16 | green << 8 | blue;
    }
}
