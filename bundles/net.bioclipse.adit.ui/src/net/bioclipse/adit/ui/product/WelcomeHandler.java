package net.bioclipse.adit.ui.product;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the page of the first start again. */
public final class WelcomeHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            return HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
                    .openEditor(new WelcomeInput(), WelcomeEditor.ID);
        } catch (PartInitException e) {
            throw new ExecutionException("The welcome page cannot be opened.", e);
        }
    }
}
