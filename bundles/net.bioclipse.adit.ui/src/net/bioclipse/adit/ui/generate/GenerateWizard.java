package net.bioclipse.adit.ui.generate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import net.bioclipse.adit.assembly.WorkshopParts;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.runs.GenerationRun;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.models.InstalledModels;
import net.bioclipse.adit.ui.parameters.CommandLineText;
import net.bioclipse.adit.ui.parameters.RequestDialog;
import net.bioclipse.adit.ui.run.RunRates;
import net.bioclipse.adit.ui.run.RunTexts;
import net.bioclipse.adit.ui.run.Runs;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;

/** Asks what to generate and starts the run. It remembers what was asked the last time, but for the seed and the file. */
public final class GenerateWizard extends Wizard implements INewWizard {

    /** What the preference pages decide. */
    private static final List<Parameter<?>> BY_PREFERENCE = List.of(GenerationParameters.MODEL, GenerationParameters.DEVICE,
            GenerationParameters.THREADS);

    private final RequestDraft draft = new RequestDraft(new WorkshopParts(AditUi.version()));
    private final IDialogSettings settings = AditUi.remembered("generate");
    private IWorkbenchWindow window;
    private WhatPage what;
    private HowPage how;
    private String problem = "Reading the models…";

    public GenerateWizard() {
        setWindowTitle("Generate structures");
        setDefaultPageImageDescriptor(AditUi.icon("wizard"));
        for (Parameter<?> parameter : GenerationParameters.all()) {
            String text = BY_PREFERENCE.contains(parameter)
                    ? AditUi.preferences().get(parameter.name(), parameter.standard()) : settings.get(parameter.name());
            if (text != null && parameter != GenerationParameters.SEED && parameter != GenerationParameters.OUTPUT) {
                draft.set(parameter, text);
            }
        }
    }

    /** Opens the wizard in a dialog of its own. */
    static void open(IWorkbenchWindow window, IStructuredSelection selection) {
        GenerateWizard wizard = new GenerateWizard();
        wizard.init(window.getWorkbench(), selection);
        new RequestDialog(window.getShell(), wizard, "&Generate", "generate", wizard::commandLine).open();
    }

    /** Opens the wizard with these parameters, by name, filled in; the others are as remembered. */
    public static void open(IWorkbenchWindow window, Map<String, String> texts) {
        GenerateWizard wizard = new GenerateWizard();
        wizard.init(window.getWorkbench(), StructuredSelection.EMPTY);
        texts.forEach((name, text) -> wizard.draft.set(GenerationParameters.byName(name), text));
        new RequestDialog(window.getShell(), wizard, "&Generate", "generate", wizard::commandLine).open();
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        window = workbench.getActiveWorkbenchWindow();
        Path folder = ChosenFolder.of(selection, settings.get("folder"));
        draft.set(GenerationParameters.OUTPUT,
                FreeName.in(folder, GenerationRun.standardOutput(draft.kind())).toString());
        InstalledModels.readInBackground(window.getShell().getDisplay(), this::modelsFound);
    }

    private void modelsFound(List<ModelPackage> models) {
        draft.setModels(models);
        if (what != null && what.getControl() != null && !what.getControl().isDisposed()) {
            what.modelsFound();
        }
        validate();
    }

    @Override
    public void addPages() {
        what = new WhatPage(draft, this::validate);
        how = new HowPage(draft, this::validate);
        addPage(what);
        addPage(how);
    }

    /** Says on both pages what is wrong, or how long it should take. */
    private void validate() {
        if (what != null && what.getControl() != null && !what.getControl().isDisposed()) {
            what.refreshTable();
        }
        problem = null;
        String notice = null;
        try {
            GenerationRun run = draft.run();
            OptionalDouble seconds = RunRates.expectedSeconds(run);
            notice = seconds.isPresent() ? "Should take about " + RunTexts.duration(Math.ceil(seconds.getAsDouble()))
                    + ", by earlier runs like it." : null;
            if (Files.exists(run.output())) {
                notice = "There is a file of this name; it will be replaced at the end.";
            }
        } catch (IllegalRequestException e) {
            problem = e.getMessage();
        }
        for (IWizardPage page : getPages()) {
            WizardPage shown = (WizardPage) page;
            shown.setErrorMessage(problem);
            shown.setMessage(notice, notice != null && notice.startsWith("There") ? IMessageProvider.WARNING
                    : IMessageProvider.INFORMATION);
            shown.setPageComplete(problem == null);
        }
    }

    @Override
    public boolean canFinish() {
        return problem == null;
    }

    /** The request as a command line. */
    String commandLine() {
        return CommandLineText.of("generate", GenerationParameters.all(), draft.texts(),
                Set.of(GenerationParameters.KIND, GenerationParameters.COUNT));
    }

    @Override
    public boolean performFinish() {
        GenerationRun run;
        try {
            run = draft.run();
        } catch (IllegalRequestException e) {
            validate();
            return false;
        }
        for (Parameter<?> parameter : GenerationParameters.all()) {
            settings.put(parameter.name(), draft.texts().getOrDefault(parameter.name(), parameter.standard()));
        }
        settings.put("folder", run.output().getParent().toString());
        Runs.start(run, window == null ? null : window.getActivePage());
        return true;
    }
}
