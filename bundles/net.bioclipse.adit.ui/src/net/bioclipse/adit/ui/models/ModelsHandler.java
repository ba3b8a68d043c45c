package net.bioclipse.adit.ui.models;

import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the preference page of the models. */
public final class ModelsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        PreferencesUtil.createPreferenceDialogOn(HandlerUtil.getActiveShell(event), AditUi.ID + ".models", null, null)
                .open();
        return null;
    }
}
