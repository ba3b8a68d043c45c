package net.bioclipse.adit.ui.run;

import java.nio.file.Path;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;

/** Shows the workspace what was written to the disk beside it. */
public final class WorkspaceFiles {

    private WorkspaceFiles() {
    }

    /** Makes a file and what lies beside it appear in the explorer; nothing when it is not in the workspace. */
    public static void refresh(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        for (IContainer container : ResourcesPlugin.getWorkspace().getRoot().findContainersForLocationURI(folder.toUri())) {
            try {
                container.refreshLocal(IResource.DEPTH_ONE, new NullProgressMonitor());
            } catch (CoreException e) {
                ILog.get().log(e.getStatus());
            }
        }
    }
}
