package net.bioclipse.adit.ui.generate;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** The wizard's window; it can also give the request as a command line. */
final class GenerateDialog extends WizardDialog {

    private static final int COPY = IDialogConstants.CLIENT_ID + 1;

    private final GenerateWizard wizard;

    GenerateDialog(Shell parent, GenerateWizard wizard) {
        super(parent, wizard);
        this.wizard = wizard;
        setHelpAvailable(false);
        setModal(false);
        setBlockOnOpen(false);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Button copy = createButton(parent, COPY, "Co&py as command line", false);
        copy.setToolTipText("Puts the same request, as a line for a shell, on the clipboard");
        super.createButtonsForButtonBar(parent);
        getButton(IDialogConstants.FINISH_ID).setText("&Generate");
    }

    @Override
    protected void buttonPressed(int button) {
        if (button != COPY) {
            super.buttonPressed(button);
            return;
        }
        Clipboard clipboard = new Clipboard(getShell().getDisplay());
        clipboard.setContents(new Object[] {wizard.commandLine()}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    @Override
    public int getShellStyle() {
        return super.getShellStyle() | SWT.RESIZE;
    }
}
