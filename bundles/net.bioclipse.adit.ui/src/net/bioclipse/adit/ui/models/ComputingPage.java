package net.bioclipse.adit.ui.models;

import java.io.IOException;
import java.util.Map;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.InferenceException;
import net.bioclipse.adit.generation.LoadedModel;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.modelpackage.ModelCatalogue;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Where to compute: device and threads, with a button that tries it. */
public final class ComputingPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final String[] DEVICES = GenerationParameters.DEVICE.placeholder().split("\\|");

    private Combo device;
    private Text threads;
    private Button test;
    private Label answer;

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(store());
        setDescription("Where structures are computed, unless the wizard is told otherwise:");
    }

    static IPreferenceStore store() {
        ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, AditUi.ID);
        for (Parameter<?> parameter : new Parameter<?>[] {GenerationParameters.DEVICE, GenerationParameters.THREADS,
            GenerationParameters.MODEL}) {
            store.setDefault(parameter.name(), parameter.standard());
        }
        return store;
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 8).applyTo(page);
        new Label(page, SWT.NONE).setText("&Device:");
        device = new Combo(page, SWT.READ_ONLY);
        device.setItems("automatic: a GPU when one works", "CPU", "NVIDIA GPU (CUDA)");
        device.setToolTipText(GenerationParameters.DEVICE.help());
        new Label(page, SWT.NONE).setText("CPU &threads:");
        threads = new Text(page, SWT.BORDER);
        threads.setToolTipText(GenerationParameters.THREADS.help());
        GridDataFactory.fillDefaults().hint(60, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(threads);
        threads.addModifyListener(event -> validate());
        test = new Button(page, SWT.PUSH);
        test.setText("T&ry it");
        test.setToolTipText("Loads the default model on this device");
        test.addListener(SWT.Selection, event -> tryIt());
        answer = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(360, 60).applyTo(answer);
        show(getPreferenceStore().getString(GenerationParameters.DEVICE.name()),
                getPreferenceStore().getString(GenerationParameters.THREADS.name()));
        return page;
    }

    private void show(String deviceWord, String threadText) {
        device.select(Math.max(0, java.util.List.of(DEVICES).indexOf(deviceWord)));
        threads.setText(threadText);
    }

    private Map<String, String> texts() {
        return Map.of(GenerationParameters.DEVICE.name(), DEVICES[device.getSelectionIndex()],
                GenerationParameters.THREADS.name(), threads.getText());
    }

    private void validate() {
        try {
            GenerationParameters.THREADS.parse(threads.getText());
            setErrorMessage(null);
        } catch (IllegalRequestException e) {
            setErrorMessage(e.getMessage());
        }
        setValid(getErrorMessage() == null);
        test.setEnabled(isValid());
    }

    /** Loading may take seconds and fail in a driver, so it happens behind the window. */
    private void tryIt() {
        NeuralEngine.Options options = GenerationParameters.options(texts());
        String model = getPreferenceStore().getString(GenerationParameters.MODEL.name());
        Display display = getShell().getDisplay();
        answer.setText("Loading…");
        Job.create("Trying the device", monitor -> {
            String text = tried(model, options);
            display.asyncExec(() -> {
                if (!answer.isDisposed()) {
                    answer.setText(text);
                }
            });
            return Status.OK_STATUS;
        }).schedule();
    }

    private static String tried(String name, NeuralEngine.Options options) {
        try {
            ModelPackage model = ModelCatalogue.find(name, InstalledModels.folder());
            try (LoadedModel loaded = Workshop.engine().open(model, options)) {
                return model.id() + " computes on " + loaded.device() + ".";
            }
        } catch (ModelPackageException | InferenceException e) {
            return e.getMessage();
        }
    }

    @Override
    protected void performDefaults() {
        show(GenerationParameters.DEVICE.standard(), GenerationParameters.THREADS.standard());
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        texts().forEach(getPreferenceStore()::setValue);
        try {
            ((ScopedPreferenceStore) getPreferenceStore()).save();
        } catch (IOException e) {
            setErrorMessage("The settings cannot be saved: " + e.getMessage());
            return false;
        }
        return true;
    }
}
