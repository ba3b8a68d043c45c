package net.bioclipse.adit.ui.finetune;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import net.bioclipse.adit.finetuning.FineTuningParameters;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.parameters.ModelChoice;
import net.bioclipse.adit.ui.parameters.ParameterPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.events.ExpansionAdapter;
import org.eclipse.ui.forms.events.ExpansionEvent;
import org.eclipse.ui.forms.widgets.ExpandableComposite;

/** Second page: from which model, for how long, where, and where to. */
final class LearningPage extends ParameterPage<TuningDraft> {

    private static final Map<String, String> STAGES = Map.of("denoiser",
            "the denoiser: same elements and sizes, other mixture",
            "both", "all networks: elements or sizes new to the model");
    private static final int INDENT = 16;

    private ModelChoice model;
    private Button byTime;
    private Text minutes;
    private Text epochs;
    private Text name;
    private Text folder;
    private Button resume;
    private Label libraries;

    LearningPage(TuningDraft draft, Runnable edited) {
        super("learning", draft, edited);
        setTitle("How it is learned");
        setDescription("20 minutes on a laptop make a visible difference. Nothing leaves this machine.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(4).spacing(8, 8).applyTo(page);
        model = modelChoice(page, "&Start from:", FineTuningParameters.BASE);
        result(page);
        duration(page);
        wide(choice(page, "&Train:", FineTuningParameters.STAGE, STAGES), 3);
        int cores = Runtime.getRuntime().availableProcessors();
        String cpu = "CPU, " + cores + (cores == 1 ? " core" : " cores");
        choice(page, "&Compute on:", FineTuningParameters.DEVICE, Map.of("auto", "automatic (" + cpu
                + ", or a GPU once it was used)", "cpu", cpu, "cuda", "NVIDIA GPU (CUDA)"));
        row(page, "CPU t&hreads:", FineTuningParameters.THREADS).setMessage("all");
        advanced(page);
        libraries = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().span(4, 1).grab(true, false).hint(420, SWT.DEFAULT).applyTo(libraries);
        setControl(page);
        modelsFound();
    }

    private void result(Composite page) {
        Path output = Path.of(draft().text(FineTuningParameters.OUTPUT));
        label(page, "&New model:", FineTuningParameters.OUTPUT);
        name = part(page, "name", output.getFileName().toString(), "Name of the new model: lower-case letters, digits, dots"
                + " and dashes", 3);
        label(page, "&In folder:", FineTuningParameters.OUTPUT);
        Composite strip = strip(page);
        folder = part(strip, "folder", output.getParent().toString(), "The model is made here; it can be added to the list of"
                + " the models at the end", 1);
        push(strip, "Bro&wse…", "Choose the folder", () -> {
            DirectoryDialog dialog = new DirectoryDialog(getShell());
            dialog.setFilterPath(folder.getText());
            String chosen = dialog.open();
            if (chosen != null) {
                folder.setText(chosen);
            }
        });
        resume = flag(page, "&Go on with the training that was interrupted there", FineTuningParameters.RESUME);
        GridDataFactory.fillDefaults().span(4, 1).exclude(true).applyTo(resume);
        resume.setVisible(false);
    }

    /** Name and folder are two fields for one parameter. */
    private Text part(Composite page, String what, String text, String tip, int columns) {
        Text field = new Text(page, SWT.BORDER);
        field.setText(text);
        field.addModifyListener(event -> outputTyped());
        field.setData(PARAMETER, what);
        field.setToolTipText(tip);
        AditUi.name(field, "New model: " + what);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).span(columns, 1).grab(true, false).applyTo(field);
        return field;
    }

    private void outputTyped() {
        String separator = folder.getText().isBlank() || name.getText().isBlank() ? "" : File.separator;
        set(FineTuningParameters.OUTPUT, name.getText().isBlank() ? "" : folder.getText() + separator
                + name.getText().strip());
    }

    private void duration(Composite page) {
        boolean passes = draft().texts().containsKey(FineTuningParameters.EPOCHS.name());
        label(page, "Stop after:", FineTuningParameters.MINUTES);
        Composite row = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 0).applyTo(row);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(row);
        minutes = field(row, FineTuningParameters.MINUTES);
        AditUi.name(minutes, "Minutes");
        byTime = radio(row, "&minutes", !passes);
        epochs = field(row, FineTuningParameters.EPOCHS);
        epochs.setMessage("");
        AditUi.name(epochs, "Passes over the data");
        radio(row, "&passes over the data", passes);
        minutes.setEnabled(!passes);
        epochs.setEnabled(passes);
    }

    private Button radio(Composite row, String text, boolean chosen) {
        Button button = new Button(row, SWT.RADIO);
        button.setText(text);
        button.setSelection(chosen);
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection()) {
                durationChosen();
            }
        });
        return button;
    }

    /** One of the two counts; the other one's text stays in its field for those who change their mind. */
    private void durationChosen() {
        boolean time = byTime.getSelection();
        minutes.setEnabled(time);
        epochs.setEnabled(!time);
        draft().set(FineTuningParameters.MINUTES, time ? minutes.getText() : "");
        draft().set(FineTuningParameters.EPOCHS, time ? "" : epochs.getText().isBlank() ? "10" : epochs.getText());
        if (!time && epochs.getText().isBlank()) {
            epochs.setText("10");
        }
        edited();
    }

    private void advanced(Composite page) {
        ExpandableComposite section = new ExpandableComposite(page, SWT.NONE,
                ExpandableComposite.TWISTIE | ExpandableComposite.CLIENT_INDENT);
        section.setText("Advanced");
        GridDataFactory.fillDefaults().span(4, 1).grab(true, false).applyTo(section);
        Composite fields = new Composite(section, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).extendedMargins(INDENT, 0, 4, 0).spacing(8, 6).applyTo(fields);
        row(fields, "&Learning rate:", FineTuningParameters.LEARNING_RATE);
        row(fields, "S&eed:", FineTuningParameters.SEED);
        row(fields, "Sa&mples to compare:", FineTuningParameters.SAMPLES);
        section.setClient(fields);
        section.addExpansionListener(new ExpansionAdapter() {

            @Override
            public void expansionStateChanged(ExpansionEvent event) {
                page.layout(true, true);
            }
        });
    }

    /** The list of models is read in the background; this shows it. */
    void modelsFound() {
        model.modelsFound();
    }

    /**
     * What follows from the other fields.
     *
     * @param interrupted whether a training can be gone on with
     * @param said        about the libraries that are still to be fetched, or an empty text
     */
    void show(boolean interrupted, String said) {
        if (libraries == null || libraries.isDisposed()) {
            return;
        }
        libraries.setText(said);
        if (resume.isVisible() != interrupted) {
            resume.setVisible(interrupted);
            ((GridData) resume.getLayoutData()).exclude = !interrupted;
            resume.setSelection(interrupted);
            draft().set(FineTuningParameters.RESUME, interrupted ? "true" : "");
        }
        libraries.getParent().layout(true, true);
    }
}
