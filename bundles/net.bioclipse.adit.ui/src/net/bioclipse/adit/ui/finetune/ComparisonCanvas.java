package net.bioclipse.adit.ui.finetune;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.bioclipse.adit.finetuning.Comparison;
import net.bioclipse.adit.finetuning.Comparison.Figure;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Figures of the samples before and after as pairs of bars, with a mark where the data stand. */
final class ComparisonCanvas extends Canvas {

    private static final int MARGIN = 10;
    private static final int BAR = 7;
    private static final int GAP = 10;
    private static final int PERCENT = 120;

    /** A line of the picture: a headline when there is no figure. */
    private record Line(String text, Figure figure) {
    }

    private List<Line> lines = List.of();

    ComparisonCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL);
        setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        setForeground(getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, event -> scale());
        getVerticalBar().addListener(SWT.Selection, event -> redraw());
        getAccessible().addAccessibleListener(new AccessibleAdapter() {

            @Override
            public void getName(AccessibleEvent event) {
                event.result = lines.isEmpty() ? "Figures before and after" : text();
            }
        });
    }

    void show(List<Comparison> comparisons) {
        List<Line> now = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            String kind = comparison.kind().word();
            now.add(new Line(kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1)
                    + "s of one seed, before and after", null));
            comparison.figures().forEach(figure -> now.add(new Line(figure.name(), figure)));
        }
        lines = now;
        setToolTipText(text());
        scale();
        redraw();
    }

    /** All figures in words. */
    private String text() {
        return lines.stream().map(line -> line.figure == null ? line.text : line.text + ": " + percents(line.figure))
                .collect(Collectors.joining("\n"));
    }

    private static String percents(Figure figure) {
        return figure.before().map(share -> TuningTexts.percent(share) + " → ").orElse("")
                + TuningTexts.percent(figure.after())
                + figure.data().map(share -> " (data " + TuningTexts.percent(share) + ")").orElse("");
    }

    private int lineHeight() {
        GC gc = new GC(this);
        int height = gc.getFontMetrics().getHeight();
        gc.dispose();
        return height + 2 * BAR + GAP;
    }

    private void scale() {
        int whole = lines.size() * lineHeight() + 2 * MARGIN;
        int page = Math.max(1, getClientArea().height);
        getVerticalBar().setVisible(whole > page);
        getVerticalBar().setValues(Math.min(getVerticalBar().getSelection(), Math.max(0, whole - page)), 0,
                Math.max(whole, page), page, lineHeight(), page);
    }

    private void paint(GC gc) {
        gc.setAntialias(SWT.ON);
        int top = MARGIN - (getVerticalBar().isVisible() ? getVerticalBar().getSelection() : 0);
        int width = getClientArea().width - 2 * MARGIN;
        int height = gc.getFontMetrics().getHeight();
        for (Line line : lines) {
            if (line.figure == null) {
                gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
                gc.drawText(line.text, MARGIN, top + GAP / 2, true);
                gc.setFont(null);
                top += height + GAP;
            } else {
                figure(gc, line, top, width, height);
                top += height + 2 * BAR + GAP;
            }
        }
    }

    private void figure(GC gc, Line line, int top, int width, int height) {
        String percents = percents(line.figure);
        Point size = gc.textExtent(percents);
        gc.drawText(line.text, MARGIN, top, true);
        gc.drawText(percents, MARGIN + Math.max(PERCENT, width) - size.x, top, true);
        int y = top + height + 2;
        line.figure.before().ifPresent(share -> bar(gc, share, y, width, grey()));
        bar(gc, line.figure.after(), y + BAR, width, blue());
        line.figure.data().ifPresent(share -> {
            int x = MARGIN + (int) Math.round(share * width);
            gc.setLineWidth(2);
            gc.drawLine(x, y - 2, x, y + 2 * BAR + 1);
            gc.setLineWidth(1);
        });
    }

    private void bar(GC gc, double share, int y, int width, Color colour) {
        gc.setBackground(colour);
        gc.setAlpha(40);
        gc.fillRectangle(MARGIN, y, width, BAR - 1);
        gc.setAlpha(255);
        gc.fillRectangle(MARGIN, y, Math.max(1, (int) Math.round(Math.min(1, share) * width)), BAR - 1);
        gc.setBackground(getBackground());
    }

    private static Color grey() {
        return new Color(0x9A, 0xA3, 0xAB);
    }

    private static Color blue() {
        return new Color(0x2F, 0x7F, 0x9E);
    }
}
