package net.bioclipse.adit.ui.scene;

/**
 * How much of a crystal is drawn.
 *
 * @param a       cells along a, 1–{@link #MOST}
 * @param b       cells along b
 * @param c       cells along c
 * @param faces   atoms on a face, an edge or a corner of the drawn block are drawn on the opposite side too
 * @param partners atoms beyond the block that are bonded to one within it are drawn pale, so that no bond is cut
 */
public record Cells(int a, int b, int c, boolean faces, boolean partners) {

    /** Most cells in one direction. */
    public static final int MOST = 10;
    /** One cell with its faces. */
    public static final Cells ONE = new Cells(1, 1, 1, true, false);

    public Cells {
        if (Math.min(a, Math.min(b, c)) < 1 || Math.max(a, Math.max(b, c)) > MOST) {
            throw new IllegalArgumentException("A block of " + a + " × " + b + " × " + c + " cells cannot be drawn; 1 to "
                    + MOST + " in each direction are possible.");
        }
    }
}
