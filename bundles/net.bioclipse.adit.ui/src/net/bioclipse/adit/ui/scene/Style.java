package net.bioclipse.adit.ui.scene;

/**
 * How a scene is drawn.
 *
 * @param shape      balls and sticks, or atoms in their van der Waals size
 * @param background 0xRRGGBB
 * @param hydrogens  whether hydrogen atoms are drawn
 * @param cell       whether the edges of the cell are drawn
 * @param smooth     twice the resolution, then averaged: four times the work
 */
public record Style(Shape shape, int background, boolean hydrogens, boolean cell, boolean smooth) {

    /** What stands for an atom. */
    public enum Shape {
        BALL_AND_STICK("Ball and stick"), SPACE_FILLING("Space filling"), STICKS("Sticks"), LINES("Lines");

        private final String title;

        Shape(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private static final double STICK = 0.16;

    /** Balls and sticks on white. */
    public static final Style USUAL = new Style(Shape.BALL_AND_STICK, 0xFFFFFF, true, true, true);

    /** Radius of an atom in Å. */
    double radius(int atomicNumber) {
        return switch (shape) {
            case BALL_AND_STICK -> Look.ball(atomicNumber);
            case SPACE_FILLING -> Look.vanDerWaals(atomicNumber);
            case STICKS -> STICK;
            case LINES -> 0.06;
        };
    }

    /** Radius of a bond in Å, 0 where bonds are not drawn. */
    double stick() {
        return switch (shape) {
            case BALL_AND_STICK -> 0.11;
            case SPACE_FILLING -> 0;
            case STICKS -> STICK;
            case LINES -> 0.05;
        };
    }

    /** Room for the atoms at the border, Å. */
    float largest() {
        return shape == Shape.SPACE_FILLING ? 2f : 0.5f;
    }

    boolean draws(int atomicNumber) {
        return hydrogens || atomicNumber != 1;
    }
}
