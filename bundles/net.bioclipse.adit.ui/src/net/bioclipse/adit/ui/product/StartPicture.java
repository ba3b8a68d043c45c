package net.bioclipse.adit.ui.product;

import net.bioclipse.adit.ui.AditUi;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/**
 * The picture that is seen until the window is there. Eclipse's own splash screen belongs to its native launcher, which this
 * product does without.
 */
final class StartPicture {

    private final Shell shell;

    StartPicture(Display display) {
        Image image = ResourceLocator.imageDescriptorFromBundle(AditUi.ID, "icons/splash.png")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor).createImage(display);
        shell = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP);
        shell.setText("Bioclipse ADiT");
        shell.setLayout(new FillLayout());
        new Label(shell, SWT.NONE).setImage(image);
        shell.addDisposeListener(event -> image.dispose());
        shell.pack();
        Rectangle screen = display.getPrimaryMonitor().getClientArea();
        shell.setLocation(screen.x + (screen.width - shell.getSize().x) / 2,
                screen.y + (screen.height - shell.getSize().y) / 2);
        shell.open();
        // Starting blocks this thread, so what there is to be drawn must be drawn now.
        while (display.readAndDispatch()) {
            shell.update();
        }
    }

    void close() {
        if (!shell.isDisposed()) {
            shell.dispose();
        }
    }
}
