package net.bioclipse.adit.ui.help;

import net.bioclipse.adit.ui.AditUi;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The help of ADiT, in workbenches with and without the platform's own help. */
public final class HelpView extends ViewPart {

    public static final String ID = AditUi.ID + ".help";

    private HelpPane pane;

    @Override
    public void createPartControl(Composite parent) {
        pane = new HelpPane(parent);
    }

    void show(String place) {
        pane.show(place);
    }

    @Override
    public void setFocus() {
        pane.setFocus();
    }
}
