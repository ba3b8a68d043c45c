package net.bioclipse.adit.ui.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.bioclipse.adit.assembly.Workshop;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** The files of structures that a command is meant for: those chosen in the explorer, else that of the editor in front. */
final class ChosenFiles {

    private ChosenFiles() {
    }

    /** Files that can be read; where there is none, a window says what to choose. */
    static List<IFile> of(ExecutionEvent event, Shell shell, String title) {
        List<IFile> files = new ArrayList<>();
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
            for (Object element : selection) {
                IFile file = Adapters.adapt(element, IFile.class);
                if (file != null) {
                    files.add(file);
                }
            }
        }
        IFile edited = Adapters.adapt(HandlerUtil.getActiveEditorInput(event), IFile.class);
        if (files.isEmpty() && edited != null) {
            files.add(edited);
        }
        files.removeIf(file -> !readable(file));
        if (files.isEmpty()) {
            MessageDialog.openInformation(shell, title, "Choose one or more files of structures in the explorer first: .sdf,"
                    + " .mol, .smi, .xyz, .extxyz, .cif, .vasp or POSCAR.");
        }
        return files;
    }

    private static boolean readable(IFile file) {
        return file.getLocation() != null && Workshop.formats().canRead(Path.of(file.getName()));
    }
}
