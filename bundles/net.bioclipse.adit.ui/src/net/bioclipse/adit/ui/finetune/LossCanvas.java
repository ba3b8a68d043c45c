package net.bioclipse.adit.ui.finetune;

import java.awt.image.BufferedImage;
import java.util.List;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.results.Images;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The losses of a training as curves. They are drawn in the background; the last picture stays until the next is there. */
final class LossCanvas extends Canvas {

    private static final int SMALLEST = 60;
    private static final String WHAT = "Loss of the structures that are learned from, and of those that judge the learning";

    private List<LossHistory.Stage> stages = List.of();
    private String otherwise = "";
    private Image image;
    private Job drawing;
    private boolean stale;

    LossCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        setToolTipText(WHAT);
        AditUi.name(this, WHAT);
        setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        setForeground(getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, event -> draw());
        addListener(SWT.Dispose, event -> forget());
    }

    /** @param instead what is said while there are no losses */
    void show(List<LossHistory.Stage> losses, String instead) {
        stages = losses;
        otherwise = instead;
        draw();
    }

    private void draw() {
        Rectangle area = getClientArea();
        if (stages.isEmpty() || area.width < SMALLEST || area.height < SMALLEST) {
            forget();
            redraw();
            return;
        }
        if (drawing != null && drawing.getState() != Job.NONE) {
            stale = true;
            return;
        }
        List<LossHistory.Stage> now = stages;
        int background = Images.rgb(getBackground());
        int foreground = Images.rgb(getForeground());
        drawing = Job.create("Drawing losses", monitor -> {
            BufferedImage drawn = LossChart.draw(now, background, foreground, area.width, area.height);
            ImageData data = Images.data(drawn);
            if (!isDisposed()) {
                getDisplay().asyncExec(() -> arrived(data));
            }
            return Status.OK_STATUS;
        });
        drawing.setSystem(true);
        drawing.schedule();
    }

    private void arrived(ImageData data) {
        if (isDisposed()) {
            return;
        }
        forget();
        image = new Image(getDisplay(), data);
        redraw();
        drawing = null;
        if (stale) {
            stale = false;
            draw();
        }
    }

    private void paint(GC gc) {
        if (image != null) {
            gc.drawImage(image, 0, 0);
        } else {
            gc.drawText(otherwise, 12, 10, true);
        }
    }

    private void forget() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }
}
