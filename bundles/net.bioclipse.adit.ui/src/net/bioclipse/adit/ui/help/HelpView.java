package net.bioclipse.adit.ui.help;

import java.io.IOException;
import java.util.List;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.ScrolledFormText;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;

/** Table of contents and page. A link names a page ("page:crystals") or a command of this bundle ("command:generate"). */
public final class HelpView extends ViewPart {

    public static final String ID = AditUi.ID + ".help";

    private org.eclipse.swt.widgets.List contents;
    private ScrolledFormText scrolled;
    private FormText text;
    private List<HelpPages.Page> pages = List.of();

    @Override
    public void createPartControl(Composite parent) {
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        contents = new org.eclipse.swt.widgets.List(sash, SWT.SINGLE | SWT.V_SCROLL | SWT.BORDER);
        contents.setToolTipText("Contents");
        scrolled = new ScrolledFormText(sash, SWT.V_SCROLL | SWT.H_SCROLL, false);
        text = new FormText(scrolled, SWT.WRAP);
        text.marginWidth = 10;
        text.marginHeight = 8;
        text.setFont("title", JFaceResources.getHeaderFont());
        text.setFont("code", JFaceResources.getTextFont());
        text.addHyperlinkListener(new HyperlinkAdapter() {

            @Override
            public void linkActivated(HyperlinkEvent event) {
                follow(String.valueOf(event.getHref()));
            }
        });
        scrolled.setFormText(text);
        sash.setWeights(1, 4);
        contents.addListener(SWT.Selection, event -> show(contents.getSelectionIndex()));
        try {
            pages = HelpPages.contents();
        } catch (IOException e) {
            text.setText(e.getMessage(), false, false);
        }
        pages.forEach(page -> contents.add(page.title()));
        show(0);
    }

    private void show(int index) {
        if (index < 0 || index >= pages.size()) {
            return;
        }
        contents.select(index);
        try {
            text.setText(HelpPages.text(pages.get(index)), true, false);
        } catch (IOException e) {
            text.setText(e.getMessage(), false, false);
        }
        scrolled.setOrigin(0, 0);
        scrolled.reflow(true);
    }

    private void follow(String link) {
        if (link.startsWith("page:")) {
            List<String> files = pages.stream().map(HelpPages.Page::file).toList();
            show(files.indexOf(link.substring("page:".length())));
            return;
        }
        try {
            getSite().getService(IHandlerService.class)
                    .executeCommand(AditUi.ID + "." + link.substring("command:".length()), null);
        } catch (CommandException e) {
            ILog.get().error("The link " + link + " failed", e);
        }
    }

    @Override
    public void setFocus() {
        contents.setFocus();
    }
}
