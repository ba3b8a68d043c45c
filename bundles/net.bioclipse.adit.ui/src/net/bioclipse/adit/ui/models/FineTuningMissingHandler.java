package net.bioclipse.adit.ui.models;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** Says how fine-tuning is to be had, where no window for it is installed. */
public final class FineTuningMissingHandler extends AbstractHandler {

    private static final String TRAINING = "net.bioclipse.adit.training";

    @Override
    public Object execute(ExecutionEvent event) {
        String text = Platform.getBundle(TRAINING) == null
                ? "Fine-tuning needs the feature 'Bioclipse ADiT: training' (net.bioclipse.adit.training.feature), which is not"
                        + " installed because of its size. Add it from the same update site that ADiT came from, or use a copy"
                        + " of the sources, where './adit finetune' brings it along."
                : "Fine-tuning is started from the command line: './adit finetune --help' tells how. The new model appears in"
                        + " the list of the models when it is written into their folder, " + InstalledModels.folder() + ".";
        MessageDialog.openInformation(HandlerUtil.getActiveShell(event), "Fine-tune a model", text);
        return null;
    }
}
