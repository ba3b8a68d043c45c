package net.bioclipse.adit.ui.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bioclipse.adit.finetuning.FineTuningParameters;
import net.bioclipse.adit.finetuning.LibtorchTrainer;
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
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.navigator.CommonNavigator;
import org.junit.jupiter.api.Assumptions;

/** A model that computes in no time and 24 molecules and a poisoned record to fine-tune it with, in the workspace. */
final class TuningBench {

    private static final String UI = "net.bioclipse.adit.ui";
    private static final String DATA = "family.xyz";

    private final Workbench workbench;
    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("Structures");
    private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(UI);
    private Path models;

    TuningBench(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Skips the test where the training feature is not installed. */
    void make(Path folder) throws Exception {
        Assumptions.assumeTrue(Platform.getBundle("net.bioclipse.adit.training") != null,
                "the training feature is not installed");
        workbench.forget("finetune");
        models = Files.createDirectories(folder.resolve("models"));
        TinyModel.make(models, folder.resolve("draft"));
        preferences.put("models.folder", models.toString());
        preferences.put("model", "tiny");
        try (InputStream stream = TuningBench.class.getResourceAsStream("small-molecules.xyz")) {
            Files.writeString(location().resolve(DATA), new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    + "2\npoison\nH NaN 0 0\nF 0.92 0 0\n");
        }
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
    }

    /** Skips the test where training cannot run without fetching. */
    static void assumeLibtorch() {
        Assumptions.assumeTrue(LibtorchTrainer.bytesToFetch(FineTuningParameters.request(false,
                Map.of("data", "any", "output", "any"))) == 0, "the natives of libtorch are not on this machine");
    }

    void clear() throws Exception {
        Job.getJobManager().cancel(Runs.FAMILY);
        workbench.patiently("the end of all runs", () -> Job.getJobManager().find(Runs.FAMILY).length == 0);
        workbench.page().closeAllEditors(false);
        preferences.remove("models.folder");
        preferences.remove("model");
        for (String name : List.of(DATA, "mine", "mine.training", "mine.samples", "mine.refused.csv")) {
            delete(location().resolve(name));
        }
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> walk = Files.walk(path)) {
                for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The folder of the project. */
    Path location() {
        return project.getLocation().toFile().toPath();
    }

    /** The folder of the models. */
    Path models() {
        return models;
    }

    /** Opens the wizard with the file chosen in the explorer, and waits for the preview. */
    Shell wizard() throws Exception {
        CommonNavigator explorer = (CommonNavigator) workbench.page().showView(IPageLayout.ID_PROJECT_EXPLORER);
        explorer.selectReveal(new StructuredSelection(project.getFile(DATA)));
        workbench.until("the file chosen in the explorer", () -> workbench.window().getSelectionService().getSelection()
                instanceof IStructuredSelection chosen && project.getFile(DATA).equals(chosen.getFirstElement()));
        workbench.execute(UI + ".finetune");
        Shell shell = workbench.shell("Fine-tune a model");
        Combo base = workbench.control(shell, Combo.class, combo -> workbench.is(combo, "base"));
        workbench.until("the models", () -> base.getItemCount() > 0);
        workbench.until("the preview", () -> refusals(shell).getItemCount() > 0);
        return shell;
    }

    /** The table of records that are not learned from. */
    Table refusals(Shell wizard) {
        return workbench.control(wizard, Table.class, Table::getHeaderVisible);
    }

    /** Asks for a model "mine" by so many passes that somebody has to stop them, on any machine. */
    void fill(Shell wizard) {
        workbench.field(wizard, "name").setText("mine");
        workbench.field(wizard, "folder").setText(location().toString());
        workbench.button(wizard, "minutes").setSelection(false);
        workbench.button(wizard, "passes over the data").setSelection(true);
        workbench.press(workbench.button(wizard, "passes over the data"));
        Text passes = workbench.field(wizard, "epochs");
        passes.setText("1000000");
        workbench.field(wizard, "threads").setText("1");
        workbench.field(wizard, "samples").setText("4");
    }

    /** Losses of the training that there are by now. */
    static int points(TuningModel model) {
        return model.losses().stages().stream().map(LossHistory.Stage::training).mapToInt(List::size).sum();
    }
}
