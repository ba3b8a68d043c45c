package net.bioclipse.adit.ui.finetune;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;

/** Files and folders as they come from the explorer, the desktop or a selection. */
final class Dropped {

    private Dropped() {
    }

    /** @param data what a transfer gives: names of files, or resources of the workspace */
    static List<Path> paths(Object data) {
        if (data instanceof String[] names) {
            return Arrays.stream(names).map(Path::of).toList();
        }
        return data instanceof IResource[] resources ? located(Arrays.stream(resources)) : List.of();
    }

    /** Files and folders among what is chosen. */
    static List<Path> paths(IStructuredSelection selection) {
        return located(Arrays.stream(selection.toArray()).map(chosen -> Adapters.adapt(chosen, IResource.class)));
    }

    private static List<Path> located(Stream<IResource> resources) {
        return resources.filter(Objects::nonNull).map(IResource::getLocation).filter(Objects::nonNull)
                .map(location -> location.toFile().toPath()).toList();
    }
}
