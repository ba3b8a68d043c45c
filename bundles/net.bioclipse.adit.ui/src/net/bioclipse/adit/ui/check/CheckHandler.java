package net.bioclipse.adit.ui.check;

import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.part.FileEditorInput;

/** Opens the table of results on the chosen files, or on the file of the editor; it checks what it shows. */
public final class CheckHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        for (IFile file : ChosenFiles.of(event, window.getShell(), "Check structures")) {
            try {
                window.getActivePage().openEditor(new FileEditorInput(file), AditUi.RESULTS_EDITOR);
            } catch (PartInitException e) {
                throw new ExecutionException("The table cannot be opened.", e);
            }
        }
        return null;
    }
}
