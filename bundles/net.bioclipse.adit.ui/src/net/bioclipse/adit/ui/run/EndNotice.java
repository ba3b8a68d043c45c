package net.bioclipse.adit.ui.run;

import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** A small window at the corner of the screen that says how a run ended, and goes away by itself. */
public final class EndNotice {

    private static final int MILLISECONDS = 8000;

    private EndNotice() {
    }

    /**
     * Called in any thread. Nothing is shown while the workbench closes.
     *
     * @param display of the workbench
     */
    public static void show(Display display, String title, String text) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> open(title, text));
        }
    }

    private static void open(String title, String text) {
        if (!PlatformUI.isWorkbenchRunning() || PlatformUI.getWorkbench().isClosing()) {
            return;
        }
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null) {
            NotificationPopup.forShell(window.getShell()).title(title, true).text(text).delay(MILLISECONDS).open();
        }
    }
}
