package net.bioclipse.adit.ui.help;

import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the help of the place where the keyboard is: beside the pages of a dialog, else in the help view. */
public final class HelpHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        String place = place(Display.getCurrent().getFocusControl(), event);
        Shell shell = Display.getCurrent().getActiveShell();
        if (place != null && shell != null && shell.getData() instanceof TrayDialog dialog) {
            HelpTray tray = new HelpTray();
            if (dialog.getTray() != null) {
                dialog.closeTray();
            }
            dialog.openTray(tray);
            tray.show(place);
            return null;
        }
        try {
            HelpView view = (HelpView) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
                    .showView(HelpView.ID);
            if (place != null) {
                view.show(place);
            }
            return view;
        } catch (PartInitException e) {
            throw new ExecutionException("The help cannot be opened.", e);
        }
    }

    /** The name that a control or one around it was given, else the active view or editor where it is one of ours. */
    private static String place(Control focus, ExecutionEvent event) {
        for (Control at = focus; at != null; at = at.getParent()) {
            if (at.getData(AditUi.HELP) instanceof String place) {
                return place;
            }
        }
        String part = HandlerUtil.getActivePartId(event);
        return part != null && part.startsWith(AditUi.ID + ".")
                ? part.substring(AditUi.ID.length() + 1).replace(".editor", "") : null;
    }
}
