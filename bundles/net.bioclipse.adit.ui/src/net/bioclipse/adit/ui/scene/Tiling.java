package net.bioclipse.adit.ui.scene;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Several scenes in one picture, side by side, all seen from the same place.
 *
 * @param width  of the picture in pixels
 * @param height of the picture in pixels
 * @param places where each scene stands
 * @param tiles  the drawn scenes, as large as their places
 */
public record Tiling(int width, int height, List<Rectangle> places, List<Picture> tiles) {

    /**
     * @param scenes      at least one
     * @param highlighted for each scene, the atoms of its structure that stand out
     */
    public static Tiling paint(List<Scene> scenes, Camera camera, Style style, List<Set<Integer>> highlighted, int width,
            int height) {
        List<Rectangle> places = places(scenes.size(), width, height);
        List<Picture> tiles = new ArrayList<>();
        for (int i = 0; i < scenes.size(); i++) {
            Rectangle place = places.get(i);
            tiles.add(Painter.paint(scenes.get(i), camera, style, highlighted.get(i), place.width, place.height));
        }
        return new Tiling(width, height, places, tiles);
    }

    /** Rows and columns such that the tiles are as square as can be. */
    static List<Rectangle> places(int count, int width, int height) {
        int columns = 1;
        double best = 0;
        for (int c = 1; c <= count; c++) {
            double side = Math.min(width / (double) c, height / Math.ceil(count / (double) c));
            if (side > best) {
                best = side;
                columns = c;
            }
        }
        int rows = (count + columns - 1) / columns;
        List<Rectangle> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int x = i % columns * width / columns;
            int y = i / columns * height / rows;
            places.add(new Rectangle(x, y, Math.max(1, (i % columns + 1) * width / columns - x),
                    Math.max(1, (i / columns + 1) * height / rows - y)));
        }
        return places;
    }

    /** All tiles as one picture; its atoms are not told apart. */
    public Picture joined(int background) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, background);
        for (int i = 0; i < tiles.size(); i++) {
            Rectangle place = places.get(i);
            for (int y = 0; y < place.height && place.y + y < height; y++) {
                System.arraycopy(tiles.get(i).pixels(), y * place.width, pixels, (place.y + y) * width + place.x,
                        Math.min(place.width, width - place.x));
            }
        }
        int[] none = new int[width * height];
        Arrays.fill(none, -1);
        return new Picture(width, height, pixels, none);
    }

    /** The scene at a pixel, −1 where there is none. */
    public int tileAt(int x, int y) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).contains(x, y)) {
                return i;
            }
        }
        return -1;
    }

    /** The drawn atom of its scene at a pixel, −1 where there is none. */
    public int atomAt(int x, int y) {
        int tile = tileAt(x, y);
        return tile < 0 ? -1 : tiles.get(tile).atomAt(x - places.get(tile).x, y - places.get(tile).y);
    }
}
