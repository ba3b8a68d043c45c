package net.bioclipse.adit.ui.generate;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.ui.results.Images;
import net.bioclipse.adit.ui.scene.Colours;
import net.bioclipse.adit.ui.scene.Look;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * The periodic table, where a click or the space bar chooses an element; arrow keys move. Elements that the model does not
 * know are grey and cannot be chosen.
 */
final class PeriodicTable extends Canvas {

    private static final int COLUMNS = 18;
    private static final int ROWS = 9;
    /** The first row of those below the others. */
    private static final int LOOSE = 7;
    private static final int CELL = 25;
    /** Above the lanthanides. */
    private static final int GAP = 7;
    private static final Color CHOSEN = new Color(47, 127, 158);
    private static final Color WHITE = new Color(255, 255, 255);
    private static final float TINT = 0.22f;

    private final SortedSet<Integer> chosen = new TreeSet<>();
    private final SortedSet<Integer> known = new TreeSet<>();
    private final Consumer<SortedSet<Integer>> listener;
    private int cursor = 6;

    /** @param listener told what is chosen after every change by the user */
    PeriodicTable(Composite parent, Consumer<SortedSet<Integer>> listener) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.listener = listener;
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.MouseDown, event -> at(event.x, event.y));
        addMouseMoveListener(this::explain);
        addKeyListener(org.eclipse.swt.events.KeyListener.keyPressedAdapter(this::key));
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addTraverseListener(event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT
                && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        getAccessible().addAccessibleListener(new AccessibleAdapter() {

            @Override
            public void getName(AccessibleEvent event) {
                event.result = "Periodic table: " + said(cursor);
            }
        });
    }

    /** Column and row of an element, from 0; lanthanides and actinides below the others. */
    static Point place(int number) {
        if (number >= 57 && number <= 71) {
            return new Point(number - 57 + 2, LOOSE);
        }
        if (number >= 89 && number <= 103) {
            return new Point(number - 89 + 2, LOOSE + 1);
        }
        int[] ends = {2, 10, 18, 36, 54, 86, 118};
        int row = 0;
        while (number > ends[row]) {
            row++;
        }
        int before = row == 0 ? 0 : ends[row - 1];
        int fromLeft = number - before - 1;
        int fromRight = ends[row] - number;
        boolean left = row == 0 ? number == 1 : fromLeft < 2;
        return new Point(left ? fromLeft : COLUMNS - 1 - fromRight, row);
    }

    void show(Collection<Integer> knownElements, Collection<Integer> chosenElements) {
        known.clear();
        known.addAll(knownElements);
        chosen.clear();
        chosen.addAll(chosenElements);
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(COLUMNS * CELL + 1, ROWS * CELL + GAP + 1);
    }

    private void paint(GC gc) {
        for (int number = 1; number <= Element.COUNT; number++) {
            Rectangle cell = cell(number);
            boolean on = chosen.contains(number);
            if (on || known.contains(number)) {
                gc.setBackground(on ? CHOSEN : tint(number));
                gc.fillRectangle(cell);
            }
            gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
            gc.drawRectangle(cell);
            gc.setForeground(on ? WHITE : known.contains(number) ? getForeground()
                    : getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
            String symbol = Element.of(number).symbol();
            Point size = gc.textExtent(symbol);
            gc.drawText(symbol, cell.x + (CELL - size.x) / 2, cell.y + (CELL - size.y) / 2, true);
        }
        if (isFocusControl()) {
            Rectangle cell = cell(cursor);
            gc.drawFocus(cell.x + 2, cell.y + 2, cell.width - 3, cell.height - 3);
        }
    }

    private static Rectangle cell(int number) {
        Point place = place(number);
        return new Rectangle(place.x * CELL, place.y * CELL + (place.y >= LOOSE ? GAP : 0), CELL, CELL);
    }

    /** The colour that the element has in structures, pale. */
    private Color tint(int number) {
        int mixed = Colours.mixed(Images.rgb(getBackground()), Look.colour(number), TINT);
        return new Color(mixed >> 16, mixed >> 8 & 255, mixed & 255);
    }

    private static int number(int x, int y) {
        for (int number = 1; number <= Element.COUNT; number++) {
            if (cell(number).contains(x, y)) {
                return number;
            }
        }
        return 0;
    }

    private void at(int x, int y) {
        forceFocus();
        int number = number(x, y);
        if (number > 0) {
            cursor = number;
            toggle(number);
        }
    }

    /** Chooses an element or takes it back; nothing when the model does not know it. */
    void toggle(int number) {
        if (known.contains(number)) {
            if (!chosen.remove(number)) {
                chosen.add(number);
            }
            redraw();
            listener.accept(new TreeSet<>(chosen));
        }
    }

    private void explain(MouseEvent event) {
        int number = number(event.x, event.y);
        String text = number == 0 ? null : said(number);
        if (text == null ? getToolTipText() != null : !text.equals(getToolTipText())) {
            setToolTipText(text);
        }
    }

    private String said(int number) {
        return Element.of(number).symbol() + ", element " + number + (chosen.contains(number) ? ", may appear"
                : known.contains(number) ? "" : ", which the model does not know");
    }

    private void key(KeyEvent event) {
        Rectangle cell = cell(cursor);
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> move(-1, 0);
            case SWT.ARROW_RIGHT -> move(1, 0);
            case SWT.ARROW_UP -> move(0, -1);
            case SWT.ARROW_DOWN -> move(0, 1);
            case SWT.SPACE -> at(cell.x + 1, cell.y + 1);
            default -> {
                return;
            }
        }
        getAccessible().setFocus(cursor);
    }

    /** To the next element in a direction, over gaps. */
    private void move(int right, int down) {
        Rectangle cell = cell(cursor);
        for (int step = 1; step < COLUMNS; step++) {
            int number = number(cell.x + CELL / 2 + right * step * CELL, cell.y + CELL / 2 + down * step * CELL);
            if (number > 0) {
                cursor = number;
                redraw();
                return;
            }
        }
    }
}
