package net.bioclipse.adit.ui.product;

import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PerspectiveAdapter;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.contexts.IContextService;

/** Size and bars of the product's window. */
final class ProductWindow extends WorkbenchWindowAdvisor {

    private static final int WIDE = 1400;
    private static final int HIGH = 900;
    /** Buttons of the platform's text editors, of no use for structures. */
    private static final List<String> TEXT_EDITING = List.of("org.eclipse.ui.edit.text.actionSet.annotationNavigation",
            "org.eclipse.ui.edit.text.actionSet.navigation", "org.eclipse.ui.NavigateActionSet");

    ProductWindow(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        Rectangle screen = Display.getCurrent().getPrimaryMonitor().getClientArea();
        configurer.setInitialSize(new Point(Math.min(WIDE, screen.width), Math.min(HIGH, screen.height)));
        configurer.setTitle("Bioclipse ADiT");
        configurer.setShowCoolBar(true);
        configurer.setShowStatusLine(true);
        configurer.setShowProgressIndicator(true);
        configurer.setShowPerspectiveBar(false);
    }

    /** The first start, and every one that finds nothing open, shows how to begin. */
    @Override
    public void postWindowOpen() {
        getWindowConfigurer().getWorkbenchConfigurer().getWorkbench().getService(IContextService.class)
                .activateContext("net.bioclipse.adit.ui.product");
        IWorkbenchPage page = getWindowConfigurer().getWindow().getActivePage();
        if (page != null) {
            TEXT_EDITING.forEach(page::hideActionSet);
            page.getWorkbenchWindow().addPerspectiveListener(new PerspectiveAdapter() {

                @Override
                public void perspectiveChanged(IWorkbenchPage of, IPerspectiveDescriptor perspective, String change) {
                    if (change.equals(IWorkbenchPage.CHANGE_RESET_COMPLETE)) {
                        TEXT_EDITING.forEach(of::hideActionSet);
                    }
                }
            });
        }
        if (page != null && page.getEditorReferences().length == 0) {
            try {
                page.openEditor(new WelcomeInput(), WelcomeEditor.ID);
            } catch (PartInitException e) {
                ILog.get().log(e.getStatus());
            }
        }
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new ProductActions(configurer);
    }
}
