package net.bioclipse.adit.ui.check;

import java.util.ArrayList;
import java.util.List;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.part.FileEditorInput;

/** Opens the table of results on the chosen files, or on the file of the editor; it checks what it shows. */
public final class CheckHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        List<IFile> files = chosen(event);
        files.removeIf(file -> !readable(file));
        if (files.isEmpty()) {
            MessageDialog.openInformation(window.getShell(), "Check structures", "Choose one or more files of structures in the"
                    + " explorer first: .sdf, .mol, .smi, .xyz, .extxyz or .cif.");
            return null;
        }
        for (IFile file : files) {
            try {
                window.getActivePage().openEditor(new FileEditorInput(file), AditUi.RESULTS_EDITOR);
            } catch (PartInitException e) {
                throw new ExecutionException("The table cannot be opened.", e);
            }
        }
        return null;
    }

    private static List<IFile> chosen(ExecutionEvent event) {
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
        return files;
    }

    private static boolean readable(IFile file) {
        return file.getLocation() != null && Workshop.formats().formats().stream()
                .filter(format -> format.reader().isPresent()).flatMap(format -> format.suffixes().stream())
                .anyMatch(suffix -> file.getName().toLowerCase(java.util.Locale.ROOT).endsWith(suffix));
    }
}
