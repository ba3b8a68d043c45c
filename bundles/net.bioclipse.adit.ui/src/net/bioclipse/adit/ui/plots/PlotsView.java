package net.bioclipse.adit.ui.plots;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.results.Images;
import net.bioclipse.adit.ui.results.ResultsWatcher;
import net.bioclipse.adit.ui.results.ViewBar;
import net.bioclipse.adit.ui.rows.Column;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.ResultsModel.Change;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.part.ViewPart;

/** Histogram, scatter plot and funnel of the rows shown. A rectangle drawn with the mouse selects the rows in it. */
public final class PlotsView extends ViewPart implements ResultsWatcher.Viewer {

    private static final int PAUSE = 120;
    private static final List<String> KINDS = List.of("Histogram", "Scatter", "Funnel");

    private Combo kind;
    private ViewBar across;
    private Combo horizontal;
    private ViewBar upwards;
    private Combo vertical;
    private Canvas canvas;
    private ResultsWatcher watcher;
    private ResultsModel results;
    private List<Column> columns = List.of();
    private Chart chart;
    private Chart.Colours drawnIn;
    private PlotData data;
    private Image image;
    private Rectangle band;
    private Job job;

    @Override
    public void createPartControl(Composite parent) {
        ViewBar bar = ViewBar.above(parent);
        kind = bar.choice("What is plotted", KINDS, this::redraw);
        across = bar.group();
        across.label("x");
        horizontal = across.choice("Column from left to right", List.of(), this::redraw);
        upwards = bar.group();
        upwards.label("y");
        vertical = upwards.choice("Column from bottom to top", List.of(), this::redraw);
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        ViewBar.sheet(canvas);
        AditUi.name(canvas, "Plot of the table's rows; a rectangle drawn with the mouse selects the rows in it");
        canvas.addListener(SWT.Paint, e -> paint(e.gc));
        canvas.addListener(SWT.Resize, e -> redraw());
        canvas.addListener(SWT.MouseDown, e -> band = e.button == 1 ? new Rectangle(e.x, e.y, 0, 0) : null);
        canvas.addListener(SWT.MouseMove, this::drag);
        canvas.addListener(SWT.MouseUp, this::release);
        canvas.addListener(SWT.Dispose, e -> {
            if (image != null) {
                image.dispose();
            }
        });
        watcher = new ResultsWatcher(getSite().getPage(), parent.getDisplay(), this);
    }

    @Override
    public void show(ResultsModel now) {
        results = now;
        columns = List.of();
        changed(EnumSet.allOf(Change.class));
    }

    @Override
    public void changed(Set<Change> changes) {
        if (canvas == null || canvas.isDisposed() || changes.equals(EnumSet.of(Change.HIGHLIGHT))) {
            return;
        }
        List<Column> now = results == null ? List.of() : results.table().numericColumns();
        if (!now.equals(columns)) {
            fill(horizontal, now, Math.min(1, now.size() - 1));
            fill(vertical, now, now.size() > 2 ? 2 : now.size() - 1);
            columns = now;
        }
        redraw();
    }

    private static void fill(Combo combo, List<Column> columns, int usual) {
        String before = combo.getText();
        combo.setItems(columns.stream().map(Column::title).toArray(String[]::new));
        int same = before.equals(columns.isEmpty() ? "" : columns.get(0).title()) ? -1 : combo.indexOf(before);
        combo.select(same >= 0 ? same : usual);
        combo.requestLayout();
    }

    /** Draws anew in the background; the picture so far stays until then. */
    private void redraw() {
        Rectangle area = canvas.getClientArea();
        across.shown(!columns.isEmpty() && kind.getSelectionIndex() != 2);
        upwards.shown(!columns.isEmpty() && kind.getSelectionIndex() == 1);
        if (results == null || columns.isEmpty() || area.width < 40 || area.height < 40) {
            if (results == null) {
                chart = null;
            }
            canvas.redraw();
            return;
        }
        ResultsModel of = results;
        int what = kind.getSelectionIndex();
        Column x = columns.get(Math.max(0, horizontal.getSelectionIndex()));
        Column y = what == 1 ? columns.get(Math.max(0, vertical.getSelectionIndex())) : null;
        Chart.Colours colours = colours();
        drawnIn = colours;
        if (job != null) {
            job.cancel();
        }
        job = new Job("Plotting") {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                PlotData points = PlotData.of(of, x, y);
                Chart drawn = switch (what) {
                    case 0 -> Chart.histogram(points, x.title(), colours, area.width, area.height);
                    case 1 -> Chart.scatter(points, x.title(), y.title(), colours, area.width, area.height);
                    default -> Chart.funnel(Funnel.of(of), colours, area.width, area.height);
                };
                ImageData picture = Images.data(drawn.image());
                if (!monitor.isCanceled() && !canvas.isDisposed()) {
                    canvas.getDisplay().asyncExec(() -> arrived(this, points, drawn, picture));
                }
                return Status.OK_STATUS;
            }
        };
        job.setSystem(true);
        job.schedule(PAUSE);
    }

    private Chart.Colours colours() {
        return new Chart.Colours(Images.rgb(canvas.getBackground()), Images.rgb(canvas.getForeground()));
    }

    private void arrived(Job from, PlotData points, Chart drawn, ImageData picture) {
        if (from == job && !canvas.isDisposed()) {
            data = points;
            chart = drawn;
            if (image != null) {
                image.dispose();
            }
            image = new Image(canvas.getDisplay(), picture);
            canvas.redraw();
        }
    }

    private void paint(GC gc) {
        if (chart == null || image == null) {
            gc.drawText("Open a results table to plot its columns.", 12, 10, true);
            return;
        }
        if (!colours().equals(drawnIn)) {
            // The theme has changed since.
            redraw();
        }
        gc.drawImage(image, 0, 0);
        if (band != null && (band.width != 0 || band.height != 0)) {
            gc.setAlpha(60);
            gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
            gc.fillRectangle(normal(band));
            gc.setAlpha(255);
            gc.drawRectangle(normal(band));
        }
    }

    private static Rectangle normal(Rectangle r) {
        return new Rectangle(Math.min(r.x, r.x + r.width), Math.min(r.y, r.y + r.height), Math.abs(r.width),
                Math.abs(r.height));
    }

    private void drag(Event e) {
        if (band != null) {
            band.width = e.x - band.x;
            band.height = e.y - band.y;
            canvas.redraw();
        }
    }

    private void release(Event e) {
        if (band == null || chart == null || !chart.hasValues() || results == null) {
            band = null;
            return;
        }
        Rectangle chosen = normal(band);
        band = null;
        // A click chooses the bar or the points at hand.
        int grow = chosen.width + chosen.height < 4 ? 3 : 0;
        select(chosen.x - grow, chosen.y - grow, chosen.x + chosen.width + grow, chosen.y + chosen.height + grow);
        canvas.redraw();
    }

    /** Selects the rows whose points lie between two corners of the picture. */
    void select(int left, int top, int right, int bottom) {
        results.select(data.within(chart.x(left), chart.x(right), chart.y(bottom), chart.y(top)));
    }

    /** The plot as it is seen; null while there is none. */
    public ImageData picture() {
        return image == null ? null : image.getImageData();
    }

    @Override
    public void setFocus() {
        canvas.setFocus();
    }

    @Override
    public void dispose() {
        watcher.close();
        super.dispose();
    }
}
