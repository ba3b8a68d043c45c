package net.bioclipse.adit.ui.view3d;

import net.bioclipse.adit.ui.scene.Camera;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** Turns, moves and zooms what a canvas shows, by mouse and by keys; a click without a drag picks an atom. */
final class CameraControl {

    private static final float TURN = 0.01f;
    private static final float WHEEL = 1.12f;
    private static final float KEY_TURN = 0.12f;
    private static final int SHAKE = 4;

    private final SceneCanvas canvas;
    private boolean moving;
    private boolean dragged;
    private int lastX;
    private int lastY;

    CameraControl(SceneCanvas canvas) {
        this.canvas = canvas;
        canvas.addListener(SWT.MouseDown, this::mouseDown);
        canvas.addListener(SWT.MouseMove, this::mouseMove);
        canvas.addListener(SWT.MouseUp, this::mouseUp);
        canvas.addListener(SWT.MouseWheel, e -> zoom(e.count > 0));
        canvas.addListener(SWT.KeyDown, this::key);
        // Otherwise the arrow keys would go to another control.
        canvas.addListener(SWT.Traverse, e -> e.doit = e.detail != SWT.TRAVERSE_ARROW_NEXT
                && e.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
    }

    /** Whether a button of the mouse is held. */
    boolean moving() {
        return moving;
    }

    private void mouseDown(Event e) {
        canvas.forceFocus();
        lastX = e.x;
        lastY = e.y;
        dragged = false;
        moving = e.button == 1 || e.button == 2;
    }

    private void mouseMove(Event e) {
        if (!moving || !dragged && Math.abs(e.x - lastX) + Math.abs(e.y - lastY) < SHAKE) {
            return;
        }
        dragged = true;
        float dx = e.x - lastX;
        float dy = e.y - lastY;
        lastX = e.x;
        lastY = e.y;
        if ((e.stateMask & SWT.SHIFT) != 0 || (e.stateMask & SWT.BUTTON2) != 0) {
            canvas.camera(canvas.camera().shifted(dx, dy));
        } else if ((e.stateMask & SWT.ALT) != 0) {
            canvas.camera(canvas.camera().rolled(-dx * TURN));
        } else {
            turn(dx * TURN, dy * TURN);
        }
    }

    private void mouseUp(Event e) {
        boolean click = moving && !dragged && e.button == 1;
        moving = false;
        if (click) {
            canvas.pick(e.x, e.y);
        }
        canvas.request();
    }

    private void key(Event e) {
        switch (e.keyCode) {
            case SWT.ARROW_LEFT -> turn(-KEY_TURN, 0);
            case SWT.ARROW_RIGHT -> turn(KEY_TURN, 0);
            case SWT.ARROW_UP -> turn(0, -KEY_TURN);
            case SWT.ARROW_DOWN -> turn(0, KEY_TURN);
            case '+', '=', SWT.KEYPAD_ADD -> zoom(true);
            case '-', SWT.KEYPAD_SUBTRACT -> zoom(false);
            case SWT.HOME -> canvas.camera(Camera.USUAL);
            default -> { }
        }
    }

    private void turn(float right, float down) {
        canvas.camera(canvas.camera().turned(right, down));
    }

    private void zoom(boolean closer) {
        canvas.camera(canvas.camera().zoomed(closer ? WHEEL : 1 / WHEEL));
    }
}
