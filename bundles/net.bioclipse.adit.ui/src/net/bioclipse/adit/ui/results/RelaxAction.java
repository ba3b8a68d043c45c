package net.bioclipse.adit.ui.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.physics.Relaxation;
import net.bioclipse.adit.physics.Relaxer;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.RowRelaxation;
import net.bioclipse.adit.ui.run.WorkspaceFiles;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;

/** Relaxes rows in the background into a new file beside that of the table, and opens it. */
final class RelaxAction {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private RelaxAction() {
    }

    /** Moves atoms by the force field MMFF94, which is always there. */
    static Relaxation forceField() {
        return Workshop.forceField(LIMIT);
    }

    /** Moves atoms by xtb, which people install by themselves. */
    static Relaxation xtb() throws IOException {
        return Workshop.xtb("xtb", Duration.ofMinutes(10));
    }

    /** @param method makes what relaxes; not called in the window's thread */
    static void relax(ResultsModel model, int[] rows, String name, Callable<Relaxation> method, IWorkbenchPage page) {
        Display display = page.getWorkbenchWindow().getShell().getDisplay();
        Job job = ResultsJobs.withRows("Relaxing " + rows.length + " rows by " + name, rows.length, (done, cancelled) -> {
            Path target = free(model.table().source().place());
            RowRelaxation relaxation = new RowRelaxation(model,
                    new Relaxer(called(method), ResultsEditor.assessor(), cancelled), Workshop.formats());
            int written = relaxation.write(rows, target, done, cancelled);
            if (written > 0) {
                WorkspaceFiles.refresh(target);
                display.asyncExec(() -> show(target, written, rows.length, relaxation.refusal(), page));
            }
        });
        job.schedule();
    }

    private static Relaxation called(Callable<Relaxation> method) throws IOException {
        try {
            return method.call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** "NAME-relaxed.sdf", or with a number where that is taken. */
    private static Path free(Path structures) {
        String name = structures.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        Path free = structures.resolveSibling(name + "-relaxed.sdf");
        for (int i = 2; Files.exists(free); i++) {
            free = structures.resolveSibling(name + "-relaxed-" + i + ".sdf");
        }
        return free;
    }

    private static void show(Path file, int written, int asked, String refusal, IWorkbenchPage page) {
        try {
            IDE.openEditor(page, file.toUri(), AditUi.RESULTS_EDITOR, true);
            if (written < asked) {
                NotificationPopup.forShell(page.getWorkbenchWindow().getShell()).title(file.getFileName().toString(), true)
                        .text(written + " of " + asked + " rows relaxed. " + refusal).delay(10_000).open();
            }
        } catch (PartInitException e) {
            Platform.getLog(RelaxAction.class).warn("The relaxed molecules cannot be shown", e);
        }
    }
}
