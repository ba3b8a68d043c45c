package net.bioclipse.adit.ui.run;

import java.nio.file.Path;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;

/** Shows the workspace what was written to the disk beside it. */
public final class WorkspaceFiles {

    private WorkspaceFiles() {
    }

    /**
     * Makes a file and what lies beside it appear in the explorer soon; nothing when it is not in the workspace. In a job of
     * its own, because the caller's rule would not allow to lock a folder.
     */
    public static void refresh(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Job job = Job.create("Refreshing " + folder.getFileName(), (ICoreRunnable) monitor -> {
            for (IContainer found : ResourcesPlugin.getWorkspace().getRoot().findContainersForLocationURI(folder.toUri())) {
                found.refreshLocal(IResource.DEPTH_ONE, monitor);
            }
        });
        job.setSystem(true);
        job.schedule();
    }
}
