package net.bioclipse.adit.ui.parameters;

import java.util.function.Supplier;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.wizard.IWizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** The window of a wizard that asks for a run; it can also give the request as a command line. */
public final class RequestDialog extends WizardDialog {

    private static final int COPY = IDialogConstants.CLIENT_ID + 1;

    private final String finish;
    private final String place;
    private final Supplier<String> commandLine;

    /**
     * @param finish      label of the button that starts the run
     * @param place       for F1, see {@link AditUi#help}
     * @param commandLine the request as it is now
     */
    public RequestDialog(Shell parent, IWizard wizard, String finish, String place, Supplier<String> commandLine) {
        super(parent, wizard);
        this.finish = finish;
        this.place = place;
        this.commandLine = commandLine;
        setHelpAvailable(false);
        setModal(false);
        setBlockOnOpen(false);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Control area = super.createDialogArea(parent);
        AditUi.help(area, place);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Button copy = createButton(parent, COPY, "Co&py as command line", false);
        copy.setToolTipText("Puts the same request, as a line for a shell, on the clipboard");
        super.createButtonsForButtonBar(parent);
        getButton(IDialogConstants.FINISH_ID).setText(finish);
    }

    @Override
    protected void buttonPressed(int button) {
        if (button != COPY) {
            super.buttonPressed(button);
            return;
        }
        Clipboard clipboard = new Clipboard(getShell().getDisplay());
        clipboard.setContents(new Object[] {commandLine.get()}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    @Override
    public int getShellStyle() {
        return super.getShellStyle() | SWT.RESIZE;
    }
}
