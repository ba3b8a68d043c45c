package net.bioclipse.adit.ui.run;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

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
        return ImageDescriptor.getMissingImageDescriptor();
    }

    @Override
    public String getName() {
        return run.output().getFileName().toString();
    }

    @Override
    public String getToolTipText() {
        return run.request().kind().word() + "s by " + run.modelName() + ", to " + run.output();
    }

    /** The file at the end can be opened again; a run that goes on cannot. */
    @Override
    public IPersistableElement getPersistable() {
        return null;
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
