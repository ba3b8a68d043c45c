package net.bioclipse.adit.ui.generate;

import java.util.List;
import java.util.Map;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.Parameter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * A page whose fields are rows of the table of parameters: label, tooltip and default come from there. Every field's control
 * carries the parameter's name as its data, by which tests find it.
 */
abstract class RequestPage extends WizardPage {

    /** Data key under which a control says which parameter it is for. */
    static final String PARAMETER = "net.bioclipse.adit.parameter";

    private static final Map<Parameter<?>, String> LABELS = Map.ofEntries(
            Map.entry(GenerationParameters.KIND, "Generate"), Map.entry(GenerationParameters.MODEL, "Model"),
            Map.entry(GenerationParameters.COUNT, "Number"), Map.entry(GenerationParameters.ATOMS, "Atoms in each"),
            Map.entry(GenerationParameters.FORMULA, "Formula"), Map.entry(GenerationParameters.ELEMENTS, "Elements"),
            Map.entry(GenerationParameters.KEEP, "Keep"), Map.entry(GenerationParameters.OUTPUT, "File"),
            Map.entry(GenerationParameters.STEPS, "Steps"), Map.entry(GenerationParameters.GUIDANCE, "Guidance"),
            Map.entry(GenerationParameters.NOISE_SCALE, "Noise scale"), Map.entry(GenerationParameters.RELAX, "Relax"),
            Map.entry(GenerationParameters.SEED, "Seed"), Map.entry(GenerationParameters.BATCH, "At once"),
            Map.entry(GenerationParameters.THREADS, "CPU threads"), Map.entry(GenerationParameters.DEVICE, "Compute on"),
            Map.entry(GenerationParameters.ATTEMPTS, "Attempts"));

    private final RequestDraft draft;
    private final Runnable edited;

    /** @param edited called after every change by the user */
    RequestPage(String name, RequestDraft draft, Runnable edited) {
        super(name);
        this.draft = draft;
        this.edited = edited;
    }

    RequestDraft draft() {
        return draft;
    }

    static Label label(Composite parent, Parameter<?> parameter) {
        Label label = new Label(parent, SWT.NONE);
        // A parameter that was added to the table needs no change here.
        label.setText(LABELS.getOrDefault(parameter, parameter.name()) + ":");
        label.setToolTipText(tip(parameter));
        return label;
    }

    static String tip(Parameter<?> parameter) {
        return parameter.help() + ".\nRight is " + parameter.allowed() + "; default: " + parameter.shownDefault() + ".";
    }

    Text field(Composite parent, Parameter<?> parameter) {
        Text text = new Text(parent, SWT.BORDER);
        text.setText(draft.texts().getOrDefault(parameter.name(), ""));
        text.setMessage(parameter.shownDefault());
        text.addModifyListener(event -> set(parameter, text.getText()));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(110, SWT.DEFAULT).applyTo(text);
        return bound(text, parameter);
    }

    /** A parameter whose values are a few words. */
    Combo choice(Composite parent, Parameter<?> parameter, Map<String, String> explained) {
        List<String> words = List.of(parameter.placeholder().split("\\|"));
        Combo combo = new Combo(parent, SWT.READ_ONLY);
        words.forEach(word -> combo.add(explained.getOrDefault(word, word)));
        combo.select(words.indexOf(draft.text(parameter)));
        combo.addListener(SWT.Selection, event -> set(parameter, words.get(combo.getSelectionIndex())));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(combo);
        return bound(combo, parameter);
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
