package net.bioclipse.adit.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever does not see the window is told what each control is. */
class AccessTest {

    private static final String UI = "net.bioclipse.adit.ui.";
    private static final Set<Class<?>> KINDS = Set.of(Button.class, Combo.class, Text.class, Spinner.class, Table.class,
            Tree.class, Link.class);

    private final Workbench workbench = new Workbench();

    @TempDir
    private java.nio.file.Path folder;

    @AfterEach
    void close() {
        for (Shell shell : workbench.display().getShells()) {
            if (shell.getData() instanceof org.eclipse.jface.window.Window window && shell != workbench.window().getShell()
                    && !(window instanceof org.eclipse.jface.window.ApplicationWindow)) {
                window.close();
            }
        }
        workbench.page().closeAllEditors(false);
        workbench.page().resetPerspective();
    }

    /** Which of our controls in a composite say nothing of themselves. */
    private List<String> nameless(Composite parent) throws ReflectiveOperationException {
        List<String> nameless = new ArrayList<>();
        for (Control control : workbench.controls(parent, Control.class)) {
            boolean ours = control instanceof Canvas && control.getClass().getName().startsWith(UI)
                    && Canvas.class.equals(control.getClass().getSuperclass()) || control.getClass() == Canvas.class;
            if ((KINDS.contains(control.getClass()) || ours) && name(control).isBlank()) {
                nameless.add(control + " " + control.getToolTipText());
            }
        }
        return nameless;
    }

    /** The label of a control, or what its listeners tell the system. */
    private static String name(Control control) throws ReflectiveOperationException {
        String label = control instanceof Button button ? button.getText() : control instanceof Link link ? link.getText() : "";
        return label.isBlank() ? told(control.getAccessible()) : label;
    }

    private static String told(Accessible accessible) throws ReflectiveOperationException {
        Field field = Accessible.class.getDeclaredField("accessibleListeners");
        field.setAccessible(true);
        AccessibleEvent event = new AccessibleEvent(accessible);
        if (field.get(accessible) instanceof Iterable<?> listeners) {
            listeners.forEach(listener -> ((AccessibleListener) listener).getName(event));
        }
        return event.result == null ? "" : event.result;
    }

    @Test
    void everyControlOfTableAndViewsHasAName() throws Exception {
        java.nio.file.Path file = java.nio.file.Files.writeString(folder.resolve("water.xyz"),
                "3\nwater\nO 0 0 0\nH 0.96 0 0\nH -0.24 0.93 0\n");
        Control table = part(IDE.openEditor(workbench.page(), file.toUri(), UI + "results.editor", true));
        workbench.until("the table", () -> workbench.controls((Composite) table, Text.class).size() > 2);
        assertEquals(List.of(), nameless((Composite) table));
        for (String view : List.of("view3d", "plots", "detail", "finetune")) {
            assertEquals(List.of(), nameless((Composite) part(workbench.page().showView(UI + view))), view);
        }
        assertEquals(List.of(), nameless((Composite) part(workbench.execute(UI + "showWelcome"))));
    }

    private static Control part(org.eclipse.ui.IWorkbenchPart part) {
        return (Control) part.getSite().getService(org.eclipse.e4.ui.model.application.ui.basic.MPart.class).getWidget();
    }

    @Test
    void everyControlOfTheWizardsHasAName() throws Exception {
        for (String command : List.of("generate", "finetune")) {
            workbench.window().getActivePage().activate(workbench.page().showView("org.eclipse.ui.navigator.ProjectExplorer"));
            ((org.eclipse.ui.navigator.CommonNavigator) workbench.page().getActivePart())
                    .selectReveal(StructuredSelection.EMPTY);
            workbench.execute(UI + command);
            Shell shell = workbench.shell(command.equals("generate") ? "Generate structures" : "Fine-tune a model");
            for (var page : ((WizardDialog) shell.getData()).getCurrentPage().getWizard().getPages()) {
                assertEquals(List.of(), nameless((Composite) page.getControl()), page.getName());
            }
            assertTrue(((WizardDialog) shell.getData()).close());
        }
    }

    @Test
    void everyControlOfThePreferencesHasAName() throws Exception {
        for (String page : List.of("preferences", "models")) {
            PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(workbench.window().getShell(), UI + page,
                    new String[] {UI + page}, null);
            dialog.setBlockOnOpen(false);
            dialog.open();
            Control control = ((org.eclipse.jface.preference.PreferencePage) dialog.getSelectedPage()).getControl();
            assertEquals(List.of(), nameless((Composite) control), page);
            dialog.close();
        }
    }
}
