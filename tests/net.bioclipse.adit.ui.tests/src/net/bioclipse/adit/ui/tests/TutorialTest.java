package net.bioclipse.adit.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bioclipse.adit.ui.results.ResultsEditor;
import net.bioclipse.adit.ui.rows.Column;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.RowTable;
import net.bioclipse.adit.ui.rows.Verdict;
import net.bioclipse.adit.ui.run.GenerateJob;
import net.bioclipse.adit.ui.run.RunInput;
import net.bioclipse.adit.ui.run.RunModel;
import net.bioclipse.adit.ui.view3d.StructureView;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Follows the steps of the tutorial by the names that stand in them, so that page and window say the same. */
class TutorialTest {

    private final Workbench workbench = new Workbench();
    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("Structures");

    /** The tutorial is for somebody who opens the wizard for the first time. */
    @BeforeEach
    void forget() {
        workbench.forget("generate");
    }

    @AfterEach
    void close() {
        workbench.until("the end of all runs", () -> Job.getJobManager().find(GenerateJob.FAMILY).length == 0);
        workbench.page().closeAllEditors(false);
        workbench.page().resetPerspective();
        workbench.settle();
    }

    private Composite window() {
        return workbench.window().getShell();
    }

    private Shell wizard() {
        workbench.execute("net.bioclipse.adit.ui.generate");
        Shell shell = workbench.shell("Generate structures");
        Combo models = workbench.control(shell, Combo.class, combo -> workbench.is(combo, "model"));
        workbench.until("the models", () -> models.getItemCount() > 0);
        return shell;
    }

    private static String plain(String text) {
        return text.replace("&", "").replaceFirst(":$", "").replaceFirst("^✓ ", "").strip();
    }

    private Label label(Composite parent, String name) {
        return workbench.control(parent, Label.class, label -> plain(label.getText()).equals(name));
    }

    /** A button by its name, whether it is pressed or not. */
    private Button toggle(String name) {
        return workbench.control(window(), Button.class, button -> plain(button.getText()).equals(name));
    }

    /** Presses or releases a button that stays as it is. */
    private void push(String name) {
        Button button = toggle(name);
        button.setSelection(!button.getSelection());
        workbench.press(button);
    }

    private RunModel generate(Shell shell, String button) {
        workbench.press(workbench.button(shell, button));
        workbench.until("the table", () -> workbench.page().getActiveEditor() != null);
        RunModel run = ((RunInput) workbench.page().getActiveEditor().getEditorInput()).run();
        workbench.patiently("the end of the run", () -> run.state().ended());
        assertEquals(RunModel.State.COMPLETE, run.state(), run.failure().orElse(""));
        return run;
    }

    @Test
    void firstStepsLeadToTenMoleculesTheirRecordAndTheFileInTheExplorer() throws Exception {
        Tutorial tutorial = Tutorial.of("start.html");
        Shell shell = wizard();
        assertTrue(workbench.button(shell, tutorial.step(1).name()).getSelection());
        label(shell, tutorial.step(1).names().get(1));
        Text number = workbench.field(shell, "count");
        assertEquals("10", number.getText().isEmpty() ? number.getMessage() : number.getText());
        label(shell, tutorial.step(2).name());
        Path output = Path.of(workbench.field(shell, "output").getText());
        assertTrue(Files.notExists(output), "a new file: " + output);
        RunModel run = generate(shell, tutorial.step(3).name());
        assertEquals(10, run.size());
        assertTrue(Files.exists(output) && Files.exists(output.resolveSibling(output.getFileName() + ".run.json")));
        IFile file = project.getFile(output.getFileName().toString());
        workbench.until("the file chosen in the explorer", () -> workbench.window().getSelectionService()
                .getSelection("org.eclipse.ui.navigator.ProjectExplorer") instanceof IStructuredSelection chosen
                && file.equals(chosen.getFirstElement()));
        workbench.picture("tutorial-molecules");
    }

    @Test
    void stepsOfCrystalsLeadToACellThatIsRepeated() throws Exception {
        Tutorial tutorial = Tutorial.of("crystals.html");
        Shell shell = wizard();
        workbench.button(shell, "Molecules").setSelection(false);
        Button crystals = workbench.button(shell, tutorial.step(1).name());
        crystals.setSelection(true);
        workbench.press(crystals);
        tutorial.step(2).names().forEach(name -> label(shell, name));
        assertTrue(workbench.field(shell, "output").getText().endsWith(".cif"));
        RunModel run = generate(shell, tutorial.step(3).name());
        assertEquals(run.size(), Files.readString(run.output()).split("(?m)^data_", -1).length - 1);
        ResultsModel results = ((ResultsEditor) workbench.page().getActiveEditor()).results();
        results.select(new int[] {1});
        StructureView space = (StructureView) workbench.page().showView("net.bioclipse.adit.ui.view3d");
        assertEquals(tutorial.step(4).name(), space.getTitle());
        int alone = run.result(1).generated().structure().atomCount();
        workbench.until("the cell", () -> space.atomCount() >= alone);
        int cell = space.atomCount();
        for (Spinner cells : workbench.controls(label(window(), tutorial.step(4).names().get(1)).getParent(),
                Spinner.class)) {
            cells.setSelection(2);
            cells.notifyListeners(SWT.Selection, new Event());
        }
        workbench.until("eight cells", () -> space.atomCount() >= 8 * alone && space.atomCount() > cell);
        workbench.picture("tutorial-crystals");
        push(tutorial.step(4).names().get(2));
        workbench.until("eight cells without what is on their faces", () -> space.atomCount() == 8 * alone);
        push(tutorial.step(4).names().get(2));
    }

    /** The molecules of the tests of fine-tuning, the last one stretched. */
    private ResultsModel open(IFile file, Tutorial.Step step) throws Exception {
        try (InputStream stream = TutorialTest.class.getResourceAsStream("small-molecules.xyz")) {
            Files.writeString(file.getLocation().toFile().toPath(), new String(stream.readAllBytes(),
                    StandardCharsets.UTF_8) + "3\nstretched\nO 0 0 0\nH 1.12 0 0\nH -0.24 0.93 0\n");
        }
        file.refreshLocal(IResource.DEPTH_ZERO, null);
        assertTrue(Stream.of(workbench.page().getViewReferences()).anyMatch(view -> view.getTitle().equals(step.name())));
        ResultsEditor editor = (ResultsEditor) IDE.openEditor(workbench.page(), file);
        workbench.until("the table", () -> editor.results() != null && editor.results().loader().progress().done()
                && editor.results().shown().length > 0);
        return editor.results();
    }

    private void shown(ResultsModel results, IntPredicate which) {
        int[] rows = IntStream.range(0, results.table().size()).filter(which).toArray();
        assertTrue(rows.length > 0, "the file has such rows");
        workbench.until("the rows asked for", () -> java.util.Arrays.equals(rows, results.shown()));
    }

    private Text field(Tutorial.Step step, String name) {
        assertTrue(step.names().contains(name), name);
        return workbench.control(window(), Text.class, text -> text.getMessage().equals(name));
    }

    @Test
    void stepsOfTheTableFilterItAndShowAllRowsAgain() throws Exception {
        Tutorial tutorial = Tutorial.of("results.html");
        IFile file = project.getFile("filter.xyz");
        ResultsModel results = open(file, tutorial.step(1));
        RowTable table = results.table();
        push(tutorial.step(2).name());
        shown(results, row -> table.verdict(row) == Verdict.DOUBTFUL);
        push(tutorial.step(2).names().get(1));
        shown(results, row -> table.verdict(row) == Verdict.DOUBTFUL || table.verdict(row) == Verdict.VALID);
        tutorial.step(2).names().forEach(this::push);
        Text elements = field(tutorial.step(3), "Elements");
        elements.setText(tutorial.step(3).write());
        shown(results, row -> table.text(Column.FORMULA, row).matches("C(?![a-z]).*")
                && !table.text(Column.FORMULA, row).contains("O"));
        workbench.picture("tutorial-filter");
        elements.setText("");
        Text pattern = field(tutorial.step(4), "SMARTS");
        pattern.setText(tutorial.step(4).write());
        pattern.notifyListeners(SWT.DefaultSelection, new Event());
        shown(results, row -> List.of("CO", "OO", "NO", "CCO", "OC=O").contains(table.text(Column.NAME, row)));
        field(tutorial.step(4), "Search");
        workbench.press(workbench.button(window(), "Clear"));
        shown(results, row -> true);
        workbench.choose(workbench.button(window(), tutorial.step(5).name()), "Atoms");
        Canvas slider = workbench.control(window(), Canvas.class,
                canvas -> canvas.getClass().getSimpleName().equals("RangeSlider") && canvas.isVisible());
        workbench.drag(slider, new Point(9, 30), new Point(slider.getClientArea().width / 2, 30));
        workbench.until("fewer rows", () -> results.shown().length < table.size() && results.shown().length > 0);
        workbench.press(workbench.button(window(), tutorial.step(6).name()));
        shown(results, row -> true);
        assertArrayEquals(new int[0], results.selected());
        workbench.page().closeAllEditors(false);
        file.delete(true, null);
    }
}
