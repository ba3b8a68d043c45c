package net.bioclipse.adit.ui.help;

import org.eclipse.jface.dialogs.DialogTray;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Help beside the pages of a wizard or of the preferences. */
final class HelpTray extends DialogTray {

    private static final int WIDTH = 320;

    private HelpPane pane;

    @Override
    protected Control createContents(Composite parent) {
        Composite frame = new Composite(parent, SWT.NONE) {

            @Override
            public org.eclipse.swt.graphics.Point computeSize(int width, int height, boolean changed) {
                return new org.eclipse.swt.graphics.Point(WIDTH, super.computeSize(width, height, changed).y);
            }
        };
        frame.setLayout(new FillLayout());
        pane = new HelpPane(frame);
        return frame;
    }

    void show(String place) {
        pane.show(place);
    }
}
