package net.bioclipse.adit.ui.results;

import java.util.Arrays;
import net.bioclipse.adit.ui.rows.NumberText;
import net.bioclipse.adit.ui.scene.Colours;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** A range of numbers set with two handles over a small histogram of a column. Arrow keys move the handle used last. */
final class RangeSlider extends Canvas {

    private static final int BINS = 40;
    private static final int INSET = 8;

    private final String title;
    private final Runnable onChange;
    private final int[] bins = new int[BINS];
    private double least;
    private double most = 1;
    private double low;
    private double high = 1;
    private boolean movesHigh;
    private boolean dragging;

    RangeSlider(Composite parent, String title, double[] values, Runnable onChange) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.title = title;
        this.onChange = onChange;
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (finite.length > 0) {
            least = Arrays.stream(finite).min().getAsDouble();
            most = Arrays.stream(finite).max().getAsDouble();
        }
        for (double value : finite) {
            bins[most > least ? (int) Math.min(BINS - 1, (value - least) / (most - least) * BINS) : 0]++;
        }
        low = least;
        high = most;
        setToolTipText("Rows with " + title + " in this range; drag the handles, or use the arrow keys");
        addListener(SWT.Paint, e -> paint(e.gc));
        addListener(SWT.MouseDown, this::grab);
        addListener(SWT.MouseMove, e -> drag(e.x));
        addListener(SWT.MouseUp, e -> dragging = false);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.FocusIn, e -> redraw());
        addListener(SWT.FocusOut, e -> redraw());
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = title + " from " + NumberText.of(low) + " to " + NumberText.of(high);
            }
        });
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /** Whether the range leaves anything out. */
    boolean narrowed() {
        return low > least || high < most;
    }

    @Override
    public Point computeSize(int wide, int tall, boolean changed) {
        return new Point(wide == SWT.DEFAULT ? 200 : wide, tall == SWT.DEFAULT ? 46 : tall);
    }

    private int place(double value) {
        int span = getClientArea().width - 2 * INSET;
        return INSET + (most > least ? (int) Math.round((value - least) / (most - least) * span) : 0);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        int base = area.height - 16;
        int tallest = Math.max(1, Arrays.stream(bins).max().getAsInt());
        double wide = (area.width - 2.0 * INSET) / BINS;
        Color chosen = getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION);
        int pale = Colours.mixed(Images.rgb(getBackground()), Images.rgb(getForeground()), 0.35f);
        Color other = new Color(pale >> 16, pale >> 8 & 255, pale & 255);
        for (int i = 0; i < BINS; i++) {
            double middle = least + (i + 0.5) / BINS * (most - least);
            gc.setBackground(middle >= low && middle <= high ? chosen : other);
            int tall = bins[i] == 0 ? 0 : Math.max(1, bins[i] * (base - 4) / tallest);
            gc.fillRectangle(INSET + (int) (i * wide), base - tall, Math.max(1, (int) wide), tall);
        }
        gc.setForeground(getForeground());
        gc.drawLine(INSET, base, area.width - INSET, base);
        gc.setAntialias(SWT.ON);
        gc.setBackground(gc.getForeground());
        for (double value : new double[] {low, high}) {
            gc.fillPolygon(new int[] {place(value) - 5, base + 7, place(value) + 5, base + 7, place(value), base});
        }
        String from = NumberText.of(low);
        String to = NumberText.of(high);
        gc.drawText(title, INSET, 0, true);
        gc.drawText(from + " – " + to, area.width - INSET - gc.textExtent(from + " – " + to).x, 0, true);
        if (isFocusControl()) {
            gc.drawFocus(0, 0, area.width, area.height);
        }
    }

    private void grab(Event e) {
        forceFocus();
        movesHigh = Math.abs(e.x - place(high)) < Math.abs(e.x - place(low)) || e.x > place(high);
        dragging = true;
        drag(e.x);
    }

    private void drag(int x) {
        if (dragging) {
            double share = (x - INSET) / Math.max(1.0, getClientArea().width - 2.0 * INSET);
            set(least + Math.max(0, Math.min(1, share)) * (most - least));
        }
    }

    private void key(Event e) {
        double step = (most - least) / 100;
        if (e.keyCode == SWT.ARROW_LEFT || e.keyCode == SWT.ARROW_RIGHT) {
            set((movesHigh ? high : low) + (e.keyCode == SWT.ARROW_LEFT ? -step : step));
        }
    }

    private void set(double value) {
        double bounded = Math.max(least, Math.min(most, value));
        if (movesHigh) {
            high = Math.max(low, bounded);
        } else {
            low = Math.min(high, bounded);
        }
        redraw();
        onChange.run();
    }
}
