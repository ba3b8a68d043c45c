package net.bioclipse.adit.ui.product;

import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.EditorPart;

/** The page of the first start: what this is, and one button that generates. */
public final class WelcomeEditor extends EditorPart {

    static final String ID = AditUi.ID + ".welcome";

    private Button generate;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(36, 30).spacing(0, 14).applyTo(page);
        Image mark = AditUi.icon("wizard").createImage();
        page.addDisposeListener(event -> mark.dispose());
        new Label(page, SWT.NONE).setImage(mark);
        Label title = new Label(page, SWT.NONE);
        title.setText("Bioclipse ADiT");
        title.setFont(JFaceResources.getHeaderFont());
        text(page, "Draws molecules and crystals from a model that learned from known ones, checks every one, and keeps those"
                + " that chemistry allows. The results are a file of yours: SDF, SMILES, CIF or XYZ.");
        generate = new Button(page, SWT.PUSH);
        generate.setText("  &Generate molecules or crystals…  ");
        generate.setImage(mark(page));
        generate.addListener(SWT.Selection, event -> execute(AditUi.ID + ".generate"));
        text(page, "The model that comes along is small. Not every structure that it draws passes the checks; those that do not"
                + " are left out, and the run tells how many and why.");
        Link more = new Link(page, SWT.WRAP);
        more.setText("<a href=\"showHelp\">Tutorial</a>: first molecules, crystals, filters, fine-tuning.   "
                + "<a href=\"models\">Models</a>: what is installed, how good it is, where it computes.");
        more.addListener(SWT.Selection, event -> execute(AditUi.ID + "." + event.text));
        GridDataFactory.fillDefaults().hint(520, SWT.DEFAULT).applyTo(more);
    }

    private static Image mark(Composite page) {
        Image image = AditUi.icon("generate").createImage();
        page.addDisposeListener(event -> image.dispose());
        return image;
    }

    private static void text(Composite page, String words) {
        Label label = new Label(page, SWT.WRAP);
        label.setText(words);
        GridDataFactory.fillDefaults().hint(520, SWT.DEFAULT).applyTo(label);
    }

    private void execute(String command) {
        try {
            getSite().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.get().error("The command " + command + " failed", e);
        }
    }

    @Override
    public void setFocus() {
        generate.setFocus();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        throw new UnsupportedOperationException("There is nothing to save.");
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException("There is nothing to save.");
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
