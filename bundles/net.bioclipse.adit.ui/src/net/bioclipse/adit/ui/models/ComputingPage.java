package net.bioclipse.adit.ui.models;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.modelpackage.ModelCatalogue;
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
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Where to compute: device, threads, GPU natives, with a button that tries them. */
public final class ComputingPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final String[] DEVICES = GenerationParameters.DEVICE.placeholder().split("\\|");

    private Combo device;
    private Text threads;
    private Text natives;
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
        AditUi.help(page, "preferences");
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 8).applyTo(page);
        new Label(page, SWT.NONE).setText("&Device:");
        device = new Combo(page, SWT.READ_ONLY);
        AditUi.name(device, "Device");
        GridDataFactory.fillDefaults().span(2, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(device);
        device.setItems("automatic: a GPU when one works", "CPU", "NVIDIA GPU (CUDA)");
        device.setToolTipText(GenerationParameters.DEVICE.help());
        new Label(page, SWT.NONE).setText("CPU &threads:");
        threads = new Text(page, SWT.BORDER);
        AditUi.name(threads, "CPU threads");
        threads.setToolTipText(GenerationParameters.THREADS.help());
        GridDataFactory.fillDefaults().span(2, 1).hint(60, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(threads);
        createNatives(page);
        test = new Button(page, SWT.PUSH);
        test.setText("T&ry it");
        test.setToolTipText("Loads the default model on this device, in a process of its own");
        test.addListener(SWT.Selection, event -> tryIt());
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(test);
        answer = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).indent(0, 7).hint(360, 90).applyTo(answer);
        IPreferenceStore store = getPreferenceStore();
        show(store.getString(GenerationParameters.DEVICE.name()), store.getString(GenerationParameters.THREADS.name()),
                store.getString(Natives.FOLDER));
        threads.addModifyListener(event -> validate());
        natives.addModifyListener(event -> validate());
        return page;
    }

    private void createNatives(Composite page) {
        new Label(page, SWT.NONE).setText("GPU &natives:");
        natives = new Text(page, SWT.BORDER);
        AditUi.name(natives, "GPU natives");
        natives.setMessage("folder; empty for the CPU's, which come along");
        natives.setToolTipText("Folder with the libraries of ONNX Runtime for CUDA, unpacked from the jar onnxruntime_gpu of"
                + " the same version. Used from the next start on, since natives are loaded once.");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(natives);
        Button browse = new Button(page, SWT.PUSH);
        browse.setText("&Browse…");
        browse.addListener(SWT.Selection, event -> {
            DirectoryDialog dialog = new DirectoryDialog(getShell());
            dialog.setFilterPath(natives.getText());
            String chosen = dialog.open();
            if (chosen != null) {
                natives.setText(chosen);
            }
        });
    }

    private void show(String deviceWord, String threadText, String nativesFolder) {
        device.select(Math.max(0, List.of(DEVICES).indexOf(deviceWord)));
        threads.setText(threadText);
        natives.setText(nativesFolder);
    }

    private Map<String, String> texts() {
        return Map.of(GenerationParameters.DEVICE.name(), DEVICES[device.getSelectionIndex()],
                GenerationParameters.THREADS.name(), threads.getText());
    }

    private void validate() {
        try {
            GenerationParameters.THREADS.parse(threads.getText());
            setErrorMessage(Natives.problem(natives.getText().strip()).orElse(null));
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
        String folder = natives.getText().strip();
        Display display = getShell().getDisplay();
        answer.setText("Loading…");
        test.setEnabled(false);
        Job.create("Trying the device", monitor -> {
            String text = tried(model, options, folder);
            display.asyncExec(() -> {
                if (!answer.isDisposed()) {
                    answer.setText(text);
                    validate();
                }
            });
            return Status.OK_STATUS;
        }).schedule();
    }

    private static String tried(String name, NeuralEngine.Options options, String nativesFolder) {
        try {
            return DeviceTrial.run(ModelCatalogue.find(name, InstalledModels.folder()).directory(), options, nativesFolder);
        } catch (ModelPackageException e) {
            return e.getMessage();
        } catch (IOException e) {
            return "The trial cannot be started: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "The trial was interrupted.";
        }
    }

    @Override
    protected void performDefaults() {
        show(GenerationParameters.DEVICE.standard(), GenerationParameters.THREADS.standard(), "");
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        texts().forEach(getPreferenceStore()::setValue);
        getPreferenceStore().setValue(Natives.FOLDER, natives.getText().strip());
        try {
            ((ScopedPreferenceStore) getPreferenceStore()).save();
        } catch (IOException e) {
            setErrorMessage("The settings cannot be saved: " + e.getMessage());
            return false;
        }
        return true;
    }
}
