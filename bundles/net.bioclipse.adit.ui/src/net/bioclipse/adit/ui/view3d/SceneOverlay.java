package net.bioclipse.adit.ui.view3d;

import java.awt.Rectangle;
import java.util.List;
import net.bioclipse.adit.ui.scene.Camera;
import net.bioclipse.adit.ui.scene.Colours;
import net.bioclipse.adit.ui.scene.Painter;
import net.bioclipse.adit.ui.scene.Scene;
import net.bioclipse.adit.ui.scene.Style;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;

/** What is drawn over the picture of a scene: the directions of its cell, and what the picked atoms measure. */
final class SceneOverlay {

    private static final String[] AXES = {"a", "b", "c"};
    /** Colours of a, b and c. */
    private static final int[] ON_LIGHT = {0xC62828, 0x1B7A2F, 0x1A56C4};
    private static final int[] ON_DARK = {0xF28B82, 0x81C995, 0x8AB4F8};
    private static final Color MEASURED = new Color(0xE6, 0x7A, 0x00);
    private static final int ARROW = 26;
    private static final int RING = 9;
    private static final int SMALLEST = 160;

    private final GC gc;
    private final Scene scene;
    private final Camera camera;
    private final Style style;
    private final Rectangle place;

    /** @param place of the scene in the picture */
    SceneOverlay(GC gc, Scene scene, Camera camera, Style style, Rectangle place) {
        this.gc = gc;
        this.scene = scene;
        this.camera = camera;
        this.style = style;
        this.place = place;
    }

    /** The directions of the cell, a red, b green, c blue, in the lower left corner. */
    void axes() {
        float[] edges = scene.edges();
        if (edges.length < 3 * 6 || place.width < SMALLEST) {
            return;
        }
        int[] colours = Colours.bright(style.background()) ? ON_LIGHT : ON_DARK;
        Color before = gc.getForeground();
        gc.setLineWidth(2);
        for (int k = 0; k < AXES.length; k++) {
            gc.setForeground(new Color(colours[k] >> 16, colours[k] >> 8 & 255, colours[k] & 255));
            axis(AXES[k], edges, 6 * k);
        }
        gc.setLineWidth(1);
        gc.setForeground(before);
    }

    /** The first three edges lead from the origin of the cell along a, b and c. */
    private void axis(String name, float[] edges, int at) {
        float[] r = camera.rotation();
        float dx = edges[at + 3] - edges[at];
        float dy = edges[at + 4] - edges[at + 1];
        float dz = edges[at + 5] - edges[at + 2];
        float length = (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
        float right = (r[0] * dx + r[1] * dy + r[2] * dz) / length;
        float up = (r[3] * dx + r[4] * dy + r[5] * dz) / length;
        int x = place.x + 42;
        int y = place.y + place.height - 48;
        gc.drawLine(x, y, x + Math.round(ARROW * right), y - Math.round(ARROW * up));
        // The name stands behind the tip, where the others' names are not: further out for a short arrow.
        float flat = (float) Math.max(0.25, Math.hypot(right, up));
        float reach = ARROW + 9 / flat;
        Point size = gc.textExtent(name);
        gc.drawText(name, x + Math.round(reach * right) - size.x / 2, y - Math.round(reach * up) - size.y / 2, true);
    }

    /** Rings around the picked atoms, lines between them, and what they measure. */
    void measured(List<Integer> atoms, String text) {
        float[] at = Painter.project(scene, camera, style, place.width, place.height);
        gc.setForeground(MEASURED);
        gc.setLineWidth(2);
        gc.setLineStyle(SWT.LINE_DASH);
        for (int i = 0; i < atoms.size(); i++) {
            int x = place.x + Math.round(at[3 * atoms.get(i)]);
            int y = place.y + Math.round(at[3 * atoms.get(i) + 1]);
            gc.drawOval(x - RING, y - RING, 2 * RING, 2 * RING);
            if (i > 0) {
                int last = 3 * atoms.get(i - 1);
                gc.drawLine(place.x + Math.round(at[last]), place.y + Math.round(at[last + 1]), x, y);
            }
        }
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
        gc.drawText(text, place.x + 10, place.y + 26, true);
    }
}
