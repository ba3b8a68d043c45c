package net.bioclipse.adit.ui.results;

import java.util.List;
import java.util.function.Consumer;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;

/** A row of small controls above what a view shows. It breaks where the view is narrow. */
public final class ViewBar extends Composite {

    private ViewBar(Composite parent, int margin) {
        super(parent, SWT.NONE);
        RowLayout row = new RowLayout();
        row.center = true;
        row.marginTop = margin;
        row.marginBottom = margin;
        setLayout(row);
    }

    /** Puts a bar at the top of a view; what comes next stands below it. */
    public static ViewBar above(Composite view) {
        stack(view);
        ViewBar bar = new ViewBar(view, 1);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return bar;
    }

    /** Lays out what a composite holds in one column without gaps. */
    static void stack(Composite parent) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        parent.setLayout(layout);
    }

    /** Layout data of what takes the room that is left below a bar. */
    public static GridData rest() {
        return new GridData(SWT.FILL, SWT.FILL, true, true);
    }

    /** Lays out and colours what is drawn on below a bar. */
    public static void sheet(Canvas canvas) {
        canvas.setLayoutData(rest());
        canvas.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        canvas.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
    }

    public void label(String text) {
        new Label(this, SWT.NONE).setText(text);
    }

    /** @param onChange told when something else is chosen */
    public Combo choice(String help, List<String> items, Runnable onChange) {
        Combo combo = new Combo(this, SWT.READ_ONLY);
        combo.setItems(items.toArray(String[]::new));
        combo.select(0);
        combo.setToolTipText(help);
        AditUi.name(combo, help);
        combo.addListener(SWT.Selection, e -> onChange.run());
        return combo;
    }

    /** A button that stays pressed while something is on. */
    public Button toggle(String text, String help, boolean on, Consumer<Boolean> onChange) {
        return toggle(this, text, help, on, onChange);
    }

    /**
     * The same for any parent. It has its tick in its text, because themes of the platform hide on GTK the tick of check boxes
     * when they are light, and what is pressed when they are dark.
     */
    static Button toggle(Composite parent, String text, String help, boolean on, Consumer<Boolean> onChange) {
        Button button = new Button(parent, SWT.TOGGLE);
        button.setToolTipText(help);
        button.setData(text);
        press(button, on);
        button.addListener(SWT.Selection, e -> {
            press(button, button.getSelection());
            onChange.accept(button.getSelection());
        });
        return button;
    }

    /** Sets a toggle without telling. */
    static void press(Button toggle, boolean on) {
        toggle.setSelection(on);
        toggle.setText(on ? "✓ " + toggle.getData() : (String) toggle.getData());
        toggle.getParent().layout();
    }

    public Button push(String text, String help, Runnable what) {
        Button button = new Button(this, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(help);
        button.addListener(SWT.Selection, e -> what.run());
        return button;
    }

    /** A whole number from 1 on. */
    public Spinner number(String help, int most, Runnable onChange) {
        Spinner spinner = new Spinner(this, SWT.BORDER);
        spinner.setValues(1, 1, most, 0, 1, 1);
        spinner.setToolTipText(help);
        AditUi.name(spinner, help);
        spinner.addListener(SWT.Selection, e -> onChange.run());
        return spinner;
    }

    /** Controls of this bar that are shown and hidden together; hidden at first. */
    public ViewBar group() {
        ViewBar group = new ViewBar(this, 0);
        group.setLayoutData(new RowData());
        group.shown(false);
        return group;
    }

    /** Shows or hides a group. */
    public void shown(boolean show) {
        RowData place = (RowData) getLayoutData();
        if (getVisible() != show || place.exclude == show) {
            setVisible(show);
            place.exclude = !show;
            getParent().getParent().layout(true, true);
        }
    }
}
