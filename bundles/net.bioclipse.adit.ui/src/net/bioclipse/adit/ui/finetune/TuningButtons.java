package net.bioclipse.adit.ui.finetune;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.finetuning.FineTuningReport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** What can be done with a fine-tuning: only the buttons that its state allows are there. */
final class TuningButtons extends Composite {

    static final String KEEP = "&Stop and keep";
    static final String CANCEL = "&Cancel";
    static final String RESUME = "&Resume";
    static final String INSTALL = "&Add to the models";
    static final String BEFORE = "Samples &before";
    static final String AFTER = "Samples a&fter";
    static final String CARD = "Model car&d…";
    static final String REFUSED = "Refused rec&ords";

    private static final Map<String, String> TIPS = Map.of(KEEP, "Ends training now and makes a model of what is learned",
            CANCEL, "Ends at once; the last checkpoint is kept, and Resume goes on from it",
            RESUME, "Goes on from the last checkpoint",
            INSTALL, "Copies the model into the list of the models",
            BEFORE, "Opens what the parent drew, as a table",
            AFTER, "Opens what the new model draws from the same seed, as a table",
            CARD, "What the new model was trained on and how good it is",
            REFUSED, "Opens the list of the records that were not learned from");

    private final Map<String, Button> buttons = new HashMap<>();

    TuningButtons(Composite parent) {
        super(parent, SWT.NONE);
        RowLayout row = new RowLayout();
        row.marginLeft = 0;
        row.marginTop = 0;
        row.marginBottom = 0;
        row.spacing = 6;
        setLayout(row);
    }

    void add(String text, Runnable action) {
        Button button = new Button(this, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(TIPS.get(text));
        button.addListener(SWT.Selection, event -> action.run());
        button.setLayoutData(new RowData());
        buttons.put(text, button);
    }

    void enable(String text, boolean enabled) {
        buttons.get(text).setEnabled(enabled);
    }

    /** @param model the fine-tuning; null when there is none */
    void show(TuningModel model) {
        Optional<FineTuningReport> report = model == null ? Optional.empty() : model.report();
        boolean ended = model != null && model.state().ended();
        boolean running = model != null && !ended;
        visible(KEEP, running);
        enable(KEEP, running && model.stoppable());
        visible(CANCEL, running);
        if (!running) {
            enable(CANCEL, true);
        }
        visible(RESUME, ended && model.resumable());
        visible(INSTALL, report.isPresent());
        visible(CARD, report.isPresent());
        boolean samples = report.isPresent() && !report.get().comparisons().isEmpty();
        visible(BEFORE, samples && report.get().comparisons().get(0).beforeFile().isPresent());
        visible(AFTER, samples);
        visible(REFUSED, report.isPresent() && !report.get().data().refusals().isEmpty());
    }

    private void visible(String text, boolean visible) {
        Button button = buttons.get(text);
        button.setVisible(visible);
        ((RowData) button.getLayoutData()).exclude = !visible;
    }
}
