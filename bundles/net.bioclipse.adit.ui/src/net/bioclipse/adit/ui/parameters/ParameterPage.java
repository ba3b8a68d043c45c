package net.bioclipse.adit.ui.parameters;

import java.util.List;
import java.util.Map;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * A page whose fields are rows of a table of parameters: tooltip and default come from there. Every field's control carries
 * the parameter's name as its data, by which tests find it.
 *
 * @param <D> what the wizard collects
 */
public abstract class ParameterPage<D extends ParameterDraft> extends WizardPage {

    /** Data key under which a control says which parameter it is for. */
    protected static final String PARAMETER = "net.bioclipse.adit.parameter";

    private static final int FIELD = 100;

    private final D draft;
    private final Runnable edited;

    /** @param edited called after every change by the user */
    protected ParameterPage(String name, D draft, Runnable edited) {
        super(name);
        this.draft = draft;
        this.edited = edited;
    }

    protected final D draft() {
        return draft;
    }

    protected final void edited() {
        edited.run();
    }

    /** A label and a field behind it. */
    protected final Text row(Composite parent, String label, Parameter<?> parameter) {
        label(parent, label, parameter);
        Text text = field(parent, parameter);
        AditUi.name(text, label);
        return text;
    }

    protected static Label label(Composite parent, String text, Parameter<?> parameter) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        label.setToolTipText(tip(parameter));
        return label;
    }

    private static String tip(Parameter<?> parameter) {
        boolean flag = parameter.placeholder().isEmpty();
        return parameter.help() + (flag ? "."
                : ".\nRight is " + parameter.allowed() + "; default: " + parameter.shownDefault() + ".");
    }

    protected final Text field(Composite parent, Parameter<?> parameter) {
        Text text = new Text(parent, SWT.BORDER);
        text.setText(draft.texts().getOrDefault(parameter.name(), ""));
        text.setMessage(parameter.shownDefault());
        text.addModifyListener(event -> set(parameter, text.getText()));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(FIELD, SWT.DEFAULT).applyTo(text);
        return bound(text, parameter);
    }

    /** A label and a list behind it, of a parameter whose values are a few words. */
    protected final Combo choice(Composite parent, String label, Parameter<?> parameter, Map<String, String> explained) {
        label(parent, label, parameter);
        List<String> words = List.of(parameter.placeholder().split("\\|"));
        Combo combo = new Combo(parent, SWT.READ_ONLY);
        words.forEach(word -> combo.add(explained.getOrDefault(word, word)));
        combo.select(Math.max(0, words.indexOf(draft.text(parameter))));
        combo.addListener(SWT.Selection, event -> set(parameter, words.get(combo.getSelectionIndex())));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(combo);
        AditUi.name(combo, label);
        return bound(combo, parameter);
    }

    /** A parameter that is true or false. */
    protected final Button flag(Composite parent, String text, Parameter<Boolean> parameter) {
        Button button = new Button(parent, SWT.CHECK);
        button.setText(text);
        button.setSelection(parameter.parse(draft.text(parameter)));
        button.addListener(SWT.Selection, event -> set(parameter, button.getSelection() ? "true" : ""));
        return bound(button, parameter);
    }

    protected static Button push(Composite parent, String text, String tip, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(tip);
        GridDataFactory.fillDefaults().applyTo(button);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    /** Rows in which a model is chosen. */
    protected final ModelChoice modelChoice(Composite page, String label, Parameter<?> parameter) {
        return new ModelChoice(page, label, draft, parameter, edited);
    }

    /** On a page with four columns, behind a label: room for a field and a button beside it. */
    protected static Composite strip(Composite page) {
        Composite strip = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(strip);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).span(3, 1).grab(true, false).applyTo(strip);
        return strip;
    }

    /** Lets a control of a grid take several columns. */
    protected static void wide(Control control, int columns) {
        ((GridData) control.getLayoutData()).horizontalSpan = columns;
    }

    protected static <C extends Control> C bound(C control, Parameter<?> parameter) {
        control.setData(PARAMETER, parameter.name());
        control.setToolTipText(tip(parameter));
        return control;
    }

    protected final void set(Parameter<?> parameter, String text) {
        draft.set(parameter, text);
        edited.run();
    }
}
