package net.bioclipse.adit.ui.results;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.RowLoader;
import net.bioclipse.adit.ui.rows.RowMarks;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;

/** The work behind one table: reading and checking rows, finding those that are shown, keeping their marks. */
final class ResultsJobs {

    private static final int REFRESH_DELAY = 30;
    private static final int REFRESH_WHILE_LOADING = 1500;

    private static final int SAVE_DELAY = 400;

    private final ResultsModel model;
    private final RowMarks marks;
    private final Consumer<String> onMistake;
    private final Job load;
    private final Job save;
    private final Job refresh;
    private volatile boolean closed;

    /**
     * @param name      of the file or run, for the list of jobs
     * @param onMistake told what went wrong with the marks, in any thread
     */
    ResultsJobs(ResultsModel model, RowMarks marks, String name, Consumer<String> onMistake) {
        this.model = model;
        this.marks = marks;
        this.onMistake = onMistake;
        load = new Job("Reading and checking " + name) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                return load(monitor);
            }
        };
        load.setPriority(Job.DECORATE);
        refresh = new Job("Filtering " + name) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                model.refresh(() -> monitor.isCanceled() || closed);
                return Status.OK_STATUS;
            }
        };
        save = Job.createSystem("Keeping the marks of " + name, (ICoreRunnable) monitor -> saveMarks(row -> true));
        refresh.setSystem(true);
        refresh.setPriority(Job.SHORT);
    }

    private IStatus load(IProgressMonitor monitor) {
        RowLoader.Progress start = model.loader().progress();
        int unit = 1 + start.size() / 500;
        monitor.beginTask("Rows", 2 * start.size() / unit + 2);
        int[] done = {(start.read() + start.assessed()) / unit};
        model.loader().run(() -> monitor.isCanceled() || closed, progress -> {
            int now = (progress.read() + progress.assessed()) / unit;
            monitor.worked(now - done[0]);
            done[0] = now;
            monitor.subTask(progress.assessed() + " of " + progress.size() + " checked");
            marks.place();
            model.changed(ResultsModel.Change.VALUES);
        });
        if (monitor.isCanceled()) {
            model.loader().pause(true);
        }
        model.changed(ResultsModel.Change.VALUES);
        monitor.done();
        refresh();
        return Status.OK_STATUS;
    }

    /** Goes on with what is still to be read or checked. */
    void load() {
        if (!closed && model.loader().pending()) {
            load.schedule();
        }
    }

    /** The rows shown may be others now; an earlier search is given up. */
    void refresh() {
        if (!closed) {
            refresh.cancel();
            refresh.schedule(REFRESH_DELAY);
        }
    }

    /** While values come, the rows are found anew now and then, not at each of them. */
    void refreshSometime() {
        if (!closed && refresh.getState() == Job.NONE) {
            refresh.schedule(REFRESH_WHILE_LOADING);
        }
    }

    /** Marks or notes are others now; they are written soon. */
    void keepMarks() {
        if (!closed) {
            save.schedule(SAVE_DELAY);
        }
    }

    private void saveMarks(IntPredicate kept) {
        try {
            marks.save(kept);
        } catch (IOException e) {
            onMistake.accept(e.getMessage());
        }
    }

    /**
     * Ends the work and keeps the marks.
     *
     * @param kept which rows the file has by now
     */
    void close(IntPredicate kept) {
        if (!closed) {
            closed = true;
            load.cancel();
            refresh.cancel();
            save.cancel();
            saveMarks(kept);
        }
    }

    /** What a job does with some rows. */
    @FunctionalInterface
    interface RowWork {

        /**
         * @param done told the number of rows done
         * @throws IOException with a sentence for the user
         */
        void run(IntConsumer done, BooleanSupplier cancelled) throws IOException;
    }

    /** Work with rows that the user asked for and sees go on; its mistakes are shown. */
    static Job withRows(String title, int count, RowWork work) {
        Job job = new Job(title) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                SubMonitor progress = SubMonitor.convert(monitor, title, count);
                int[] told = {0};
                try {
                    work.run(done -> {
                        progress.worked(done - told[0]);
                        told[0] = done;
                    }, progress::isCanceled);
                    return progress.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
                } catch (IOException | IllegalArgumentException e) {
                    return Status.error(e.getMessage());
                }
            }
        };
        job.setUser(true);
        return job;
    }
}
