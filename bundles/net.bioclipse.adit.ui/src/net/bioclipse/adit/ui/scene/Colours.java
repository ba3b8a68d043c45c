package net.bioclipse.adit.ui.scene;

/** Colours as 0xRRGGBB. */
public final class Colours {

    private Colours() {
    }

    /** A share of the second colour in the first. */
    public static int mixed(int first, int second, float share) {
        int red = (int) ((first >> 16 & 255) * (1 - share) + (second >> 16 & 255) * share);
        int green = (int) ((first >> 8 & 255) * (1 - share) + (second >> 8 & 255) * share);
        int blue = (int) ((first & 255) * (1 - share) + (second & 255) * share);
        return red << 16 | green << 8 | blue;
    }

    /** Whether black is easier to read on a colour than white. */
    public static boolean bright(int colour) {
        return 3 * (colour >> 16 & 255) + 6 * (colour >> 8 & 255) + (colour & 255) > 1280;
    }
}
