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
import net.bioclipse.adit.ui.scene.Scene;
import net.bioclipse.adit.ui.scene.SceneSvg;
import net.bioclipse.adit.ui.scene.Style;
import net.bioclipse.adit.ui.scene.Tiling;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * Shows scenes and lets people turn them: drag turns, with Shift it moves, with Alt it rolls; the wheel zooms; a click picks
 * atoms and measures. Painting happens in a thread of its own; the window only shows the last picture.
 */
final class SceneCanvas extends Canvas {

    /** What is shown: a scene, its caption, the atoms that stand out. */
    record Shown(Scene scene, String caption, Set<Integer> highlighted) {
    }

    /** Above this number of atoms a picture is made coarse while it moves. */
    private static final int SMOOTH_WHILE_MOVING = 1500;
    private static final int SMOOTH_AT_REST = 80_000;
    private static final int CAPTION = 10;

    private final ExecutorService painting = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "ADiT 3D view");
        thread.setDaemon(true);
        return thread;
    });
    private List<Shown> shown = List.of();
    private final CameraControl control;
    private Camera camera = Camera.USUAL;
    private Style style = Style.USUAL;
    private Tiling tiling;
    private Image image;
    private boolean busy;
    private boolean again;
    private final Measurement measurement = new Measurement();
    private int measuredTile = -1;
    private String message = "";
    private Consumer<String> onMeasured = text -> { };

    SceneCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        addListener(SWT.Paint, e -> paint(e.gc));
        addListener(SWT.Resize, e -> request());
        control = new CameraControl(this);
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

    /** Draws anew, in the background. */
    void request() {
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
        boolean smooth = atoms <= (control.moving() ? SMOOTH_WHILE_MOVING : SMOOTH_AT_REST);
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
            caption(gc, shown.get(i).caption(), place);
            overlay(i, gc).axes();
        }
        if (!message.isEmpty()) {
            gc.drawText(message, 10, area.height - 24, true);
        }
        if (measuredTile >= 0 && measuredTile < shown.size()) {
            overlay(measuredTile, gc).measured(measurement.atoms(), measured());
        }
    }

    /** Where many scenes stand side by side there is room for the formula alone, or for a part of it. */
    private static void caption(GC gc, String text, java.awt.Rectangle place) {
        boolean fits = gc.textExtent(text).x + 2 * CAPTION <= place.width;
        gc.setClipping(place.x, place.y, place.width, place.height);
        gc.drawText(fits ? text : text.split("  ")[0], place.x + CAPTION, place.y + 6, true);
        gc.setClipping((Rectangle) null);
    }

    private SceneOverlay overlay(int tile, GC gc) {
        return new SceneOverlay(gc, shown.get(tile).scene(), camera, style, tiling.places().get(tile));
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
}
