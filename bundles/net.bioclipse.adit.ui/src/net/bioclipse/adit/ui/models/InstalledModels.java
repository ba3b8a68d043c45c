package net.bioclipse.adit.ui.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import net.bioclipse.adit.modelpackage.ModelCatalogue;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** The models that can be asked for. */
public final class InstalledModels {

    /** Preference: the folder, empty for the one of the program. */
    static final String FOLDER = "models.folder";

    private InstalledModels() {
    }

    /** Where models lie. */
    public static Path folder() {
        String chosen = AditUi.preferences().get(FOLDER, "");
        return chosen.isEmpty() ? AditUi.home().resolve("models") : Path.of(chosen);
    }

    /** All entries of the folder, damaged ones too; reads every byte of them. */
    static List<ModelCatalogue.Entry> entries() throws ModelPackageException {
        return ModelCatalogue.list(folder());
    }

    /** Reads the models that can be used and hands them over in the window's thread. */
    public static void readInBackground(Display display, Consumer<List<ModelPackage>> reader) {
        Job job = Job.create("Reading the models", monitor -> {
            List<ModelPackage> models = usable();
            if (!display.isDisposed()) {
                display.asyncExec(() -> reader.accept(models));
            }
            return Status.OK_STATUS;
        });
        job.setSystem(true);
        job.schedule();
    }

    /**
     * Copies a model into the folder of the installed ones.
     *
     * @param source a folder with a model package
     * @param said   told in the window's thread how it went, one sentence
     */
    public static void addInBackground(Path source, Display display, Consumer<String> said) {
        Job.create("Adding " + source.getFileName() + " to the models", monitor -> {
            String text;
            try {
                text = "Added " + ModelFiles.add(source, folder()).id() + " to the models in " + folder() + ".";
            } catch (IOException | ModelPackageException e) {
                text = e.getMessage();
            }
            String sentence = text;
            if (!display.isDisposed()) {
                display.asyncExec(() -> said.accept(sentence));
            }
            return Status.OK_STATUS;
        }).schedule();
    }

    private static List<ModelPackage> usable() {
        try {
            return entries().stream().flatMap(entry -> entry.modelPackage().stream()).toList();
        } catch (ModelPackageException e) {
            ILog.get().log(new Status(IStatus.ERROR, AditUi.ID, e.getMessage(), e));
            return List.of();
        }
    }
}
