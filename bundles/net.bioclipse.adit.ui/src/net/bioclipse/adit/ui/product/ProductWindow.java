package net.bioclipse.adit.ui.product;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.contexts.IContextService;

/** Size and bars of the product's window. */
final class ProductWindow extends WorkbenchWindowAdvisor {

    ProductWindow(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        configurer.setInitialSize(new Point(1280, 860));
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
