package net.bioclipse.adit.ui.generate;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.viewers.IStructuredSelection;

/** Where a file should go by what is chosen in the explorer. */
public final class ChosenFolder {

    private ChosenFolder() {
    }

    /**
     * The folder that is chosen or holds what is chosen; else the one of the last time; else the first project; else home.
     *
     * @param last folder of the last time, or null
     */
    public static Path of(IStructuredSelection selection, String last) {
        IResource resource = Adapters.adapt(selection.getFirstElement(), IResource.class);
        IContainer container = resource instanceof IFile ? resource.getParent() : (IContainer) resource;
        if (container != null && container.getLocation() != null) {
            return path(container.getLocation());
        }
        if (last != null && Files.isDirectory(Path.of(last))) {
            return Path.of(last);
        }
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            if (project.isOpen() && project.getLocation() != null) {
                return path(project.getLocation());
            }
        }
        return Path.of(System.getProperty("user.home"));
    }

    private static Path path(IPath location) {
        return location.toFile().toPath();
    }
}
