package net.bioclipse.adit.ui.scene;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A scene as a drawing that can be scaled: atoms as shaded discs and bonds as lines, sorted from back to front. */
public final class SceneSvg {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private record Piece(float depth, String svg) {
    }

    private SceneSvg() {
    }

    /**
     * @param highlighted atoms of the structure that stand out
     * @param width       of the drawing in pixels
     * @param height      of the drawing in pixels
     * @return a complete SVG 1.1 document
     */
    public static String of(Scene scene, Camera camera, Style style, Set<Integer> highlighted, int width, int height) {
        StringBuilder svg = new StringBuilder(DECLARATION);
        drawing(scene, camera, style, highlighted, new Rectangle(0, 0, width, height), svg);
        return svg.toString();
    }

    private static void drawing(Scene scene, Camera camera, Style style, Set<Integer> highlighted, Rectangle place,
            StringBuilder svg) {
        int width = place.width;
        int height = place.height;
        float[] screen = Painter.project(scene, camera, style, width, height);
        float scale = camera.scale(scene, style, width, height);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < scene.atomCount(); i++) {
            if (style.draws(scene.numbers()[i])) {
                pieces.add(atom(scene, style, highlighted, screen, scale, i));
            }
        }
        for (int i = 0; i < scene.bonds().length && style.stick() > 0; i += 3) {
            bond(scene, style, screen, scale, i, pieces);
        }
        if (style.cell() && scene.edges().length > 0) {
            Scene corners = new Scene(scene.edges(), new int[0], new int[0], new boolean[0], new int[0], new float[0],
                    scene.radius());
            float[] ends = Painter.project(corners, camera, style, width, height);
            for (int i = 0; i < ends.length; i += 6) {
                pieces.add(new Piece((ends[i + 2] + ends[i + 5]) / 2,
                        line(ends[i], ends[i + 1], ends[i + 3], ends[i + 4], 1, 0x5A6472)));
            }
        }
        pieces.sort(Comparator.comparingDouble(Piece::depth));
        svg.append(head(place.x, place.y, width, height)).append(gradients(scene));
        svg.append(format("<rect width=\"100%%\" height=\"100%%\" fill=\"#%06x\"/>\n", style.background()));
        pieces.forEach(piece -> svg.append(piece.svg()).append('\n'));
        svg.append("</svg>\n");
    }

    /** Several scenes side by side as {@link Tiling} lays them out, in one document. */
    public static String tiled(List<Scene> scenes, Camera camera, Style style, List<Set<Integer>> highlighted, int width,
            int height) {
        StringBuilder svg = new StringBuilder(DECLARATION).append(head(0, 0, width, height));
        List<Rectangle> places = Tiling.places(scenes.size(), width, height);
        for (int i = 0; i < scenes.size(); i++) {
            drawing(scenes.get(i), camera, style, highlighted.get(i), places.get(i), svg);
        }
        return svg.append("</svg>\n").toString();
    }

    private static StringBuilder head(int x, int y, int width, int height) {
        return new StringBuilder(format("<svg xmlns=\"http://www.w3.org/2000/svg\" x=\"%d\" y=\"%d\" width=\"%d\" "
                + "height=\"%d\" viewBox=\"0 0 %d %d\">\n", x, y, width, height, width, height));
    }

    private static String gradients(Scene scene) {
        Set<Integer> elements = new TreeSet<>();
        for (int z : scene.numbers()) {
            elements.add(z);
        }
        StringBuilder defs = new StringBuilder("<defs>\n");
        for (int z : elements) {
            int colour = Look.colour(z);
            defs.append(format("<radialGradient id=\"e%d\" cx=\"0.38\" cy=\"0.34\" r=\"0.7\"><stop offset=\"0\" "
                    + "stop-color=\"#%06x\"/><stop offset=\"0.35\" stop-color=\"#%06x\"/><stop offset=\"1\" "
                    + "stop-color=\"#%06x\"/></radialGradient>\n", z, Colours.mixed(colour, 0xFFFFFF, 0.7f), colour,
                    Colours.mixed(colour, 0, 0.55f)));
        }
        return defs.append("</defs>\n").toString();
    }

    private static Piece atom(Scene scene, Style style, Set<Integer> highlighted, float[] screen, float scale, int i) {
        boolean pale = scene.outside()[i];
        double radius = scale * style.radius(scene.numbers()[i]) * (pale ? 0.75 : 1);
        String stroke = highlighted.contains(scene.origin()[i]) ? " stroke=\"#ffb000\" stroke-width=\"4\"" : "";
        return new Piece(screen[3 * i + 2], format("<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"url(#e%d)\"%s%s/>",
                screen[3 * i], screen[3 * i + 1], radius, scene.numbers()[i], pale ? " opacity=\"0.5\"" : "", stroke));
    }

    private static void bond(Scene scene, Style style, float[] screen, float scale, int at, List<Piece> pieces) {
        int a = scene.bonds()[at];
        int b = scene.bonds()[at + 1];
        int order = Math.max(1, Math.min(3, scene.bonds()[at + 2]));
        if (!style.draws(scene.numbers()[a]) || !style.draws(scene.numbers()[b])) {
            return;
        }
        float dx = screen[3 * b] - screen[3 * a];
        float dy = screen[3 * b + 1] - screen[3 * a + 1];
        float flat = Math.max(1e-3f, (float) Math.sqrt(dx * dx + dy * dy));
        double width = 2 * scale * style.stick() / (order == 1 ? 1 : 1.7);
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        for (int k = 0; k < order; k++) {
            float off = (k - (order - 1) / 2f) * 0.24f * scale;
            float x = screen[3 * a] - dy / flat * off;
            float y = screen[3 * a + 1] + dx / flat * off;
            first.append(line(x, y, x + dx / 2, y + dy / 2, width, Look.colour(scene.numbers()[a])));
            second.append(line(x + dx / 2, y + dy / 2, x + dx, y + dy, width, Look.colour(scene.numbers()[b])));
        }
        float za = screen[3 * a + 2];
        float zb = screen[3 * b + 2];
        pieces.add(new Piece((3 * za + zb) / 4, first.toString()));
        pieces.add(new Piece((za + 3 * zb) / 4, second.toString()));
    }

    private static String line(double x1, double y1, double x2, double y2, double width, int colour) {
        return format("<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" stroke=\"#%06x\" stroke-width=\"%.2f\" "
                + "stroke-linecap=\"round\"/>", x1, y1, x2, y2, Colours.mixed(colour, 0, 0.15f), width);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
