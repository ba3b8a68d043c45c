package net.bioclipse.adit.ui.tests;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/** The running workbench in the hands of a test. Tests run in the window's thread, so waiting means dispatching events. */
final class Workbench {

    private static final long PATIENCE = 120_000_000_000L;

    IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    IWorkbenchPage page() {
        return window().getActivePage();
    }

    Display display() {
        return window().getShell().getDisplay();
    }

    /** Lets a wizard open as it does for the first time. */
    void forget(String wizard) {
        ((DialogSettings) PlatformUI.getDialogSettingsProvider(Platform.getBundle("net.bioclipse.adit.ui"))
                .getDialogSettings()).removeSection(wizard);
    }

    /** Executes a command as its menu item would. */
    IWorkbenchPart execute(String command) {
        try {
            Object result = window().getService(IHandlerService.class).executeCommand(command, null);
            return result instanceof IWorkbenchPart part ? part : null;
        } catch (CommandException e) {
            throw new AssertionError(command, e);
        }
    }

    /** Dispatches events until something is so. */
    void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        // A wake-up now and then, because nothing else may happen.
        Runnable tick = new Runnable() {

            @Override
            public void run() {
                if (System.nanoTime() < end) {
                    display().timerExec(50, this);
                }
            }
        };
        display().timerExec(50, tick);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("Waited in vain for " + what);
            }
            if (!display().readAndDispatch()) {
                display().sleep();
            }
        }
        display().timerExec(-1, tick);
    }

    /** The same for what computes or starts a process, which on a busy machine takes longer than a click. */
    void patiently(String what, BooleanSupplier condition) {
        for (int minute = 0; minute < 4 && !condition.getAsBoolean(); minute++) {
            try {
                until(what, condition);
            } catch (AssertionError e) {
                if (minute == 3) {
                    throw e;
                }
            }
        }
    }

    /** All that is waiting to be shown is shown. */
    void settle() {
        boolean[] idle = {false};
        display().timerExec(300, () -> idle[0] = true);
        until("an idle window", () -> idle[0]);
    }

    Shell shell(String title) {
        Shell[] found = {null};
        until("the window '" + title + "'", () -> {
            for (Shell shell : display().getShells()) {
                if (shell.isVisible() && shell.getText().equals(title)) {
                    found[0] = shell;
                }
            }
            return found[0] != null;
        });
        return found[0];
    }

    <C extends Control> C control(Composite parent, Class<C> type, Predicate<C> which) {
        return controls(parent, type).stream().filter(which).findFirst()
                .orElseThrow(() -> new AssertionError("no such " + type.getSimpleName() + " in " + parent));
    }

    <C extends Control> List<C> controls(Composite parent, Class<C> type) {
        List<C> found = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite composite) {
                found.addAll(controls(composite, type));
            }
        }
        return found;
    }

    /** Whether a control of a wizard is for a parameter. */
    boolean is(Control control, String parameter) {
        return parameter.equals(control.getData("net.bioclipse.adit.parameter"));
    }

    /** The field of a wizard for a parameter. */
    Text field(Composite wizard, String parameter) {
        return control(wizard, Text.class, text -> is(text, parameter));
    }

    /** Whether words stand in a label or a field. */
    boolean says(Composite parent, String words) {
        return controls(parent, Text.class).stream().anyMatch(text -> text.getText().contains(words))
                || controls(parent, Label.class).stream().anyMatch(label -> label.getText().contains(words));
    }

    Button button(Composite parent, String text) {
        return control(parent, Button.class, button -> button.getText().replace("&", "").equals(text));
    }

    void press(Button button) {
        button.notifyListeners(SWT.Selection, new Event());
    }

    /** Presses a button that opens a menu, and chooses an item of it. */
    void choose(Button opener, String text) {
        Menu[] opened = {null};
        Listener watch = event -> opened[0] = event.widget instanceof Menu menu ? menu : opened[0];
        display().addFilter(SWT.Show, watch);
        press(opener);
        until("the menu of " + opener.getText(), () -> opened[0] != null);
        display().removeFilter(SWT.Show, watch);
        Stream.of(opened[0].getItems()).filter(item -> item.getText().equals(text)).findFirst()
                .orElseThrow(() -> new AssertionError(Arrays.toString(opened[0].getItems())))
                .notifyListeners(SWT.Selection, new Event());
        opened[0].setVisible(false);
    }

    /** Drags with the left button from one point of a control to another. */
    void drag(Control control, Point from, Point to) {
        mouse(control, SWT.MouseDown, from);
        mouse(control, SWT.MouseMove, to);
        mouse(control, SWT.MouseUp, to);
    }

    private static void mouse(Control control, int type, Point at) {
        Event event = new Event();
        event.button = 1;
        event.x = at.x;
        event.y = at.y;
        control.notifyListeners(type, event);
    }

    /** What is on the clipboard in this form; null when there is nothing. */
    Object clipboard(Transfer form) {
        Clipboard clipboard = new Clipboard(display());
        try {
            return clipboard.getContents(form);
        } finally {
            clipboard.dispose();
        }
    }

    /** Leaves a picture of the whole screen; nothing where the tool for it is missing. */
    void picture(String name) {
        settle();
        String folder = System.getProperty("adit.pictures");
        Optional<Path> tool = Optional.of(Path.of("/usr/bin/import")).filter(Files::isExecutable);
        if (folder == null || tool.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(Path.of(folder));
            Process process = new ProcessBuilder(tool.get().toString(), "-window", "root",
                    Path.of(folder, name.toLowerCase(Locale.ROOT) + ".png").toString()).inheritIO().start();
            until("the picture", () -> !process.isAlive());
        } catch (IOException e) {
            throw new AssertionError("no picture", e);
        }
    }
}
