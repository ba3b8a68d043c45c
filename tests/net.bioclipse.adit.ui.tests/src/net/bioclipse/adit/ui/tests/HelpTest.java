package net.bioclipse.adit.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bioclipse.adit.ui.run.GenerateJob;
import net.bioclipse.adit.ui.run.RunInput;
import net.bioclipse.adit.ui.run.RunModel;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.help.HelpSystem;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The help says what the windows say, and comes where it is asked for. */
class HelpTest {

    private static final Pattern STEP = Pattern.compile("<li>(.*?)</li>", Pattern.DOTALL);
    private static final Pattern BOLD = Pattern.compile("<b>(.*?)</b>");

    private final Workbench workbench = new Workbench();

    /** The tutorial is for somebody who opens the wizard for the first time. */
    @BeforeEach
    void forget() {
        ((DialogSettings) PlatformUI.getDialogSettingsProvider(Platform.getBundle("net.bioclipse.adit.ui"))
                .getDialogSettings()).removeSection("generate");
    }

    @AfterEach
    void close() {
        for (Shell shell : workbench.display().getShells()) {
            if (shell.getData() instanceof TrayDialog dialog) {
                dialog.close();
            }
        }
        workbench.until("the end of all runs", () -> Job.getJobManager().find(GenerateJob.FAMILY).length == 0);
        workbench.page().closeAllEditors(false);
        workbench.page().resetPerspective();
    }

    private static List<String> namesInSteps(String page) throws IOException {
        String text = Files.readString(Path.of(System.getProperty("adit.home"), "bundles/net.bioclipse.adit.ui/help", page));
        List<String> names = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        while (step.find()) {
            Matcher bold = BOLD.matcher(step.group(1));
            while (bold.find()) {
                names.add(bold.group(1));
            }
        }
        return names;
    }

    private Shell wizard() {
        workbench.execute("net.bioclipse.adit.ui.generate");
        Shell shell = workbench.shell("Generate structures");
        Combo models = workbench.control(shell, Combo.class,
                combo -> "model".equals(combo.getData("net.bioclipse.adit.parameter")));
        workbench.until("the models", () -> models.getItemCount() > 0);
        return shell;
    }

    /** All that can be read in a window, without marks for keys and the colons of labels. */
    private TreeSet<String> words(Shell shell) {
        TreeSet<String> words = new TreeSet<>();
        workbench.controls(shell, Label.class).forEach(label -> words.add(plain(label.getText())));
        workbench.controls(shell, Button.class).forEach(button -> words.add(plain(button.getText())));
        return words;
    }

    private static String plain(String text) {
        return text.replace("&", "").replaceFirst(":$", "").strip();
    }

    @Test
    void everyNameInTheStepsOfTheTutorialStandsInTheWindow() throws IOException {
        TreeSet<String> words = words(wizard());
        List<String> names = new ArrayList<>(namesInSteps("start.html"));
        names.addAll(namesInSteps("crystals.html"));
        assertTrue(names.size() >= 7, names.toString());
        for (String name : names) {
            assertTrue(words.contains(name), "'" + name + "' is not among " + words);
        }
    }

    @Test
    void theStepsOfTheTutorialLeadToTenMoleculesAndTheirRecord() {
        Shell shell = wizard();
        Button molecules = workbench.button(shell, "Molecules");
        assertTrue(molecules.getSelection());
        Text number = workbench.control(shell, Text.class,
                text -> "count".equals(text.getData("net.bioclipse.adit.parameter")));
        assertEquals("10", number.getText().isEmpty() ? number.getMessage() : number.getText());
        Text file = workbench.control(shell, Text.class,
                text -> "output".equals(text.getData("net.bioclipse.adit.parameter")));
        Path output = Path.of(file.getText());
        assertTrue(Files.notExists(output), "a new file: " + output);
        workbench.press(workbench.button(shell, "Generate"));
        workbench.until("the table", () -> workbench.page().getActiveEditor() != null);
        RunModel run = ((RunInput) workbench.page().getActiveEditor().getEditorInput()).run();
        showProgress();
        workbench.until("a few results", () -> run.size() > 1 || run.state().ended());
        workbench.picture("progress");
        workbench.until("the end of the run", () -> run.state().ended());
        assertEquals(10, run.size());
        Path record = output.resolveSibling(output.getFileName() + ".run.json");
        assertTrue(Files.exists(output) && Files.exists(record));
        Path workspace = ResourcesPlugin.getWorkspace().getRoot().getLocation().toFile().toPath();
        assertTrue(output.startsWith(workspace), output.toString());
    }

    private void showProgress() {
        try {
            workbench.page().showView("org.eclipse.ui.views.ProgressView");
        } catch (org.eclipse.ui.PartInitException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void comesBesideTheWizardAndInItsViewElsewhere() {
        Shell shell = wizard();
        shell.forceActive();
        workbench.control(shell, Text.class, text -> "count".equals(text.getData("net.bioclipse.adit.parameter")))
                .forceFocus();
        workbench.until("the wizard in front", () -> workbench.display().getActiveShell() == shell);
        workbench.execute("net.bioclipse.adit.ui.showHelp");
        assertNotNull(((WizardDialog) shell.getData()).getTray());
        workbench.picture("wizard-help");
        ((WizardDialog) shell.getData()).close();
        assertEquals("net.bioclipse.adit.ui.help",
                workbench.execute("net.bioclipse.adit.ui.showHelp").getSite().getId());
    }

    @Test
    void f1BelongsToTheProductAndEveryPlaceHasWords() {
        assertTrue(PlatformUI.getWorkbench().getService(IContextService.class).getActiveContextIds()
                .contains("net.bioclipse.adit.ui.product"));
        for (String place : List.of("generate", "results", "view3d", "detail", "plots", "finetune", "models",
                "preferences")) {
            assertNotNull(HelpSystem.getContext("net.bioclipse.adit.ui." + place), place);
        }
    }

    @Test
    void preferencesTryTheDeviceInAProcessOfItsOwn() {
        PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(workbench.window().getShell(),
                "net.bioclipse.adit.ui.preferences", null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        Shell shell = dialog.getShell();
        workbench.press(workbench.button(shell, "Try it"));
        workbench.until("an answer", () -> workbench.controls(shell, Label.class).stream()
                .anyMatch(label -> label.getText().contains("computes on") || label.getText().contains("exit code")));
        assertTrue(workbench.controls(shell, Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("adit-qm9-mp20 computes on CPU")));
        workbench.picture("preferences");
        Text natives = workbench.controls(shell, Text.class).stream()
                .filter(text -> text.getMessage().startsWith("folder; empty")).findFirst().orElseThrow();
        natives.setText("/nowhere/at/all");
        PreferencePage page = (PreferencePage) dialog.getSelectedPage();
        assertEquals("The folder of natives, /nowhere/at/all, is not there.", page.getErrorMessage());
        natives.setText("");
        assertNull(page.getErrorMessage());
    }

    @Test
    void modelsPageListsTheDefaultModel() {
        PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(workbench.window().getShell(),
                "net.bioclipse.adit.ui.models", null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        Table models = workbench.controls(dialog.getShell(), Table.class).get(0);
        workbench.until("the models", () -> models.getItemCount() > 0);
        assertEquals("adit-qm9-mp20", models.getItem(0).getText(0));
        assertEquals("default", models.getItem(0).getText(2));
        workbench.picture("models");
    }
}
