package net.bioclipse.adit.ui.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.ui.rows.Column;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.Verdict;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;

/** What the cells of the results table look like. Of the window's thread. */
final class RowCells implements RowGrid.Content {

    /** Stands for the column of pictures, which has no values. */
    static final Column PICTURE = new Column("picture", "Structure", false,
            "Drawing of a molecule, or the cell of a crystal");

    private static final int MARGIN = 6;
    private static final int MOST_IMAGES = 120;
    private static final RGB STAR = new RGB(0xE8, 0xA2, 0x00);
    /** Told from white and from dark grey alike. */
    private static final Map<Verdict, RGB> COLOURS = Map.of(Verdict.VALID, new RGB(0x3D, 0x9A, 0x43), Verdict.DOUBTFUL,
            new RGB(0xC6, 0x7A, 0x0E), Verdict.INVALID, new RGB(0xD6, 0x45, 0x41), Verdict.UNREADABLE,
            new RGB(0xA4, 0x5F, 0xC0));

    private final Display display;
    private final ResultsModel model;
    private final Thumbnails thumbnails;
    private List<Column> columns = List.of();
    private final Map<Integer, Image> images = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Image> eldest) {
            boolean tooMany = size() > MOST_IMAGES;
            if (tooMany) {
                eldest.getValue().dispose();
            }
            return tooMany;
        }
    };

    RowCells(Display display, ResultsModel model, Thumbnails thumbnails) {
        this.display = display;
        this.model = model;
        this.thumbnails = thumbnails;
    }

    void columns(List<Column> shown) {
        columns = List.copyOf(shown);
    }

    /** Pictures have another size now. */
    void forgetImages() {
        images.values().forEach(Image::dispose);
        images.clear();
    }

    @Override
    public int rowCount() {
        return model.shown().length;
    }

    @Override
    public void paint(GC gc, int place, int column, Rectangle cell) {
        int[] shown = model.shown();
        if (place >= shown.length) {
            return;
        }
        int row = shown[place];
        Column what = columns.get(column);
        if (what.equals(PICTURE)) {
            picture(gc, row, cell);
        } else if (what.equals(Column.VERDICT)) {
            verdict(gc, row, cell);
        } else if (what.equals(Column.NUMBER)) {
            if (model.edits().marked(row)) {
                Color text = gc.getForeground();
                gc.setForeground(new Color(STAR));
                gc.drawText("★", cell.x + MARGIN, middle(gc, cell), true);
                gc.setForeground(text);
            }
            right(gc, model.table().text(what, row), cell);
        } else if (what.numeric()) {
            right(gc, model.table().text(what, row), cell);
        } else {
            String text = model.table().text(what, row);
            wrapped(gc, what.equals(Column.FORMULA) ? FormulaText.of(text) : text, cell);
        }
    }

    private void picture(GC gc, int row, Rectangle cell) {
        Image image = images.get(row);
        if (image == null) {
            Optional<ImageData> data = thumbnails.get(row);
            if (data == null || data.isEmpty()) {
                gc.setForeground(display.getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
                gc.drawText(data == null ? "…" : "no picture", cell.x + MARGIN, middle(gc, cell), true);
                return;
            }
            image = new Image(display, data.get());
            images.put(row, image);
        }
        Rectangle size = image.getBounds();
        gc.setBackground(display.getSystemColor(SWT.COLOR_WHITE));
        gc.fillRectangle(cell.x + 1, cell.y + 1, cell.width - 2, cell.height - 2);
        gc.drawImage(image, cell.x + (cell.width - size.width) / 2, cell.y + (cell.height - size.height) / 2);
    }

    private void verdict(GC gc, int row, Rectangle cell) {
        Verdict verdict = model.table().verdict(row);
        if (verdict == Verdict.PENDING) {
            return;
        }
        int middle = cell.y + cell.height / 2;
        gc.setAntialias(SWT.ON);
        gc.setBackground(new Color(COLOURS.get(verdict)));
        gc.fillOval(cell.x + MARGIN, middle - 5, 10, 10);
        gc.drawText(verdict.word(), cell.x + MARGIN + 16, middle(gc, cell), true);
    }

    private static int middle(GC gc, Rectangle cell) {
        return cell.y + (cell.height - gc.getFontMetrics().getHeight()) / 2;
    }

    private static void right(GC gc, String text, Rectangle cell) {
        gc.drawText(text, cell.x + cell.width - MARGIN - gc.textExtent(text).x, middle(gc, cell), true);
    }

    /** As many lines as fit, broken at blanks where there are any: SMILES and keys have none. */
    private static void wrapped(GC gc, String text, Rectangle cell) {
        double wide = Math.max(1, gc.getFontMetrics().getAverageCharacterWidth());
        int perLine = Math.max(4, (int) ((cell.width - 2 * MARGIN) / wide));
        int lineHeight = gc.getFontMetrics().getHeight();
        List<String> lines = WrappedText.lines(text, perLine, Math.max(1, (cell.height - 4) / lineHeight));
        int y = cell.y + (cell.height - lines.size() * lineHeight) / 2;
        for (int i = 0; i < lines.size(); i++) {
            gc.drawText(lines.get(i), cell.x + MARGIN, y + i * lineHeight, true);
        }
    }
}
