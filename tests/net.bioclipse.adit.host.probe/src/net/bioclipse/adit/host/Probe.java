package net.bioclipse.adit.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/**
 * Writes with which perspective the workbench it lives in has opened and what its menu ADiT contains, generates two
 * molecules by that menu where there is one, and closes the workbench. The property {@code adit.probe.report} names the
 * file for what was seen; without it nothing happens. With {@code adit.probe.restart} it restarts the workbench first.
 */
public final class Probe implements IStartup {

    private static final int PATIENCE_STEPS = 6000;
    private static final int STEP_MILLISECONDS = 100;

    private final List<String> seen = new ArrayList<>();
    private int steps;

    @Override
    public void earlyStartup() {
        if (System.getProperty("adit.probe.report") != null) {
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().asyncExec(() -> look(workbench));
        }
    }

    private void look(IWorkbench workbench) {
        if (System.getProperty("adit.probe.restart") != null && report().resolveSibling("restarted").toFile().mkdir()) {
            workbench.restart();
            return;
        }
        IWorkbenchWindow window = workbench.getWorkbenchWindows()[0];
        seen.add("perspective: " + window.getActivePage().getPerspective().getId());
        List<String> items = Stream.of(window.getShell().getMenuBar().getItems())
                .filter(item -> item.getText().endsWith("ADiT")).flatMap(Probe::texts).toList();
        seen.add("menu: " + items);
        if (items.isEmpty()) {
            end(workbench);
        } else {
            generate(workbench);
        }
    }

    private static Stream<String> texts(MenuItem item) {
        Menu menu = item.getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        return Stream.of(menu.getItems()).map(entry -> entry.getText().replace("&", "").split("\t")[0])
                .filter(text -> !text.isEmpty());
    }

    private void generate(IWorkbench workbench) {
        Path output = report().resolveSibling("probe.smi");
        try {
            workbench.getService(IHandlerService.class).executeCommand("net.bioclipse.adit.ui.generate", null);
        } catch (CommandException e) {
            seen.add("failed: " + e);
            end(workbench);
            return;
        }
        when(workbench, () -> press(workbench, output), () -> when(workbench, () -> complete(output), () -> {
            seen.add("molecules: " + lines(output));
            end(workbench);
        }));
    }

    /** Fills the wizard as soon as its models are there; gives whether its button could be pressed. */
    private static boolean press(IWorkbench workbench, Path output) {
        for (Shell shell : workbench.getDisplay().getShells()) {
            if (shell.getText().equals("Generate structures") && shell.isVisible()) {
                field(shell, "count").setText("2");
                field(shell, "output").setText(output.toString());
                Button button = (Button) control(shell, c -> c instanceof Button b && b.getText().equals("&Generate"));
                if (button.isEnabled()) {
                    button.notifyListeners(SWT.Selection, new Event());
                    return true;
                }
            }
        }
        return false;
    }

    private static Text field(Shell shell, String parameter) {
        return (Text) control(shell, c -> c instanceof Text && parameter.equals(c.getData("net.bioclipse.adit.parameter")));
    }

    private static Control control(Composite parent, java.util.function.Predicate<Control> which) {
        for (Control child : parent.getChildren()) {
            Control found = which.test(child) ? child : child instanceof Composite c ? control(c, which) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The record is written last, and once no job goes on that a user would see, closing asks nothing. */
    private static boolean complete(Path output) {
        return Files.exists(output.resolveSibling(output.getFileName() + ".run.json"))
                && Stream.of(Job.getJobManager().find(null)).allMatch(Job::isSystem);
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void when(IWorkbench workbench, java.util.function.BooleanSupplier condition, Runnable next) {
        if (condition.getAsBoolean()) {
            next.run();
        } else if (++steps > PATIENCE_STEPS) {
            seen.add("failed: waited in vain");
            end(workbench);
        } else {
            workbench.getDisplay().timerExec(STEP_MILLISECONDS, () -> when(workbench, condition, next));
        }
    }

    /** What still goes on after waiting in vain is given up. */
    private void end(IWorkbench workbench) {
        try {
            Files.write(report(), seen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Job.getJobManager().cancel(null);
        workbench.close();
    }

    private static Path report() {
        return Path.of(System.getProperty("adit.probe.report"));
    }
}
