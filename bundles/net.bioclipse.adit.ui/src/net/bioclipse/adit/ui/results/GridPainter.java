package net.bioclipse.adit.ui.results;

import net.bioclipse.adit.ui.scene.Colours;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;

/** Paints the rows and heads of a grid in colours that fit a light theme and a dark one. */
final class GridPainter {

    private static final float LINE = 0.14f;
    private static final float HEAD = 0.05f;
    /** Share of the selection's colour behind selected rows: drawings and colours of text stay readable on it. */
    private static final float SELECTED = 0.24f;
    private static final int MARGIN = 6;
    private static final int ARROW = 4;

    private final Control grid;
    private final GridHeads heads;
    private final RowGrid.Content content;

    GridPainter(Control grid, GridHeads heads, RowGrid.Content content) {
        this.grid = grid;
        this.heads = heads;
        this.content = content;
    }

    /** @param place of the row; its last line of pixels separates it from the next */
    void row(GC gc, int row, Rectangle place, boolean selected, boolean focus) {
        Color back = selected ? mixed(grid.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION), SELECTED)
                : grid.getBackground();
        int x = -heads.scrolled();
        for (int column = 0; column < heads.count(); column++) {
            Rectangle cell = new Rectangle(x, place.y, heads.get(column).width(), place.height - 1);
            x += cell.width;
            if (x > 0 && cell.x < place.width) {
                gc.setClipping(cell);
                gc.setBackground(back);
                gc.setForeground(grid.getForeground());
                gc.fillRectangle(cell);
                content.paint(gc, row, column, cell);
            }
        }
        gc.setClipping((Rectangle) null);
        if (selected && x < place.width) {
            gc.setBackground(back);
            gc.fillRectangle(x, place.y, place.width - x, place.height - 1);
        }
        gc.setForeground(mixed(grid.getForeground(), LINE));
        gc.drawLine(0, place.y + place.height - 1, place.width, place.y + place.height - 1);
        if (focus) {
            gc.drawFocus(0, place.y, Math.min(place.width, x), place.height - 1);
        }
    }

    /** @param sorted the column that the rows are sorted by, −1 for none */
    void heads(GC gc, Rectangle place, int sorted, boolean ascending) {
        gc.setBackground(mixed(grid.getForeground(), HEAD));
        gc.setForeground(grid.getForeground());
        gc.fillRectangle(place);
        int x = -heads.scrolled();
        for (int column = 0; column < heads.count(); column++) {
            GridHeads.Head head = heads.get(column);
            gc.setClipping(x, 0, head.width(), place.height);
            int room = column == sorted ? MARGIN + 3 * ARROW + 2 : MARGIN;
            gc.drawText(head.title(), head.right() ? x + head.width() - room - gc.textExtent(head.title()).x : x + MARGIN,
                    MARGIN, true);
            if (column == sorted) {
                arrow(gc, x + head.width() - 3 * ARROW, place.height / 2, ascending);
            }
            gc.setClipping((Rectangle) null);
            x += head.width();
            gc.setForeground(mixed(grid.getForeground(), LINE));
            gc.drawLine(x - 1, 4, x - 1, place.height - 5);
            gc.setForeground(grid.getForeground());
        }
        gc.setForeground(mixed(grid.getForeground(), 2 * LINE));
        gc.drawLine(0, place.height - 1, place.width, place.height - 1);
    }

    private static void arrow(GC gc, int x, int y, boolean up) {
        int tip = up ? 1 - ARROW : ARROW - 1;
        gc.setBackground(gc.getForeground());
        gc.fillPolygon(new int[] {x - ARROW, y - tip, x + ARROW, y - tip, x, y + tip});
    }

    /** A share of a colour in that of the background. */
    private Color mixed(Color colour, float share) {
        int mixed = Colours.mixed(Images.rgb(grid.getBackground()), Images.rgb(colour), share);
        return new Color(mixed >> 16, mixed >> 8 & 255, mixed & 255);
    }
}
