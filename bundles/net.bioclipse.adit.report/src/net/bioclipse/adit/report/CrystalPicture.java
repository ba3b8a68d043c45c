package net.bioclipse.adit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Lattice;

/**
 * A cell seen from the side, slightly turned, in parallel projection: its edges and its atoms as discs, those behind first.
 * Atoms on a face or an edge are drawn on all of them, as in textbooks. For orientation, not for measuring.
 */
final class CrystalPicture {

    private static final double SIZE = 220;
    private static final double MARGIN = 16;
    private static final int MOST_DISCS = 400;
    private static final double ON_THE_FACE = 0.02;
    /** Turned by 20° about the vertical and 12° about the horizontal axis. */
    private static final double[][] VIEW = view(Math.toRadians(20), Math.toRadians(12));
    private static final double SMALLEST_RADIUS = 0.3;

    /** Colours in the way of Corey, Pauling and Koltun for the elements that everybody knows by colour. */
    private static final Map<Integer, String> COLOURS = Map.ofEntries(Map.entry(1, "#dfe3e8"), Map.entry(6, "#5b6570"),
            Map.entry(7, "#3b6fd8"), Map.entry(8, "#d8403a"), Map.entry(9, "#6ac04a"), Map.entry(15, "#e08a2c"),
            Map.entry(16, "#d9b929"), Map.entry(17, "#3faf46"), Map.entry(35, "#9a4a2e"), Map.entry(53, "#7d3f9c"),
            Map.entry(11, "#9a6fe0"), Map.entry(19, "#8147c9"), Map.entry(26, "#c8743a"), Map.entry(29, "#b87347"));

    private record Disc(double x, double y, double depth, int atom) {
    }

    private CrystalPicture() {
    }

    static String svg(Crystal crystal) {
        double[][] corners = new double[8][];
        for (int corner = 0; corner < 8; corner++) {
            corners[corner] = seen(crystal.lattice(), corner & 1, corner >> 1 & 1, corner >> 2 & 1);
        }
        double left = extreme(corners, 0, -1);
        double top = extreme(corners, 1, -1);
        double extent = Math.max(Math.max(extreme(corners, 0, 1) - left, extreme(corners, 1, 1) - top), 1e-9);
        double scale = (SIZE - 2 * MARGIN) / extent;
        double x0 = MARGIN - left * scale + (SIZE - 2 * MARGIN - (extreme(corners, 0, 1) - left) * scale) / 2;
        double y0 = MARGIN - top * scale + (SIZE - 2 * MARGIN - (extreme(corners, 1, 1) - top) * scale) / 2;
        Svg svg = new Svg(SIZE, SIZE, "crystal", "Cell of " + crystal.formula().reduced().inorganic());
        for (int corner = 0; corner < 8; corner++) {
            for (int axis = 1; axis < 8; axis <<= 1) {
                if ((corner & axis) == 0) {
                    double[] to = corners[corner | axis];
                    svg.line("edge", x0 + corners[corner][0] * scale, y0 + corners[corner][1] * scale, x0 + to[0] * scale,
                            y0 + to[1] * scale);
                }
            }
        }
        for (Disc disc : discs(crystal)) {
            int element = crystal.atomicNumber(disc.atom());
            double radius = Math.max(SMALLEST_RADIUS, 0.45 * Element.of(element).covalentRadius());
            svg.circle(x0 + disc.x() * scale, y0 + disc.y() * scale, Math.max(2, Math.min(SIZE / 6, radius * scale)),
                    colour(element), Labels.atom(crystal, disc.atom()));
        }
        return svg.toString();
    }

    private static List<Disc> discs(Crystal crystal) {
        List<Disc> discs = new ArrayList<>();
        double[] fractional = crystal.fractional();
        for (int atom = 0; atom < crystal.atomCount() && discs.size() < MOST_DISCS; atom++) {
            double[] inside = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                double x = fractional[3 * atom + axis];
                inside[axis] = x - Math.floor(x);
                inside[axis] -= inside[axis] > 1 - ON_THE_FACE ? 1 : 0;
            }
            for (int image = 0; image < 8; image++) {
                if (shown(inside, image)) {
                    double[] seen = seen(crystal.lattice(), inside[0] + (image & 1), inside[1] + (image >> 1 & 1),
                            inside[2] + (image >> 2 & 1));
                    discs.add(new Disc(seen[0], seen[1], seen[2], atom));
                }
            }
        }
        discs.sort(Comparator.comparingDouble(Disc::depth));
        return discs;
    }

    /** An image in the next cell is on the border of this one when the atom is on the border before. */
    private static boolean shown(double[] inside, int image) {
        for (int axis = 0; axis < 3; axis++) {
            if ((image >> axis & 1) == 1 && Math.abs(inside[axis]) > ON_THE_FACE) {
                return false;
            }
        }
        return true;
    }

    /** To the right, downwards, and towards the eye. */
    private static double[] seen(Lattice lattice, double a, double b, double c) {
        double[] at = lattice.toCartesian(new double[] {a, b, c});
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            seen[row] = VIEW[row][0] * at[0] + VIEW[row][1] * at[1] + VIEW[row][2] * at[2];
        }
        return seen;
    }

    /** c upwards, the eye on the side of b, the crystal turned by two angles. */
    private static double[][] view(double aside, double down) {
        double c = Math.cos(aside);
        double s = Math.sin(aside);
        double[] right = {c, s, 0};
        double[] towards = {s * Math.cos(down), -c * Math.cos(down), Math.sin(down)};
        double[] downwards = {s * Math.sin(down), -c * Math.sin(down), -Math.cos(down)};
        return new double[][] {right, downwards, towards};
    }

    private static double extreme(double[][] corners, int axis, int sign) {
        double extreme = sign * corners[0][axis];
        for (double[] corner : corners) {
            extreme = Math.max(extreme, sign * corner[axis]);
        }
        return sign * extreme;
    }

    /** Neighbours in the periodic table get hues far from each other. */
    private static String colour(int element) {
        return COLOURS.getOrDefault(element,
                String.format(Locale.ROOT, "hsl(%d 42%% 56%%)", Math.floorMod(element * 137L, 360)));
    }
}
