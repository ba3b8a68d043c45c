package net.bioclipse.adit.ui.product;

import java.io.IOException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** Starts the window of the product and ends with it. */
public final class WorkbenchApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) throws IOException {
        // Depictions and charts are painted by Java into pictures; its own windows would fight with SWT's.
        System.setProperty("java.awt.headless", "true");
        Display display = PlatformUI.createDisplay();
        try {
            Location workspace = Platform.getInstanceLocation();
            if (workspace != null && workspace.isSet() && !workspace.lock()) {
                MessageDialog.openError(new Shell(display), "Bioclipse ADiT", "The workspace " + workspace.getURL().getPath()
                        + " is open in another window of Bioclipse ADiT. Close that one, or start with -data FOLDER.");
                return EXIT_OK;
            }
            StartPicture picture = new StartPicture(display);
            display.asyncExec(picture::close); // runs once the window is there
            int code = PlatformUI.createAndRunWorkbench(display, new ProductAdvisor());
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().syncExec(PlatformUI.getWorkbench()::close);
        }
    }
}
