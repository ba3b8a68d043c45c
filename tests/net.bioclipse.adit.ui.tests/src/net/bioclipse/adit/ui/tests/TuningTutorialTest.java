package net.bioclipse.adit.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.bioclipse.adit.ui.finetune.FineTuneView;
import net.bioclipse.adit.ui.finetune.TuningModel;
import net.bioclipse.adit.ui.results.ResultsEditor;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows the steps of the tutorial's page on fine-tuning by the names that stand in them. */
class TuningTutorialTest {

    private final Workbench workbench = new Workbench();
    private final TuningBench bench = new TuningBench(workbench);

    @TempDir
    private Path folder;

    @BeforeEach
    void tinyModelAndData() throws Exception {
        TuningBench.assumeLibtorch();
        bench.make(folder);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        bench.clear();
        workbench.page().resetPerspective();
    }

    private Composite window() {
        return workbench.window().getShell();
    }

    private Button visible(String name) {
        Button button = workbench.button(window(), name);
        workbench.until("'" + name + "'", button::isVisible);
        return button;
    }

    private ResultsEditor opened(String name) {
        workbench.press(visible(name));
        workbench.until("the table of " + name, () -> workbench.page().getActiveEditor() instanceof ResultsEditor editor
                && editor.results() != null);
        return (ResultsEditor) workbench.page().getActiveEditor();
    }

    @Test
    void stepsLeadByCancelAndResumeToSamplesAndAModelInTheWizard() throws Exception {
        Tutorial tutorial = Tutorial.of("finetune.html");
        Shell shell = bench.wizard();
        assertTrue(Stream.of(workbench.page().getViewReferences())
                .anyMatch(view -> view.getTitle().equals(tutorial.step(1).name())));
        tutorial.step(1).names().stream().skip(1).forEach(name -> workbench.button(shell, name));
        Group preview = workbench.control(shell, Group.class, group -> group.getText().equals(tutorial.step(2).name()));
        assertTrue(workbench.says(preview, "24 molecules"), "the accepted ones are counted");
        workbench.press(workbench.button(shell, tutorial.step(3).name()));
        bench.fill(shell);
        workbench.press(workbench.button(shell, tutorial.step(4).name()));
        workbench.until("the wizard to close", shell::isDisposed);

        FineTuneView view = (FineTuneView) workbench.page().findView(FineTuneView.ID);
        assertEquals(tutorial.step(5).name(), view.getTitle());
        TuningModel first = view.shown().orElseThrow();
        workbench.patiently("losses", () -> first.state().ended() || TuningBench.points(first) > 2);
        List<String> ways = tutorial.step(5).names();
        workbench.press(visible(ways.get(2)));
        workbench.patiently("the end of the first training", () -> first.state().ended());
        assertEquals(TuningModel.State.CANCELLED, first.state(), first.says());
        workbench.press(visible(ways.get(3)));
        workbench.until("the second training", () -> view.shown().orElseThrow() != first);
        TuningModel second = view.shown().orElseThrow();
        workbench.patiently("losses", () -> second.state().ended() || second.stoppable());
        workbench.press(visible(ways.get(1)));
        workbench.patiently("the end of the second training", () -> second.state().ended());
        assertEquals(TuningModel.State.COMPLETE, second.state(), second.says());

        Path before = second.report().orElseThrow().comparisons().get(0).beforeFile().orElseThrow();
        Path after = second.report().orElseThrow().comparisons().get(0).afterFile();
        assertEquals(before.getFileName().toString(), opened(tutorial.step(6).name()).getTitle());
        assertEquals(after.getFileName().toString(), opened(tutorial.step(6).names().get(1)).getTitle());
        workbench.press(visible(tutorial.step(7).name()));
        workbench.until("the model in the list", () -> Files.exists(bench.models().resolve("mine").resolve("model.json")));
        workbench.until("what is said of it", () -> workbench.says(window(), "Added mine to the models"));
        workbench.execute("net.bioclipse.adit.ui.generate");
        Shell generate = workbench.shell("Generate structures");
        assertNotNull(workbench.button(generate, tutorial.step(7).names().get(1)));
        Combo models = workbench.control(generate, Combo.class, combo -> workbench.is(combo, "model"));
        workbench.until("the new model in the wizard", () -> models.indexOf("mine") >= 0);
        workbench.press(workbench.button(generate, "Cancel"));
        workbench.until("the wizard to close", generate::isDisposed);
    }
}
