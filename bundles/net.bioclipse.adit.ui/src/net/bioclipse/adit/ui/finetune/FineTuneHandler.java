package net.bioclipse.adit.ui.finetune;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the wizard with what is chosen in the explorer, or says how to get fine-tuning where it is not installed. */
public final class FineTuneHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        if (!TrainingFeature.installed()) {
            MessageDialog.openInformation(window.getShell(), "Fine-tune a model", TrainingFeature.MISSING);
            return null;
        }
        FineTuneWizard.open(window, HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection chosen ? chosen
                : StructuredSelection.EMPTY);
        return null;
    }
}
