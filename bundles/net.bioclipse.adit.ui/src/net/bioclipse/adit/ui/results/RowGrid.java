package net.bioclipse.adit.ui.results;

import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/**
 * A table that paints what is seen and knows nothing of the rest, so that its number of rows costs nothing. (The platform's
 * virtual table makes an item for each row: 11 s for a million of them on GTK, in the window's thread.) Rows are places from 0
 * in the order shown; what they mean is the owner's business.
 */
final class RowGrid extends Canvas {

    /** What the cells show. */
    interface Content {

        int rowCount();

        /** Paints a cell; the background is filled, the clipping is the cell. */
        void paint(GC gc, int row, int column, Rectangle cell);
    }

    private final Content content;
    private final GridHeads heads = new GridHeads();
    private final GridPainter painter;
    private final RowSelection selection = new RowSelection();
    private int rowHeight = 64;
    private final int headHeight;
    private int top;
    private int resizing = -1;
    private int sortColumn = -1;
    private boolean sortAscending;
    private Consumer<int[]> onSelect = rows -> { };
    private BiConsumer<Integer, Boolean> onHead = (column, more) -> { };
    private Runnable onScroll = () -> { };
    private Consumer<Integer> onOpen = row -> { };

    RowGrid(Composite parent, Content content) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL | SWT.NO_BACKGROUND | SWT.BORDER);
        this.content = content;
        painter = new GridPainter(this, heads, content);
        GC gc = new GC(this);
        headHeight = gc.getFontMetrics().getHeight() + 12;
        gc.dispose();
        ViewBar.sheet(this);
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Resize, e -> layoutBars());
        addListener(SWT.MouseDown, this::mouseDown);
        addListener(SWT.MouseMove, this::mouseMove);
        addListener(SWT.MouseUp, e -> resizing = -1);
        addListener(SWT.MouseDoubleClick, e -> {
            if (rowAt(e.y) >= 0) {
                onOpen.accept(rowAt(e.y));
            }
        });
        addListener(SWT.KeyDown, this::keyDown);
        addListener(SWT.Traverse, e -> e.doit = e.detail != SWT.TRAVERSE_RETURN);
        addListener(SWT.FocusIn, e -> redraw());
        addListener(SWT.FocusOut, e -> redraw());
        getVerticalBar().addListener(SWT.Selection, e -> scrollTo(getVerticalBar().getSelection()));
        getHorizontalBar().addListener(SWT.Selection, e -> {
            heads.scroll(getHorizontalBar().getSelection(), getClientArea().width);
            redraw();
        });
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = "Results, " + content.rowCount() + " rows, " + selection.count() + " selected";
            }
        });
    }

    void heads(List<GridHeads.Head> columns) {
        heads.set(columns);
        layoutBars();
        redraw();
    }

    void rowHeight(int pixels) {
        rowHeight = pixels;
        layoutBars();
        redraw();
    }

    int rowHeight() {
        return rowHeight;
    }

    void onSelect(Consumer<int[]> listener) {
        onSelect = listener;
    }

    /** Told the column whose head was clicked, and whether Ctrl was held. */
    void onHead(BiConsumer<Integer, Boolean> listener) {
        onHead = listener;
    }

    void onScroll(Runnable listener) {
        onScroll = listener;
    }

    void onOpen(Consumer<Integer> listener) {
        onOpen = listener;
    }

    void sorted(int column, boolean ascending) {
        sortColumn = column;
        sortAscending = ascending;
        redraw();
    }

    /** The number of rows may have changed. */
    void rowsChanged() {
        selection.length(content.rowCount());
        layoutBars();
        redraw();
    }

    /** Shows a selection made elsewhere, and its first row. */
    void select(BitSet rows) {
        int place = selection.take(rows);
        if (place >= 0) {
            reveal(place);
        }
        redraw();
    }

    void selectAll() {
        selection.all(content.rowCount());
        tellSelection();
    }

    /** First and last place that can be seen now; the last may lie behind the end. */
    Point visible() {
        return new Point(top, top + Math.max(0, getClientArea().height - headHeight) / rowHeight);
    }

    void reveal(int row) {
        int page = Math.max(1, (getClientArea().height - headHeight) / rowHeight);
        if (row < top) {
            scrollTo(row);
        } else if (row >= top + page) {
            scrollTo(row - page + 1);
        }
    }

    private void scrollTo(int row) {
        int page = Math.max(1, (getClientArea().height - headHeight) / rowHeight);
        top = Math.max(0, Math.min(row, content.rowCount() - page));
        getVerticalBar().setSelection(top);
        redraw();
        onScroll.run();
    }

    private void layoutBars() {
        Rectangle area = getClientArea();
        int page = Math.max(1, (area.height - headHeight) / rowHeight);
        int rows = content.rowCount();
        bar(getVerticalBar(), rows, page);
        top = Math.max(0, Math.min(top, rows - page));
        getVerticalBar().setSelection(top);
        bar(getHorizontalBar(), heads.width(), Math.max(1, area.width));
        getHorizontalBar().setIncrement(24);
        heads.scroll(heads.scrolled(), area.width);
        onScroll.run();
    }

    private static void bar(ScrollBar bar, int all, int page) {
        bar.setValues(bar.getSelection(), 0, Math.max(1, all), Math.max(1, Math.min(all, page)), 1, Math.max(1, page));
        bar.setVisible(all > page);
    }

    private void paint(Event e) {
        GC gc = e.gc;
        Rectangle area = getClientArea();
        gc.setBackground(getBackground());
        gc.fillRectangle(area);
        int last = Math.min(content.rowCount() - 1, visible().y + 1);
        for (int row = top; row <= last; row++) {
            painter.row(gc, row, new Rectangle(0, headHeight + (row - top) * rowHeight, area.width, rowHeight),
                    selection.selected(row), row == selection.focus() && isFocusControl());
        }
        painter.heads(gc, new Rectangle(0, 0, area.width, headHeight), sortColumn, sortAscending);
    }

    /** The place at a height in pixels, −1 where there is none. */
    int rowAt(int y) {
        int row = y < headHeight ? -1 : top + (y - headHeight) / rowHeight;
        return row < content.rowCount() ? row : -1;
    }

    private void mouseDown(Event e) {
        forceFocus();
        int row = rowAt(e.y);
        if (e.y < headHeight) {
            resizing = e.button == 1 ? heads.gripAt(e.x) : -1;
            int column = heads.columnAt(e.x);
            if (e.button == 1 && resizing < 0 && column >= 0) {
                onHead.accept(column, (e.stateMask & SWT.MOD1) != 0);
            }
        } else if (row >= 0 && (e.button == 1 || !selection.selected(row))) {
            move(row, (e.stateMask & SWT.SHIFT) != 0, (e.stateMask & SWT.MOD1) != 0);
        }
    }

    private void mouseMove(Event e) {
        if (resizing >= 0) {
            heads.get(resizing).width(e.x - heads.left(resizing));
            layoutBars();
            redraw();
            return;
        }
        setCursor(e.y < headHeight && heads.gripAt(e.x) >= 0 ? getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE) : null);
        int column = e.y < headHeight ? heads.columnAt(e.x) : -1;
        String help = column < 0 ? null : heads.get(column).help();
        if (help == null || !help.equals(getToolTipText())) {
            setToolTipText(help == null || help.isEmpty() ? null : help);
        }
    }

    private void keyDown(Event e) {
        int page = Math.max(1, (getClientArea().height - headHeight) / rowHeight);
        int last = content.rowCount() - 1;
        boolean all = (e.stateMask & SWT.MOD1) != 0 && (e.keyCode == 'a' || e.keyCode == 'A');
        int target = switch (e.keyCode) {
            case SWT.ARROW_UP -> selection.focus() - 1;
            case SWT.ARROW_DOWN -> selection.focus() + 1;
            case SWT.PAGE_UP -> selection.focus() - page;
            case SWT.PAGE_DOWN -> selection.focus() + page;
            case SWT.HOME -> 0;
            case SWT.END -> last;
            default -> Integer.MIN_VALUE;
        };
        if (all) {
            selectAll();
        } else if (e.keyCode == SWT.CR && selection.focus() >= 0) {
            onOpen.accept(selection.focus());
        } else if (target != Integer.MIN_VALUE && last >= 0) {
            move(Math.max(0, Math.min(last, target)), (e.stateMask & SWT.SHIFT) != 0, false);
        }
    }

    private void move(int row, boolean extend, boolean toggle) {
        selection.go(row, extend, toggle);
        reveal(row);
        tellSelection();
    }

    private void tellSelection() {
        redraw();
        onSelect.accept(selection.toArray());
    }
}
