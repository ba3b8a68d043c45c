package net.bioclipse.adit.ui.finetune;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.finetuning.FineTuningParameters;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.ui.models.CardDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.events.ExpansionAdapter;
import org.eclipse.ui.forms.events.ExpansionEvent;
import org.eclipse.ui.forms.widgets.ExpandableComposite;

/** Second page: from which model, for how long, where, and where to. */
final class LearningPage extends TuningPage {

    private static final Map<String, String> STAGES = Map.of("denoiser",
            "the denoiser: same elements and sizes, other mixture",
            "both", "all networks: elements or sizes new to the model");
    private static final int INDENT = 16;

    private Combo models;
    private Label about;
    private Button card;
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
        model(page);
        result(page);
        duration(page);
        label(page, "&Train:", FineTuningParameters.STAGE);
        wide(choice(page, FineTuningParameters.STAGE, STAGES));
        label(page, "&Compute on:", FineTuningParameters.DEVICE);
        int cores = Runtime.getRuntime().availableProcessors();
        String cpu = "CPU, " + cores + (cores == 1 ? " core" : " cores");
        choice(page, FineTuningParameters.DEVICE, Map.of("auto", "automatic (" + cpu + ", or a GPU once it was used)", "cpu",
                cpu, "cuda", "NVIDIA GPU (CUDA)"));
        label(page, "CPU t&hreads:", FineTuningParameters.THREADS);
        field(page, FineTuningParameters.THREADS).setMessage("all");
        advanced(page);
        libraries = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().span(4, 1).grab(true, false).hint(420, SWT.DEFAULT).applyTo(libraries);
        setControl(page);
        modelsFound();
    }

    private static void wide(org.eclipse.swt.widgets.Control control) {
        ((GridData) control.getLayoutData()).horizontalSpan = 3;
    }

    private void model(Composite page) {
        label(page, "&Start from:", FineTuningParameters.BASE);
        models = bound(new Combo(page, SWT.READ_ONLY), FineTuningParameters.BASE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).span(2, 1).grab(true, false).applyTo(models);
        models.addListener(SWT.Selection, event -> {
            set(FineTuningParameters.BASE, models.getText());
            describe();
        });
        card = new Button(page, SWT.PUSH);
        card.setText("Model car&d…");
        card.setToolTipText("What the model was trained on and how good it is");
        GridDataFactory.fillDefaults().applyTo(card);
        card.addListener(SWT.Selection, event -> new CardDialog(getShell(), draft().base()).open());
        new Label(page, SWT.NONE);
        about = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().span(3, 1).hint(420, SWT.DEFAULT).grab(true, false).applyTo(about);
    }

    private void result(Composite page) {
        Path output = Path.of(draft().text(FineTuningParameters.OUTPUT));
        label(page, "&New model:", FineTuningParameters.OUTPUT);
        name = new Text(page, SWT.BORDER);
        name.setText(output.getFileName().toString());
        name.addModifyListener(event -> outputTyped());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).span(3, 1).grab(true, false).applyTo(name);
        name.setData(PARAMETER, "name");
        name.setToolTipText("Name of the new model: lower-case letters, digits, dots and dashes");
        label(page, "&In folder:", FineTuningParameters.OUTPUT);
        folder = new Text(page, SWT.BORDER);
        folder.setText(output.getParent().toString());
        folder.addModifyListener(event -> outputTyped());
        folder.setData(PARAMETER, "folder");
        folder.setToolTipText("The model is made here; it can be added to the list of the models at the end");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).span(2, 1).grab(true, false).applyTo(folder);
        Button browse = new Button(page, SWT.PUSH);
        browse.setText("Bro&wse…");
        browse.setToolTipText("Choose the folder");
        GridDataFactory.fillDefaults().applyTo(browse);
        browse.addListener(SWT.Selection, event -> {
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
        byTime = radio(row, "&minutes", !passes);
        epochs = field(row, FineTuningParameters.EPOCHS);
        epochs.setMessage("");
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
        advanced(fields, "&Learning rate:", FineTuningParameters.LEARNING_RATE);
        advanced(fields, "&Rehearsal share:", FineTuningParameters.REHEARSAL);
        advanced(fields, "S&eed:", FineTuningParameters.SEED);
        advanced(fields, "Sa&mples to compare:", FineTuningParameters.SAMPLES);
        section.setClient(fields);
        section.addExpansionListener(new ExpansionAdapter() {

            @Override
            public void expansionStateChanged(ExpansionEvent event) {
                page.layout(true, true);
            }
        });
    }

    private void advanced(Composite fields, String text, Parameter<?> parameter) {
        label(fields, text, parameter);
        field(fields, parameter);
    }

    /** The list of models is read in the background; this shows it. */
    void modelsFound() {
        if (models == null || models.isDisposed()) {
            return;
        }
        List<String> names = draft().models().stream().map(ModelPackage::id).toList();
        models.setItems(names.toArray(String[]::new));
        int index = names.indexOf(draft().text(FineTuningParameters.BASE));
        if (index < 0 && !names.isEmpty()) {
            index = 0;
            draft().set(FineTuningParameters.BASE, names.get(0));
        }
        models.select(index);
        describe();
    }

    private void describe() {
        card.setEnabled(!draft().models().isEmpty());
        about.setText(draft().models().isEmpty() ? "" : draft().base().description());
        about.getParent().layout();
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
