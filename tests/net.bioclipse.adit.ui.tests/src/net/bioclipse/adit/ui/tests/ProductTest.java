package net.bioclipse.adit.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

/** The window as it stands after its first start. */
class ProductTest {

    private final Workbench workbench = new Workbench();

    @Test
    void opensInThePerspectiveWithExplorerWelcomePageAndProject() {
        IWorkbenchPage page = workbench.page();
        assertEquals("net.bioclipse.adit.ui.perspective", page.getPerspective().getId());
        assertNotNull(page.findView(IPageLayout.ID_PROJECT_EXPLORER));
        assertTrue(ResourcesPlugin.getWorkspace().getRoot().getProject("Structures").isOpen());
        page.activate(workbench.execute("net.bioclipse.adit.ui.showWelcome"));
        assertEquals("Welcome", page.getActiveEditor().getTitle());
        workbench.picture("welcome");
    }

    @Test
    void hasTheMenuOfAdit() {
        Menu bar = workbench.window().getShell().getMenuBar();
        MenuItem adit = Stream.of(bar.getItems()).filter(item -> item.getText().contains("ADiT")).findFirst().orElseThrow();
        adit.getMenu().notifyListeners(org.eclipse.swt.SWT.Show, new org.eclipse.swt.widgets.Event());
        List<String> texts = Stream.of(adit.getMenu().getItems()).map(item -> item.getText().replace("&", "").split("\t")[0])
                .filter(text -> !text.isEmpty()).toList();
        assertEquals(List.of("Generate…", "Check", "Report", "Fine-tune…", "Models…", "Help"), texts);
    }

    @Test
    void menuOfFilesEndsWithTheEnd() {
        Menu file = workbench.window().getShell().getMenuBar().getItem(0).getMenu();
        file.notifyListeners(org.eclipse.swt.SWT.Show, new org.eclipse.swt.widgets.Event());
        assertEquals("Exit", file.getItem(file.getItemCount() - 1).getText().replace("&", ""));
    }

    @Test
    void everyViewOfThePerspectiveOpens() throws Exception {
        for (String id : List.of("net.bioclipse.adit.ui.view3d", "net.bioclipse.adit.ui.detail", "net.bioclipse.adit.ui.plots",
                "net.bioclipse.adit.ui.help", "org.eclipse.ui.views.ProgressView", "org.eclipse.pde.runtime.LogView")) {
            IViewPart view = workbench.page().showView(id);
            assertEquals(id, view.getSite().getId());
            assertTrue(view.getClass().getName().indexOf("Error") < 0, id + " is " + view.getClass());
        }
        workbench.page().showView("net.bioclipse.adit.ui.help");
        workbench.picture("help");
        workbench.page().resetPerspective();
    }

    @Test
    void themesForLightAndDarkAreThere() {
        var themes = PlatformUI.getWorkbench().getService(org.eclipse.e4.ui.css.swt.theme.IThemeEngine.class).getThemes();
        List<String> ids = themes.stream().map(theme -> theme.getId()).toList();
        assertTrue(ids.contains("org.eclipse.e4.ui.css.theme.e4_dark"), ids.toString());
        assertTrue(ids.stream().anyMatch(id -> id.startsWith("org.eclipse.e4.ui.css.theme.e4_default")), ids.toString());
    }
}
