package net.bioclipse.adit.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bioclipse.adit.finetuning.FineTuning;
import net.bioclipse.adit.finetuning.FineTuningParameters;
import net.bioclipse.adit.finetuning.FineTuningReport;
import net.bioclipse.adit.modelpackage.ModelCatalogue;
import net.bioclipse.adit.ui.finetune.FineTuneView;
import net.bioclipse.adit.ui.finetune.LossHistory;
import net.bioclipse.adit.ui.finetune.TuningModel;
import net.bioclipse.adit.ui.run.Runs;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.navigator.CommonNavigator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fine-tuning from the menu, with a model that computes in no time and the real training process where it can run. */
class FineTuneTest {

    private static final String UI = "net.bioclipse.adit.ui";
    /** Height of the line above the curves that names them, in their colours. */
    private static final int LEGEND = 22;
    private static final RGB TRAINING = new RGB(0x5B, 0x8D, 0xB8);

    private final Workbench workbench = new Workbench();
    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("Structures");
    private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(UI);

    @TempDir
    private Path folder;
    private Path models;

    @BeforeEach
    void tinyModelAndData() throws Exception {
        Assumptions.assumeTrue(Platform.getBundle("net.bioclipse.adit.training") != null,
                "the training feature is not installed");
        models = Files.createDirectories(folder.resolve("models"));
        TinyModel.make(models, folder.resolve("draft"));
        preferences.put("models.folder", models.toString());
        preferences.put("model", "tiny");
        String data;
        try (InputStream stream = FineTuneTest.class.getResourceAsStream("small-molecules.xyz")) {
            data = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        Files.writeString(location().resolve("family.xyz"), data + "2\npoison\nH NaN 0 0\nF 0.92 0 0\n");
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        Job.getJobManager().cancel(Runs.FAMILY);
        patiently("the end of all runs", () -> Job.getJobManager().find(Runs.FAMILY).length == 0);
        workbench.page().closeAllEditors(false);
        preferences.remove("models.folder");
        preferences.remove("model");
        for (String name : List.of("family.xyz", "mine", "mine.training", "mine.samples", "mine.refused.csv")) {
            delete(location().resolve(name));
        }
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> walk = Files.walk(path)) {
                for (Path file : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path location() {
        return project.getLocation().toFile().toPath();
    }

    /** A process starts and libraries are loaded, which on a busy machine takes longer than a click. */
    private void patiently(String what, java.util.function.BooleanSupplier condition) {
        for (int minute = 0; minute < 4 && !condition.getAsBoolean(); minute++) {
            try {
                workbench.until(what, condition);
            } catch (AssertionError e) {
                if (minute == 3) {
                    throw e;
                }
            }
        }
    }

    /** Opens the wizard with the file chosen in the explorer, and waits for the preview. */
    private Shell wizard() throws Exception {
        CommonNavigator explorer = (CommonNavigator) workbench.page().showView(IPageLayout.ID_PROJECT_EXPLORER);
        explorer.selectReveal(new StructuredSelection(project.getFile("family.xyz")));
        workbench.until("the file chosen in the explorer", () -> workbench.window().getSelectionService().getSelection()
                instanceof IStructuredSelection chosen && project.getFile("family.xyz").equals(chosen.getFirstElement()));
        workbench.execute(UI + ".finetune");
        Shell shell = workbench.shell("Fine-tune a model");
        Combo base = workbench.control(shell, Combo.class, combo -> is(combo, "base"));
        workbench.until("the models", () -> base.getItemCount() > 0);
        workbench.until("the preview", () -> refusals(shell).getItemCount() > 0);
        return shell;
    }

    private Table refusals(Shell shell) {
        return workbench.control(shell, Table.class, Table::getHeaderVisible);
    }

    private static boolean is(org.eclipse.swt.widgets.Control control, String parameter) {
        return parameter.equals(control.getData("net.bioclipse.adit.parameter"));
    }

    private Text field(Shell shell, String parameter) {
        return workbench.control(shell, Text.class, text -> is(text, parameter));
    }

    private boolean says(Composite parent, String words) {
        return workbench.controls(parent, Text.class).stream().anyMatch(text -> text.getText().contains(words))
                || workbench.controls(parent, org.eclipse.swt.widgets.Label.class).stream()
                        .anyMatch(label -> label.getText().contains(words));
    }

    @Test
    void wizardShowsWhatIsAcceptedAndNamesThePoisonedRecord() throws Exception {
        Shell shell = wizard();
        assertTrue(says(shell, "24 molecules"), "the accepted ones are counted");
        Table table = refusals(shell);
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
        field(shell, "minutes").setText("soon");
        assertFalse(begin.isEnabled());
        assertTrue(says(shell, "'minutes' is 'soon'"));
        field(shell, "minutes").setText("5");
        assertTrue(begin.isEnabled());
        field(shell, "folder").setText("/nowhere/at/all");
        assertFalse(begin.isEnabled());
        workbench.press(workbench.button(shell, "Cancel"));
        workbench.until("the wizard to close", shell::isDisposed);
    }

    @Test
    void trainsShowsLossesStopsAndKeepsAndAddsTheModelToTheList() throws Exception {
        Assumptions.assumeTrue(FineTuning.bytesToFetch(FineTuningParameters.request(false,
                Map.of("data", "any", "output", "any"))) == 0, "the natives of libtorch are not on this machine");
        Shell shell = wizard();
        field(shell, "name").setText("mine");
        field(shell, "folder").setText(location().toString());
        // So many passes that somebody has to stop them, on any machine.
        workbench.button(shell, "minutes").setSelection(false);
        workbench.button(shell, "passes over the data").setSelection(true);
        workbench.press(workbench.button(shell, "passes over the data"));
        field(shell, "epochs").setText("1000000");
        field(shell, "threads").setText("1");
        field(shell, "samples").setText("4");
        workbench.press(workbench.button(shell, "Fine-tune"));
        workbench.until("the wizard to close", shell::isDisposed);
        FineTuneView view = (FineTuneView) workbench.page().findView(FineTuneView.ID);
        TuningModel model = view.shown().orElseThrow();
        patiently("losses", () -> model.state().ended() || points(model) > 2);
        assertEquals(TuningModel.State.RUNNING, model.state(), model.says());
        Composite body = workbench.window().getShell();
        workbench.until("the curve", () -> coloured(body) > 20);
        workbench.picture("finetune-running");
        workbench.press(workbench.button(body, "Stop and keep"));
        patiently("the end of training", () -> model.state().ended());
        assertEquals(TuningModel.State.COMPLETE, model.state(), model.says());
        FineTuningReport report = model.report().orElseThrow();
        assertTrue(report.outcome().stopped());
        assertEquals(1, report.data().refusals().size());
        assertEquals(1, report.comparisons().size());
        assertTrue(Files.exists(report.comparisons().get(0).afterFile()));
        workbench.settle();
        workbench.picture("finetune-done");
        workbench.press(workbench.button(body, "Add to the models"));
        workbench.until("the model in the list", () -> Files.exists(models.resolve("mine").resolve("model.json")));
        workbench.until("what is said of it", () -> says(body, "Added mine to the models"));
        assertEquals(List.of("mine", "tiny"), ModelCatalogue.list(models).stream().map(ModelCatalogue.Entry::name).toList());
    }

    private static int points(TuningModel model) {
        return model.losses().stages().stream().map(LossHistory.Stage::training).mapToInt(List::size).sum();
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
