package net.bioclipse.adit.ui.view3d;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import net.bioclipse.adit.ui.results.Images;
import net.bioclipse.adit.ui.scene.Camera;
import net.bioclipse.adit.ui.scene.Measurement;
import net.bioclipse.adit.ui.scene.Painter;
import net.bioclipse.adit.ui.scene.Scene;
import net.bioclipse.adit.ui.scene.SceneSvg;
import net.bioclipse.adit.ui.scene.Style;
import net.bioclipse.adit.ui.scene.Tiling;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * Shows scenes and lets people turn them: drag turns, with Shift it moves, with Alt it rolls; the wheel zooms; a click picks
 * atoms and measures. Painting happens in a thread of its own; the window only shows the last picture.
 */
final class SceneCanvas extends Canvas {

    /** What is shown: a scene, its caption, the atoms that stand out. */
    record Shown(Scene scene, String caption, Set<Integer> highlighted) {
    }

    /** Colours of a, b and c. */
    private static final int[] ON_LIGHT = {0xC62828, 0x1B7A2F, 0x1A56C4};
    private static final int[] ON_DARK = {0xF28B82, 0x81C995, 0x8AB4F8};
    private static final float TURN = 0.01f;
    private static final float WHEEL = 1.12f;
    private static final float KEY_TURN = 0.12f;
    /** Above this number of atoms a picture is made coarse while it moves. */
    private static final int SMOOTH_WHILE_MOVING = 1500;
    private static final int SMOOTH_AT_REST = 80_000;

    private final ExecutorService painting = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "ADiT 3D view");
        thread.setDaemon(true);
        return thread;
    });
    private List<Shown> shown = List.of();
    private Camera camera = Camera.USUAL;
    private Style style = Style.USUAL;
    private Tiling tiling;
    private Image image;
    private boolean busy;
    private boolean again;
    private boolean moving;
    private int lastX;
    private int lastY;
    private boolean dragged;
    private final Measurement measurement = new Measurement();
    private int measuredTile = -1;
    private String message = "";
    private Consumer<String> onMeasured = text -> { };

    SceneCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        addListener(SWT.Paint, e -> paint(e.gc));
        addListener(SWT.Resize, e -> request());
        addListener(SWT.MouseDown, this::mouseDown);
        addListener(SWT.MouseMove, this::mouseMove);
        addListener(SWT.MouseUp, this::mouseUp);
        addListener(SWT.MouseWheel, e -> camera(camera.zoomed(e.count > 0 ? WHEEL : 1 / WHEEL)));
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Dispose, e -> {
            painting.shutdownNow();
            if (image != null) {
                image.dispose();
            }
        });
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = "Structures in space: " + String.join(", ", shown.stream().map(each -> each.caption() + ", "
                        + each.scene().atomCount() + " atoms and " + each.scene().bondCount() + " bonds drawn").toList());
            }
        });
    }

    /** Shows these from now on, from where the last ones were seen. */
    void show(List<Shown> scenes, String text) {
        shown = List.copyOf(scenes);
        message = text;
        measurement.clear();
        measuredTile = -1;
        request();
    }

    /** Other atoms stand out. */
    void highlight(List<Set<Integer>> atoms) {
        List<Shown> now = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            now.add(new Shown(shown.get(i).scene(), shown.get(i).caption(), i < atoms.size() ? atoms.get(i) : Set.of()));
        }
        shown = now;
        request();
    }

    List<Shown> shown() {
        return shown;
    }

    Camera camera() {
        return camera;
    }

    void camera(Camera from) {
        camera = from;
        request();
    }

    Style style() {
        return style;
    }

    void style(Style how) {
        style = how;
        request();
    }

    /** What is seen as SVG. */
    String svg() {
        Rectangle area = getClientArea();
        return SceneSvg.tiled(scenes(), camera, style, highlights(), area.width, area.height);
    }

    /** The picture as it is, at twice its size. */
    ImageData picture() {
        Rectangle area = getClientArea();
        Style fine = new Style(style.shape(), style.background(), style.hydrogens(), style.cell(), true);
        Camera closer = new Camera(camera.rotation(), camera.zoom(), 2 * camera.shiftX(), 2 * camera.shiftY());
        return Images.data(Tiling.paint(scenes(), closer, fine, highlights(), 2 * area.width, 2 * area.height)
                .joined(style.background()));
    }

    /** Told what the picked atoms measure now. */
    void onMeasured(Consumer<String> listener) {
        onMeasured = listener;
    }

    /** What the picked atoms measure, "O1–H2  0.960 Å"; empty when none is picked. */
    String measured() {
        return measuredTile < 0 || measuredTile >= shown.size() ? "" : measurement.text(shown.get(measuredTile).scene());
    }

    private List<Scene> scenes() {
        return shown.stream().map(Shown::scene).toList();
    }

    private List<Set<Integer>> highlights() {
        return shown.stream().map(Shown::highlighted).toList();
    }

    private void request() {
        Rectangle area = getClientArea();
        if (area.width < 2 || area.height < 2 || shown.isEmpty()) {
            redraw();
            return;
        }
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        int atoms = shown.stream().mapToInt(s -> s.scene().atomCount()).sum();
        boolean smooth = atoms <= (moving ? SMOOTH_WHILE_MOVING : SMOOTH_AT_REST);
        style = new Style(style.shape(), Images.rgb(getBackground()), style.hydrogens(), style.cell(), true);
        Style now = new Style(style.shape(), Images.rgb(getBackground()), style.hydrogens(), style.cell(), smooth);
        List<Scene> scenes = scenes();
        List<Set<Integer>> highlights = highlights();
        Camera from = camera;
        painting.execute(() -> {
            Tiling painted = Tiling.paint(scenes, from, now, highlights, area.width, area.height);
            ImageData data = Images.data(painted.joined(now.background()));
            if (!isDisposed()) {
                getDisplay().asyncExec(() -> arrived(painted, data));
            }
        });
    }

    private void arrived(Tiling painted, ImageData data) {
        if (isDisposed()) {
            return;
        }
        busy = false;
        tiling = painted;
        if (image != null) {
            image.dispose();
        }
        image = new Image(getDisplay(), data);
        redraw();
        if (again) {
            again = false;
            request();
        }
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(getBackground());
        gc.setForeground(getForeground());
        gc.fillRectangle(area);
        gc.setAntialias(SWT.ON);
        if (shown.isEmpty() || image == null) {
            gc.drawText(message, 12, 10, true);
            return;
        }
        if (Images.rgb(getBackground()) != style.background()) {
            // The theme has changed since.
            request();
        }
        gc.drawImage(image, 0, 0);
        for (int i = 0; i < Math.min(shown.size(), tiling.places().size()); i++) {
            java.awt.Rectangle place = tiling.places().get(i);
            gc.drawText(shown.get(i).caption(), place.x + 10, place.y + 6, true);
            axes(gc, i, place);
        }
        if (!message.isEmpty()) {
            gc.drawText(message, 10, area.height - 24, true);
        }
        measured(gc);
    }

    /** The directions of the cell, a red, b green, c blue. */
    private void axes(GC gc, int i, java.awt.Rectangle place) {
        float[] edges = shown.get(i).scene().edges();
        if (edges.length < 18 || place.width < 160) {
            return;
        }
        float[] r = camera.rotation();
        int x = place.x + 42;
        int y = place.y + place.height - 48;
        String[] names = {"a", "b", "c"};
        int[] colours = Painter.bright(style.background()) ? ON_LIGHT : ON_DARK;
        gc.setLineWidth(2);
        for (int k = 0; k < 3; k++) {
            // The first three edges lead from the origin of the cell along a, b and c.
            float dx = edges[6 * k + 3] - edges[6 * k];
            float dy = edges[6 * k + 4] - edges[6 * k + 1];
            float dz = edges[6 * k + 5] - edges[6 * k + 2];
            float length = (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
            int toX = x + Math.round(26 * (r[0] * dx + r[1] * dy + r[2] * dz) / length);
            int toY = y - Math.round(26 * (r[3] * dx + r[4] * dy + r[5] * dz) / length);
            gc.setForeground(new Color(colours[k] >> 16, colours[k] >> 8 & 255, colours[k] & 255));
            gc.drawLine(x, y, toX, toY);
            gc.drawText(names[k], toX + (toX >= x ? 3 : -10), toY - 8, true);
        }
        gc.setLineWidth(1);
        gc.setForeground(getForeground());
    }

    private void measured(GC gc) {
        if (measuredTile < 0 || measuredTile >= shown.size()) {
            return;
        }
        Scene scene = shown.get(measuredTile).scene();
        java.awt.Rectangle place = tiling.places().get(measuredTile);
        float[] at = Painter.project(scene, camera, style, place.width, place.height);
        List<Integer> atoms = measurement.atoms();
        gc.setForeground(new Color(0xE6, 0x7A, 0x00));
        gc.setLineWidth(2);
        gc.setLineStyle(SWT.LINE_DASH);
        for (int i = 0; i < atoms.size(); i++) {
            int x = place.x + Math.round(at[3 * atoms.get(i)]);
            int y = place.y + Math.round(at[3 * atoms.get(i) + 1]);
            gc.drawOval(x - 9, y - 9, 18, 18);
            if (i > 0) {
                int last = 3 * atoms.get(i - 1);
                gc.drawLine(place.x + Math.round(at[last]), place.y + Math.round(at[last + 1]), x, y);
            }
        }
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
        gc.drawText(measured(), place.x + 10, place.y + 26, true);
    }

    private void mouseDown(Event e) {
        forceFocus();
        lastX = e.x;
        lastY = e.y;
        dragged = false;
        moving = e.button == 1 || e.button == 2;
    }

    private void mouseMove(Event e) {
        if (!moving || !dragged && Math.abs(e.x - lastX) + Math.abs(e.y - lastY) < 4) {
            return;
        }
        dragged = true;
        float dx = e.x - lastX;
        float dy = e.y - lastY;
        lastX = e.x;
        lastY = e.y;
        if ((e.stateMask & SWT.SHIFT) != 0 || (e.stateMask & SWT.BUTTON2) != 0) {
            camera(camera.shifted(dx, dy));
        } else if ((e.stateMask & SWT.ALT) != 0) {
            camera(camera.rolled(-dx * TURN));
        } else {
            camera(camera.turned(dx * TURN, dy * TURN));
        }
    }

    private void mouseUp(Event e) {
        boolean click = moving && !dragged && e.button == 1;
        moving = false;
        if (click) {
            pick(e.x, e.y);
        }
        request();
    }

    /** Picks the atom at a point for measuring; a click beside all atoms forgets what was picked. */
    void pick(int x, int y) {
        int atom = tiling == null ? -1 : tiling.atomAt(x, y);
        int tile = tiling == null ? -1 : tiling.tileAt(x, y);
        if (atom < 0 || tile != measuredTile) {
            measurement.clear();
        }
        measuredTile = tile;
        if (atom >= 0) {
            measurement.pick(atom);
        }
        onMeasured.accept(measured());
        redraw();
    }

    private void key(Event e) {
        switch (e.keyCode) {
            case SWT.ARROW_LEFT -> camera(camera.turned(-KEY_TURN, 0));
            case SWT.ARROW_RIGHT -> camera(camera.turned(KEY_TURN, 0));
            case SWT.ARROW_UP -> camera(camera.turned(0, -KEY_TURN));
            case SWT.ARROW_DOWN -> camera(camera.turned(0, KEY_TURN));
            case '+', '=', SWT.KEYPAD_ADD -> camera(camera.zoomed(WHEEL));
            case '-', SWT.KEYPAD_SUBTRACT -> camera(camera.zoomed(1 / WHEEL));
            case SWT.HOME -> camera(Camera.USUAL);
            default -> { }
        }
    }
}
