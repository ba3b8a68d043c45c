package net.bioclipse.adit.ui.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.part.FileEditorInput;

/** Input of the results editor for a run that is going on, or that ended since the workbench was started. */
public final class RunInput implements IEditorInput {

    private final RunModel run;

    public RunInput(RunModel run) {
        this.run = run;
    }

    public RunModel run() {
        return run;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return AditUi.icon("table");
    }

    @Override
    public String getName() {
        return run.output().getFileName().toString();
    }

    @Override
    public String getToolTipText() {
        return run.request().kind().word() + "s by " + run.modelName() + ", to " + run.output();
    }

    /** After a restart the table shows the file of the run; one without a file does not come back. */
    @Override
    public IPersistableElement getPersistable() {
        Path file = run.output().toAbsolutePath();
        if (!run.state().ended() || !Files.exists(file)) {
            return null;
        }
        return Stream.of(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri())).findFirst()
                .<IPersistableElement>map(FileEditorInput::new)
                .orElseGet(() -> new FileStoreEditorInput(EFS.getLocalFileSystem().getStore(file.toUri())));
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type.isInstance(run) ? type.cast(run) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunInput that && that.run == run;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(run);
    }
}
