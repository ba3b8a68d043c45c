package net.bioclipse.adit.ui.help;

import java.io.IOException;
import java.util.List;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IContext2;
import org.eclipse.help.IHelpResource;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.ScrolledFormText;
import org.eclipse.ui.handlers.IHandlerService;

/**
 * Table of contents and page, in a view or beside the pages of a dialog. A link names a page or, as the platform's help
 * writes it, {@code javascript:executeCommand("…")}.
 */
final class HelpPane {

    private static final String COMMAND = "javascript:executeCommand(\"";

    private final SashForm sash;
    private final org.eclipse.swt.widgets.List contents;
    private final ScrolledFormText scrolled;
    private final FormText text;
    private List<HelpPages.Page> pages = List.of();

    HelpPane(Composite parent) {
        sash = new SashForm(parent, SWT.VERTICAL);
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

    Control control() {
        return sash;
    }

    void setFocus() {
        contents.setFocus();
    }

    /** What contexts.xml says about a place of the window, with the pages that go on from there. */
    void show(String place) {
        IContext context = HelpSystem.getContext(AditUi.ID + "." + place);
        if (context == null) {
            return;
        }
        StringBuilder form = new StringBuilder("<form>");
        if (context instanceof IContext2 titled && titled.getTitle() != null) {
            form.append("<p><span font=\"title\">").append(FormMarkup.escaped(titled.getTitle())).append("</span></p>");
        }
        form.append("<p>").append(FormMarkup.escaped(context.getText())).append("</p>");
        contents.deselectAll();
        for (IHelpResource topic : context.getRelatedTopics()) {
            form.append("<p>More: <a href=\"").append(FormMarkup.escaped(topic.getHref())).append("\">")
                    .append(FormMarkup.escaped(topic.getLabel())).append("</a></p>");
        }
        show(form.append("</form>").toString(), true);
    }

    private void show(int index) {
        if (index < 0 || index >= pages.size()) {
            return;
        }
        contents.select(index);
        try {
            show(HelpPages.text(pages.get(index)), true);
        } catch (IOException e) {
            show(e.getMessage(), false);
        }
    }

    private void show(String words, boolean markup) {
        text.setText(words, markup, false);
        scrolled.setOrigin(0, 0);
        scrolled.reflow(true);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void follow(String link) {
        if (!link.startsWith(COMMAND)) {
            show(pages.stream().map(page -> last(page.file())).toList().indexOf(last(link)));
            return;
        }
        String command = link.substring(COMMAND.length(), link.lastIndexOf('"'));
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.get().error("The link " + link + " failed", e);
        }
    }
}
