package net.bioclipse.adit.ui.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Shows the card of a model as its author wrote it. */
public final class CardDialog extends Dialog {

    /** Cards are pages of text; nobody reads more. */
    private static final int LARGEST = 1 << 20;

    private final ModelPackage model;

    public CardDialog(Shell parent, ModelPackage model) {
        super(parent);
        this.model = model;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Card of " + model.id());
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Text text = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
        AditUi.name(text, "Model card");
        text.setFont(JFaceResources.getTextFont());
        text.setText(card());
        GridDataFactory.fillDefaults().grab(true, true).hint(720, 480).applyTo(text);
        return area;
    }

    private String card() {
        try (var stream = Files.newInputStream(model.directory().resolve("MODEL_CARD.md"))) {
            return new String(stream.readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "The card cannot be read: " + e.getMessage();
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }
}
