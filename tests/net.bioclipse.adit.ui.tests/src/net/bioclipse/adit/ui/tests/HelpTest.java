package net.bioclipse.adit.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.bioclipse.adit.ui.run.GenerateJob;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.help.HelpSystem;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The help says what the windows say, and comes where it is asked for. */
class HelpTest {

    private final Workbench workbench = new Workbench();

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

    private Shell wizard() {
        workbench.execute("net.bioclipse.adit.ui.generate");
        Shell shell = workbench.shell("Generate structures");
        Combo models = workbench.control(shell, Combo.class,
                combo -> "model".equals(combo.getData("net.bioclipse.adit.parameter")));
        workbench.until("the models", () -> models.getItemCount() > 0);
        return shell;
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
