package net.bioclipse.adit.ui.results;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.rows.Column;
import net.bioclipse.adit.ui.rows.Condition;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.SubstructureSearch;
import net.bioclipse.adit.ui.rows.Verdict;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;

/** What the rows shown must be like: words, verdicts, elements, a pattern, ranges of numbers. All of them must hold. */
final class FilterBar extends Composite {

    private static final int TYPING_PAUSE = 300;

    private final ResultsModel model;
    private final Runnable onChange;
    private final Consumer<String> onMistake;
    private final Text words;
    private final Text elements;
    private final Text pattern;
    private final Map<Verdict, Button> verdicts = new LinkedHashMap<>();
    private final Button marked;
    private final Composite ranges;
    private final Map<Column, RangeSlider> sliders = new LinkedHashMap<>();
    private final Runnable changed = this::tell;
    private SubstructureSearch search;

    /**
     * @param onChange  told when {@link #conditions()} may be others
     * @param onMistake told what is wrong in a field, or an empty text when nothing is any more
     */
    FilterBar(Composite parent, ResultsModel model, Runnable onChange, Consumer<String> onMistake) {
        super(parent, SWT.NONE);
        this.model = model;
        this.onChange = onChange;
        this.onMistake = onMistake;
        GridLayout layout = new GridLayout(1, false);
        layout.marginHeight = 2;
        layout.verticalSpacing = 2;
        setLayout(layout);
        Composite line = new Composite(this, SWT.NONE);
        line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        GridLayout row = new GridLayout(9, false);
        row.marginWidth = 0;
        row.marginHeight = 0;
        row.horizontalSpacing = 3;
        line.setLayout(row);
        words = field(line, "Search", 80,
                "Rows in which these letters occur: name, formula, SMILES, reason, notes");
        for (Verdict verdict : List.of(Verdict.VALID, Verdict.DOUBTFUL, Verdict.INVALID)) {
            verdicts.put(verdict, ViewBar.toggle(line, verdict.word(), "Show rows that are " + verdict.word()
                    + "; several may be pressed, none shows all", false, on -> tell()));
        }
        elements = field(line, "Elements", 80,
                "Elements that must occur, with a minus those that must not: C N -Cl");
        pattern = field(line, "SMARTS", 80, "A pattern that the molecule must hold, such as c1ccccc1; press Enter");
        pattern.addListener(SWT.DefaultSelection, e -> tell());
        marked = ViewBar.toggle(line, "★ marked", "Show marked rows only", false, on -> tell());
        Button range = new Button(line, SWT.PUSH);
        range.setText("Range…");
        range.setToolTipText("Filter by a range of numbers of a column");
        range.addListener(SWT.Selection, this::chooseRange);
        Button clear = new Button(line, SWT.PUSH);
        clear.setText("Clear");
        clear.setToolTipText("Show all rows");
        clear.addListener(SWT.Selection, e -> clear());
        ranges = new Composite(this, SWT.NONE);
        ranges.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        RowLayout wrap = new RowLayout(SWT.HORIZONTAL);
        wrap.marginTop = 0;
        wrap.marginBottom = 0;
        ranges.setLayout(wrap);
        ((GridData) ranges.getLayoutData()).exclude = true;
    }

    private Text field(Composite line, String message, int width, String help) {
        Text text = new Text(line, SWT.SEARCH | SWT.ICON_CANCEL);
        text.setMessage(message);
        text.setToolTipText(help);
        AditUi.name(text, message + ": " + help);
        GridData place = new GridData(SWT.FILL, SWT.CENTER, true, false);
        place.widthHint = width;
        text.setLayoutData(place);
        if (!message.startsWith("SMARTS")) {
            text.addListener(SWT.Modify, e -> getDisplay().timerExec(TYPING_PAUSE, changed));
        }
        return text;
    }

    private void tell() {
        if (!isDisposed()) {
            onChange.run();
        }
    }

    /** What is asked for now; a field with a mistake asks for nothing, and the mistake is told. */
    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        String mistake = "";
        if (!words.getText().isBlank()) {
            conditions.add(new Condition.Contains(null, words.getText().strip()));
        }
        Set<Verdict> chosen = EnumSet.noneOf(Verdict.class);
        verdicts.forEach((verdict, button) -> {
            if (button.getSelection()) {
                chosen.add(verdict);
            }
        });
        if (!chosen.isEmpty()) {
            conditions.add(new Condition.Verdicts(chosen));
        }
        try {
            if (!elements.getText().isBlank()) {
                conditions.add(ElementsText.parse(elements.getText()));
            }
            if (!pattern.getText().isBlank()) {
                conditions.add(new Condition.Substructure(search(pattern.getText().strip())));
            }
        } catch (IllegalArgumentException e) {
            mistake = e.getMessage();
        }
        if (marked.getSelection()) {
            conditions.add(new Condition.Marked());
        }
        sliders.forEach((column, slider) -> {
            if (slider.narrowed()) {
                conditions.add(new Condition.Range(column, slider.low(), slider.high()));
            }
        });
        onMistake.accept(mistake);
        return conditions;
    }

    private SubstructureSearch search(String smarts) {
        if (search == null || !search.pattern().equals(smarts)) {
            search = new SubstructureSearch(smarts, Workshop.filter(List.of(smarts), List.of()), model.table(),
                    model.loader());
        }
        return search;
    }

    private void chooseRange(Event e) {
        Menu menu = new Menu(this);
        for (Column column : model.table().numericColumns()) {
            MenuItem item = new MenuItem(menu, SWT.CHECK);
            item.setText(column.title());
            item.setSelection(sliders.containsKey(column));
            item.addListener(SWT.Selection, s -> toggle(column));
        }
        menu.setVisible(true);
        menu.addListener(SWT.Hide, h -> getDisplay().asyncExec(menu::dispose));
    }

    /** Shows a slider for a column, or takes it away. */
    void toggle(Column column) {
        RangeSlider slider = sliders.remove(column);
        if (slider == null) {
            double[] values = model.table().numbers(column, model.table().size());
            sliders.put(column, new RangeSlider(ranges, column.title(), values, changed));
        } else {
            slider.dispose();
        }
        showRanges();
        tell();
    }

    private void showRanges() {
        ((GridData) ranges.getLayoutData()).exclude = sliders.isEmpty();
        ranges.setVisible(!sliders.isEmpty());
        getParent().layout(new org.eclipse.swt.widgets.Control[] {ranges});
    }

    private void clear() {
        words.setText("");
        elements.setText("");
        pattern.setText("");
        ViewBar.press(marked, false);
        verdicts.values().forEach(button -> ViewBar.press(button, false));
        sliders.values().forEach(RangeSlider::dispose);
        sliders.clear();
        showRanges();
        tell();
    }
}
