package net.bioclipse.adit.ui.finetune;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import net.bioclipse.adit.finetuning.FineTuning;
import net.bioclipse.adit.finetuning.FineTuningParameters;
import net.bioclipse.adit.finetuning.FineTuningRequest;
import net.bioclipse.adit.finetuning.LibtorchNatives;
import net.bioclipse.adit.finetuning.LibtorchTrainer;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.generate.ChosenFolder;
import net.bioclipse.adit.ui.models.InstalledModels;
import net.bioclipse.adit.ui.parameters.CommandLineText;
import net.bioclipse.adit.ui.parameters.RequestDialog;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.ui.IWorkbenchWindow;

/** Asks what shall be learned and starts the fine-tuning. It remembers what was asked the last time, but for the data. */
final class FineTuneWizard extends Wizard {

    /** Of one time only. */
    private static final Set<Parameter<?>> FORGOTTEN = Set.of(FineTuningParameters.DATA, FineTuningParameters.OUTPUT,
            FineTuningParameters.RESUME);
    private static final String NAME = "my-model";

    private final TuningDraft draft = new TuningDraft();
    private final IDialogSettings settings = AditUi.remembered("finetune");
    private final IWorkbenchWindow window;
    private final DataPage data = new DataPage(draft, this::validate);
    private final LearningPage learning = new LearningPage(draft, this::validate);
    private boolean ready;
    private boolean validating;

    private FineTuneWizard(IWorkbenchWindow window, IStructuredSelection selection) {
        this.window = window;
        setWindowTitle("Fine-tune a model");
        setDefaultPageImageDescriptor(AditUi.icon("wizard"));
        draft.set(FineTuningParameters.BASE, AditUi.preferences().get(GenerationParameters.MODEL.name(),
                GenerationParameters.MODEL.standard()));
        for (Parameter<?> parameter : FineTuningParameters.ofFineTuning()) {
            String text = settings.get(parameter.name());
            if (text != null && !FORGOTTEN.contains(parameter)) {
                draft.set(parameter, text);
            }
        }
        draft.setData(Dropped.paths(selection));
        draft.set(FineTuningParameters.OUTPUT, free(place(selection)).toString());
        InstalledModels.readInBackground(window.getShell().getDisplay(), this::modelsFound);
    }

    /** Opens the wizard in a window of its own. */
    static void open(IWorkbenchWindow window, IStructuredSelection selection) {
        FineTuneWizard wizard = new FineTuneWizard(window, selection);
        new RequestDialog(window.getShell(), wizard, "&Fine-tune", "finetune", wizard::commandLine).open();
    }

    /** Beside a folder of data and not in it: what is written there is no data. */
    private Path place(IStructuredSelection selection) {
        Path folder = ChosenFolder.of(selection, settings.get("folder"));
        boolean project = Adapters.adapt(selection.getFirstElement(), IProject.class) != null;
        return draft.data().contains(folder) && !project ? folder.getParent() : folder;
    }

    private static Path free(Path folder) {
        Path free = folder.resolve(NAME);
        for (int n = 2; Files.exists(free) || Files.exists(folder.resolve(free.getFileName() + ".training")); n++) {
            free = folder.resolve(NAME + "-" + n);
        }
        return free;
    }

    private void modelsFound(List<ModelPackage> models) {
        draft.setModels(models);
        ready = true;
        if (data.getControl() != null && !data.getControl().isDisposed()) {
            learning.modelsFound();
            validate();
        }
    }

    @Override
    public void addPages() {
        addPage(data);
        addPage(learning);
    }

    @Override
    public void createPageControls(org.eclipse.swt.widgets.Composite parent) {
        super.createPageControls(parent);
        validate();
    }

    /** Says on each page what is wrong with it. */
    private void validate() {
        if (validating || data.getControl() == null || learning.getControl() == null) {
            return;
        }
        validating = true;
        try {
            data.update();
            learning.show(draft.interrupted(), toFetch());
            say(data, ready ? dataProblem() : "Reading the models…", draft.data().isEmpty());
            say(learning, ready ? requestProblem() : "Reading the models…", false);
        } finally {
            validating = false;
        }
    }

    /** A page on which nothing was done yet asks instead of blaming. */
    private static void say(WizardPage page, String problem, boolean fresh) {
        page.setErrorMessage(fresh ? null : problem);
        page.setMessage(fresh ? problem : null, IMessageProvider.INFORMATION);
        page.setPageComplete(problem == null);
    }

    private String dataProblem() {
        try {
            draft.checkData();
            return data.problem();
        } catch (IllegalRequestException e) {
            return e.getMessage();
        }
    }

    private String requestProblem() {
        try {
            // Also whether there are libraries for this machine and the device that was chosen.
            LibtorchTrainer.bytesToFetch(draft.request());
            return null;
        } catch (IllegalRequestException e) {
            // Without data the first page says so.
            return draft.data().isEmpty() && e.getMessage().startsWith("'data'") ? null : e.getMessage();
        }
    }

    private String toFetch() {
        try {
            FineTuningRequest request = draft.request();
            long bytes = LibtorchTrainer.bytesToFetch(request);
            return bytes == 0 ? "" : "Libtorch is fetched first, once: " + TuningTexts.megabytes(bytes)
                    + " from Maven Central to " + place(request) + ".";
        } catch (IllegalRequestException e) {
            return "";
        }
    }

    /** Where the libraries go. */
    private static Path place(FineTuningRequest request) {
        return LibtorchNatives.ofThisMachine(request.device() == NeuralEngine.Device.CUDA).folder();
    }

    /** The request as a command line. */
    private String commandLine() {
        return CommandLineText.of("finetune", FineTuningParameters.ofFineTuning(), draft.texts(), Set.of());
    }

    @Override
    public boolean performFinish() {
        FineTuningRequest request;
        try {
            request = draft.request();
        } catch (IllegalRequestException e) {
            validate();
            return false;
        }
        if (!discarded(request) || !allowedToFetch(request)) {
            return false;
        }
        for (Parameter<?> parameter : FineTuningParameters.ofFineTuning()) {
            if (!FORGOTTEN.contains(parameter)) {
                settings.put(parameter.name(), draft.texts().getOrDefault(parameter.name(), ""));
            }
        }
        settings.put("folder", Path.of(request.output()).toAbsolutePath().getParent().toString());
        FineTunings.start(draft.texts(), draft.base(), window.getActivePage());
        return true;
    }

    /** Who does not want to go on with an interrupted training must want to lose it. */
    private boolean discarded(FineTuningRequest request) {
        if (request.resume() || !draft.interrupted()) {
            return true;
        }
        try {
            Path output = Path.of(request.output()).toAbsolutePath();
            if (MessageDialog.openConfirm(getShell(), "Begin anew?", "An interrupted training of '" + output.getFileName()
                    + "' lies there. Delete it and begin anew?")) {
                FineTuning.discard(request, output.getParent());
                return true;
            }
        } catch (IOException e) {
            learning.setErrorMessage("The interrupted training cannot be deleted: " + e.getMessage());
        }
        return false;
    }

    private boolean allowedToFetch(FineTuningRequest request) {
        long bytes = LibtorchTrainer.bytesToFetch(request);
        return bytes == 0 || MessageDialog.open(MessageDialog.QUESTION, getShell(), "Fetch libtorch?",
                "Training computes with libtorch, which is fetched once: " + TuningTexts.megabytes(bytes)
                        + " from Maven Central, checked and kept in\n" + place(request)
                        + "\n\nNothing of yours is sent. Cancelling the run stops it, and the next try goes on from there.",
                org.eclipse.swt.SWT.NONE, "Fetch and begin", "Not now") == 0;
    }
}
