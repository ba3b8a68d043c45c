package net.bioclipse.adit.ui.parameters;

import java.util.List;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.models.CardDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The rows of a page with four columns where a model is chosen: the list, its card, what it is in a sentence. */
public final class ModelChoice {

    private static final int WORDS = 420;

    private final ParameterDraft draft;
    private final Parameter<?> parameter;
    private final Combo models;
    private final Label about;
    private final Button card;

    /** @param chosen called when another model was chosen; the draft names it by then */
    ModelChoice(Composite page, String label, ParameterDraft draft, Parameter<?> parameter, Runnable chosen) {
        this.draft = draft;
        this.parameter = parameter;
        ParameterPage.label(page, label, parameter);
        Composite strip = ParameterPage.strip(page);
        models = ParameterPage.bound(new Combo(strip, SWT.READ_ONLY), parameter);
        AditUi.name(models, label);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(models);
        models.addListener(SWT.Selection, event -> {
            draft.set(parameter, models.getText());
            describe();
            chosen.run();
        });
        card = ParameterPage.push(strip, "Model car&d…", "What the model was trained on and how good it is",
                () -> new CardDialog(page.getShell(), draft.model(parameter)).open());
        new Label(page, SWT.NONE);
        about = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().span(3, 1).hint(WORDS, SWT.DEFAULT).grab(true, false).applyTo(about);
    }

    /** Shows the models of the draft, which are read in the background. */
    public void modelsFound() {
        if (models.isDisposed()) {
            return;
        }
        List<String> names = draft.models().stream().map(ModelPackage::id).toList();
        models.setItems(names.toArray(String[]::new));
        int index = names.indexOf(draft.text(parameter));
        if (index < 0 && !names.isEmpty()) {
            index = 0;
            draft.set(parameter, names.get(0));
        }
        models.select(index);
        describe();
    }

    private void describe() {
        card.setEnabled(!draft.models().isEmpty());
        about.setText(draft.models().isEmpty() ? "" : draft.model(parameter).description());
        about.getParent().layout();
    }
}
