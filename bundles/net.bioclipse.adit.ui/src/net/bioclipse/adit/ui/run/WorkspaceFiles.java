package net.bioclipse.adit.ui.run;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** Shows the workspace what was written to the disk beside it. */
public final class WorkspaceFiles {

    private WorkspaceFiles() {
    }

    /**
     * Makes a file and what lies beside it appear in the explorer soon; nothing when it is not in the workspace. In a job of
     * its own, because the caller's rule would not allow to lock a folder.
     */
    public static void refresh(Path file) {
        refresh(file, () -> { });
    }

    /** The same, and chooses the file in the explorer, so that nobody has to look for it. */
    public static void reveal(Path file) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        refresh(file, () -> {
            if (!display.isDisposed()) {
                display.asyncExec(() -> choose(file));
            }
        });
    }

    private static void choose(Path file) {
        IWorkbenchWindow window = PlatformUI.isWorkbenchRunning()
                ? PlatformUI.getWorkbench().getActiveWorkbenchWindow() : null;
        if (window != null) {
            Stream.of(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toAbsolutePath().toUri()))
                    .filter(IResource::exists).findFirst()
                    .ifPresent(found -> BasicNewResourceWizard.selectAndReveal(found, window));
        }
    }

    private static void refresh(Path file, Runnable then) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Job job = Job.create("Refreshing " + folder.getFileName(), (ICoreRunnable) monitor -> {
            for (IContainer found : ResourcesPlugin.getWorkspace().getRoot().findContainersForLocationURI(folder.toUri())) {
                found.refreshLocal(IResource.DEPTH_ONE, monitor);
            }
            then.run();
        });
        job.setSystem(true);
        job.schedule();
    }
}
