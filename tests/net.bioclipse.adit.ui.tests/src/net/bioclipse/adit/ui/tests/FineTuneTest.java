package net.bioclipse.adit.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.bioclipse.adit.finetuning.FineTuningReport;
import net.bioclipse.adit.finetuning.TrainingOutcome;
import net.bioclipse.adit.modelpackage.ModelCatalogue;
import net.bioclipse.adit.ui.finetune.FineTuneView;
import net.bioclipse.adit.ui.finetune.TuningModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fine-tuning from the menu, with a model that computes in no time and the real training process where it can run. */
class FineTuneTest {

    /** Height of the line above the curves that names them, in their colours. */
    private static final int LEGEND = 22;
    private static final RGB TRAINING = new RGB(0x5B, 0x8D, 0xB8);

    private final Workbench workbench = new Workbench();
    private final TuningBench bench = new TuningBench(workbench);

    @TempDir
    private Path folder;

    @BeforeEach
    void tinyModelAndData() throws Exception {
        bench.make(folder);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        bench.clear();
    }

    @Test
    void wizardShowsWhatIsAcceptedAndNamesThePoisonedRecord() throws Exception {
        Shell shell = bench.wizard();
        assertTrue(workbench.says(shell, "24 molecules"), "the accepted ones are counted");
        Table table = bench.refusals(shell);
        assertEquals(1, table.getItemCount());
        Event event = new Event();
        event.item = table.getItem(0);
        table.notifyListeners(SWT.SetData, event);
        TableItem item = table.getItem(0);
        assertEquals("family.xyz", item.getText(0));
        assertEquals("25", item.getText(1));
        assertTrue(item.getText(3).contains("NaN"), item.getText(3));
        workbench.picture("finetune-data");
        workbench.press(workbench.button(shell, "Next >"));
        workbench.picture("finetune-learning");
        Button begin = workbench.button(shell, "Fine-tune");
        assertTrue(begin.isEnabled());
        workbench.field(shell, "minutes").setText("soon");
        assertFalse(begin.isEnabled());
        assertTrue(workbench.says(shell, "'minutes' is 'soon'"));
        workbench.field(shell, "minutes").setText("5");
        assertTrue(begin.isEnabled());
        workbench.field(shell, "folder").setText("/nowhere/at/all");
        assertFalse(begin.isEnabled());
        workbench.press(workbench.button(shell, "Cancel"));
        workbench.until("the wizard to close", shell::isDisposed);
    }

    @Test
    void trainsShowsLossesStopsAndKeepsAndAddsTheModelToTheList() throws Exception {
        TuningBench.assumeLibtorch();
        Shell shell = bench.wizard();
        bench.fill(shell);
        workbench.press(workbench.button(shell, "Fine-tune"));
        workbench.until("the wizard to close", shell::isDisposed);
        FineTuneView view = (FineTuneView) workbench.page().findView(FineTuneView.ID);
        TuningModel model = view.shown().orElseThrow();
        workbench.patiently("losses", () -> model.state().ended() || TuningBench.points(model) > 2);
        assertEquals(TuningModel.State.RUNNING, model.state(), model.says());
        Composite body = workbench.window().getShell();
        workbench.until("the curve", () -> coloured(body) > 20);
        workbench.picture("finetune-running");
        workbench.press(workbench.button(body, "Stop and keep"));
        workbench.patiently("the end of training", () -> model.state().ended());
        assertEquals(TuningModel.State.COMPLETE, model.state(), model.says());
        FineTuningReport report = model.report().orElseThrow();
        assertEquals(TrainingOutcome.Ending.STOPPED, report.outcome().ending());
        assertEquals(1, report.data().refusals().size());
        assertEquals(1, report.comparisons().size());
        assertTrue(Files.exists(report.comparisons().get(0).afterFile()));
        workbench.settle();
        workbench.picture("finetune-done");
        workbench.press(workbench.button(body, "Add to the models"));
        workbench.until("the model in the list", () -> Files.exists(bench.models().resolve("mine").resolve("model.json")));
        workbench.until("what is said of it", () -> workbench.says(body, "Added mine to the models"));
        assertEquals(List.of("mine", "tiny"), ModelCatalogue.list(bench.models()).stream().map(ModelCatalogue.Entry::name).toList());
    }

    /** Pixels of the training curve's colour on the canvases of the window. */
    private long coloured(Composite window) {
        return workbench.controls(window, Canvas.class).stream().filter(canvas -> canvas.isVisible()
                && String.valueOf(canvas.getToolTipText()).startsWith("Loss of")).mapToLong(FineTuneTest::coloured).sum();
    }

    private static long coloured(Canvas canvas) {
        Image image = new Image(canvas.getDisplay(), Math.max(1, canvas.getSize().x), Math.max(1, canvas.getSize().y));
        GC gc = new GC(canvas);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        long count = 0;
        for (int y = LEGEND; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                count += data.palette.getRGB(data.getPixel(x, y)).equals(TRAINING) ? 1 : 0;
            }
        }
        return count;
    }
}
