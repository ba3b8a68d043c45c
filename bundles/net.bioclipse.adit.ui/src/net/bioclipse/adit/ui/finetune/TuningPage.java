package net.bioclipse.adit.ui.finetune;

import java.util.List;
import java.util.Map;
import net.bioclipse.adit.finetuning.FineTuningParameters;
import net.bioclipse.adit.generation.Parameter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * A page whose fields are rows of the table of parameters: tooltip and default come from there. Every field's control
 * carries the parameter's name as its data, by which tests find it.
 */
abstract class TuningPage extends WizardPage {

    /** Data key under which a control says which parameter it is for. */
    static final String PARAMETER = "net.bioclipse.adit.parameter";

    private final TuningDraft draft;
    private final Runnable edited;

    /** @param edited called after every change by the user */
    TuningPage(String name, TuningDraft draft, Runnable edited) {
        super(name);
        this.draft = draft;
        this.edited = edited;
    }

    TuningDraft draft() {
        return draft;
    }

    void edited() {
        edited.run();
    }

    static Label label(Composite parent, String text, Parameter<?> parameter) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        label.setToolTipText(tip(parameter));
        return label;
    }

    static String tip(Parameter<?> parameter) {
        return parameter.help() + (FineTuningParameters.isFlag(parameter) ? "."
                : ".\nRight is " + parameter.allowed() + "; default: " + parameter.shownDefault() + ".");
    }

    Text field(Composite parent, Parameter<?> parameter) {
        Text text = new Text(parent, SWT.BORDER);
        text.setText(draft.texts().getOrDefault(parameter.name(), ""));
        text.setMessage(parameter.shownDefault());
        text.addModifyListener(event -> set(parameter, text.getText()));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(90, SWT.DEFAULT).applyTo(text);
        return bound(text, parameter);
    }

    /** A parameter whose values are a few words. */
    Combo choice(Composite parent, Parameter<?> parameter, Map<String, String> explained) {
        List<String> words = List.of(parameter.placeholder().split("\\|"));
        Combo combo = new Combo(parent, SWT.READ_ONLY);
        words.forEach(word -> combo.add(explained.getOrDefault(word, word)));
        combo.select(Math.max(0, words.indexOf(draft.text(parameter))));
        combo.addListener(SWT.Selection, event -> set(parameter, words.get(combo.getSelectionIndex())));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(combo);
        return bound(combo, parameter);
    }

    /** A parameter that is true or false. */
    Button flag(Composite parent, String text, Parameter<Boolean> parameter) {
        Button button = new Button(parent, SWT.CHECK);
        button.setText(text);
        button.setSelection(parameter.parse(draft.text(parameter)));
        button.addListener(SWT.Selection, event -> set(parameter, button.getSelection() ? "true" : ""));
        return bound(button, parameter);
    }

    static <C extends Control> C bound(C control, Parameter<?> parameter) {
        control.setData(PARAMETER, parameter.name());
        control.setToolTipText(tip(parameter));
        return control;
    }

    void set(Parameter<?> parameter, String text) {
        draft.set(parameter, text);
        edited.run();
    }
}
