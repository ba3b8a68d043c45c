package net.bioclipse.adit.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.runs.RunRecordFile;
import net.bioclipse.adit.ui.run.GenerateJob;
import net.bioclipse.adit.ui.run.RunInput;
import net.bioclipse.adit.ui.run.RunModel;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The wizard driven by its controls, with the model that is shipped. */
class GenerateTest {

    private static final String PARAMETER = "net.bioclipse.adit.parameter";

    private final Workbench workbench = new Workbench();
    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("Structures");

    @AfterEach
    void nothingIsLeftRunning() {
        Job.getJobManager().cancel(GenerateJob.FAMILY);
        workbench.until("the end of all runs", () -> Job.getJobManager().find(GenerateJob.FAMILY).length == 0);
        workbench.page().closeAllEditors(false);
    }

    private Shell wizard() {
        workbench.execute("net.bioclipse.adit.ui.generate");
        Shell shell = workbench.shell("Generate structures");
        Combo models = workbench.control(shell, Combo.class, combo -> is(combo, "model"));
        workbench.until("the models", () -> models.getItemCount() > 0);
        return shell;
    }

    private static boolean is(Control control, String parameter) {
        return parameter.equals(control.getData(PARAMETER));
    }

    private Text field(Shell shell, String parameter) {
        return workbench.control(shell, Text.class, text -> is(text, parameter));
    }

    private Path output(String name) {
        return project.getLocation().toFile().toPath().resolve(name);
    }

    /** Presses the button and gives the run that begins. */
    private RunModel generate(Shell shell, String name) {
        field(shell, "output").setText(output(name).toString());
        workbench.press(workbench.button(shell, "Generate"));
        workbench.until("the wizard to close", shell::isDisposed);
        IEditorPart editor = workbench.page().getActiveEditor();
        return ((RunInput) editor.getEditorInput()).run();
    }

    @Test
    void writesFileAndRecordAndShowsTheResultsWhileItRuns() throws IOException {
        Shell shell = wizard();
        field(shell, "count").setText("3");
        field(shell, "seed").setText("7");
        workbench.picture("wizard");
        RunModel run = generate(shell, "three.sdf");
        workbench.picture("running");
        workbench.until("the end of the run", () -> run.state().ended());
        assertEquals(RunModel.State.COMPLETE, run.state(), run.failure().orElse(""));
        assertEquals(3, run.size());
        List<String> read = new ArrayList<>();
        Path file = output("three.sdf");
        Workshop.formats().toRead(file).reader().orElseThrow().get().read(file,
                entry -> read.add(entry.structure().formula().toString()));
        assertEquals(run.resultsFrom(0).stream().map(r -> r.generated().structure().formula().toString()).toList(), read);
        assertEquals("7", RunRecordFile.read(output("three.sdf.run.json")).parameters().get("seed"));
        workbench.until("the file in the explorer", () -> project.getFile("three.sdf").exists());
        workbench.picture("results");
    }

    @Test
    void sameSeedFromTheWizardGivesTheSameFile() throws IOException {
        for (String name : List.of("once.smi", "again.smi")) {
            Shell shell = wizard();
            field(shell, "count").setText("2");
            field(shell, "seed").setText("3");
            RunModel run = generate(shell, name);
            workbench.until("the end of the run", () -> run.state().ended());
        }
        assertEquals(Files.readString(output("once.smi")), Files.readString(output("again.smi")));
    }

    @Test
    void keepsWhatWasDoneWhenARunIsCancelledAndLetsTheNextOneBegin() throws IOException {
        Shell shell = wizard();
        field(shell, "count").setText("100000");
        field(shell, "batch").setText("8");
        RunModel run = generate(shell, "many.smi");
        Shell second = wizard();
        field(second, "count").setText("1");
        RunModel next = generate(second, "one.smi");
        workbench.until("some results", () -> run.size() > 0);
        assertEquals(RunModel.State.WAITING, next.state());
        for (Job job : Job.getJobManager().find(GenerateJob.FAMILY)) {
            if (((GenerateJob) job).model() == run) {
                job.cancel();
            }
        }
        workbench.until("the end of the first run", () -> run.state().ended());
        assertEquals(RunModel.State.CANCELLED, run.state());
        assertEquals(run.size(), Files.readAllLines(output("many.smi")).size());
        workbench.until("the end of the second run", () -> next.state().ended());
        assertEquals(RunModel.State.COMPLETE, next.state());
    }

    @Test
    void saysWhatIsWrongWhileOneTypesInTheWordsOfTheTable() {
        Shell shell = wizard();
        Button button = workbench.button(shell, "Generate");
        assertTrue(button.isEnabled());
        field(shell, "count").setText("many");
        assertFalse(button.isEnabled());
        String expected = refusal(() -> net.bioclipse.adit.generation.GenerationParameters.COUNT.parse("many"));
        assertTrue(workbench.controls(shell, Text.class).stream().anyMatch(text -> text.getText().contains(expected))
                || workbench.controls(shell, org.eclipse.swt.widgets.Label.class).stream()
                        .anyMatch(label -> label.getText().contains(expected)), expected);
        field(shell, "count").setText("5");
        assertTrue(button.isEnabled());
        field(shell, "elements").setText("C,Xx");
        assertFalse(button.isEnabled());
        field(shell, "elements").setText("");
        field(shell, "output").setText("/nowhere/at/all.sdf");
        assertFalse(button.isEnabled());
        workbench.press(workbench.button(shell, "Cancel"));
        workbench.until("the wizard to close", shell::isDisposed);
    }

    private static String refusal(Runnable work) {
        try {
            work.run();
            throw new AssertionError("was accepted");
        } catch (IllegalRequestException e) {
            return e.getMessage();
        }
    }
}
