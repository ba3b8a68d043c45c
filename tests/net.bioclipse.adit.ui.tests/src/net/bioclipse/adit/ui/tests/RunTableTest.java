package net.bioclipse.adit.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import net.bioclipse.adit.ui.results.ResultsEditor;
import net.bioclipse.adit.ui.rows.Column;
import net.bioclipse.adit.ui.run.GenerateJob;
import net.bioclipse.adit.ui.run.RunInput;
import net.bioclipse.adit.ui.run.RunModel;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The table of a run that goes on, and the way from its rows back to the run. */
class RunTableTest {

    private final Workbench workbench = new Workbench();

    @AfterEach
    void nothingIsLeftRunning() {
        Job.getJobManager().cancel(GenerateJob.FAMILY);
        workbench.until("the end of all runs", () -> Job.getJobManager().find(GenerateJob.FAMILY).length == 0);
        workbench.page().closeAllEditors(false);
    }

    private Shell wizard() {
        Shell shell = workbench.shell("Generate structures");
        workbench.until("the models",
                () -> workbench.controls(shell, Combo.class).stream().anyMatch(combo -> combo.getItemCount() > 0));
        return shell;
    }

    private Text field(Shell shell, String parameter) {
        return workbench.control(shell, Text.class, text -> parameter.equals(text.getData("net.bioclipse.adit.parameter")));
    }

    private Button detail(String text) {
        Button button = workbench.button(workbench.window().getShell(), text);
        workbench.until("'" + text + "' to be possible", button::isEnabled);
        return button;
    }

    @Test
    void fillsWhileTheRunGoesOnAndLeadsBackToTheWizardAndTheRecord() throws Exception {
        workbench.page().showView("net.bioclipse.adit.ui.detail");
        workbench.execute("net.bioclipse.adit.ui.generate");
        Shell shell = wizard();
        Path output = ResourcesPlugin.getWorkspace().getRoot().getProject("Structures").getLocation().toFile().toPath()
                .resolve("live.sdf");
        field(shell, "count").setText("100000");
        field(shell, "batch").setText("8");
        field(shell, "seed").setText("4711");
        field(shell, "output").setText(output.toString());
        Button generate = workbench.button(shell, "Generate");
        workbench.until("a request without mistakes", generate::isEnabled);
        workbench.press(generate);
        workbench.until("the wizard to close", shell::isDisposed);
        ResultsEditor editor = (ResultsEditor) workbench.page().getActiveEditor();
        RunModel run = ((RunInput) editor.getEditorInput()).run();
        workbench.until("rows in the table", () -> editor.results() != null && editor.results().shown().length > 0);
        assertEquals(RunModel.State.RUNNING, run.state());
        int before = editor.results().shown().length;
        workbench.until("more rows in the table", () -> editor.results().shown().length > before);
        Job.getJobManager().cancel(GenerateJob.FAMILY);
        workbench.until("the end of the run", () -> run.state().ended());
        workbench.until("all rows in the table", () -> editor.results().shown().length == run.size());

        editor.results().select(new int[] {0});
        workbench.until("what the checks say", () -> !editor.results().table().text(Column.VERDICT, 0).isEmpty());
        workbench.press(detail("Generate more with this seed…"));
        Shell again = wizard();
        assertEquals("4711", field(again, "seed").getText());
        workbench.press(workbench.button(again, "Cancel"));
        workbench.until("the wizard to close", again::isDisposed);
        workbench.page().activate(editor);
        workbench.press(detail("Open run record"));
        IEditorPart record = workbench.page().getActiveEditor();
        assertTrue(record.getEditorInput().getName().endsWith("live.sdf.run.json"));
        assertFalse(record.getClass().getName().contains("Error"), "the text editor does not open");
    }

    @Test
    void comesBackAfterARestartAsTheTableOfItsFile() throws Exception {
        workbench.execute("net.bioclipse.adit.ui.generate");
        Shell shell = wizard();
        Path output = ResourcesPlugin.getWorkspace().getRoot().getProject("Structures").getLocation().toFile().toPath()
                .resolve("kept.smi");
        field(shell, "count").setText("2");
        field(shell, "output").setText(output.toString());
        Button generate = workbench.button(shell, "Generate");
        workbench.until("a request without mistakes", generate::isEnabled);
        workbench.press(generate);
        workbench.until("the wizard to close", shell::isDisposed);
        IEditorPart editor = workbench.page().getActiveEditor();
        RunModel run = ((RunInput) editor.getEditorInput()).run();
        workbench.patiently("the end of the run", () -> run.state().ended());
        // What the workbench does when it closes and when it opens again.
        IPersistableElement kept = editor.getEditorInput().getPersistable();
        XMLMemento memento = XMLMemento.createWriteRoot("editor");
        kept.saveState(memento);
        workbench.page().closeAllEditors(false);
        IEditorInput input = (IEditorInput) PlatformUI.getWorkbench().getElementFactory(kept.getFactoryId())
                .createElement(memento);
        ResultsEditor again = (ResultsEditor) workbench.page().openEditor(input, "net.bioclipse.adit.ui.results.editor");
        workbench.until("the rows", () -> again.results() != null && again.results().shown().length == 2);
        assertEquals("kept.smi", again.getTitle());
    }
}
