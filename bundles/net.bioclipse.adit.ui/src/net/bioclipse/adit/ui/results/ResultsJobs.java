package net.bioclipse.adit.ui.results;

import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.RowLoader;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** The work behind one table: reading and checking rows, and finding those that are shown. */
final class ResultsJobs {

    private static final int REFRESH_DELAY = 30;
    private static final int REFRESH_WHILE_LOADING = 1500;

    private final ResultsModel model;
    private final Job load;
    private final Job refresh;
    private volatile boolean closed;

    /** @param name of the file or run, for the list of jobs */
    ResultsJobs(ResultsModel model, String name) {
        this.model = model;
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
        refresh.setSystem(true);
        refresh.setPriority(Job.SHORT);
    }

    private IStatus load(IProgressMonitor monitor) {
        RowLoader.Progress start = model.loader().progress();
        int unit = 1 + start.size() / 500;
        monitor.beginTask(load.getName(), 2 * start.size() / unit + 2);
        int[] done = {(start.read() + start.assessed()) / unit};
        model.loader().run(() -> monitor.isCanceled() || closed, progress -> {
            int now = (progress.read() + progress.assessed()) / unit;
            monitor.worked(now - done[0]);
            done[0] = now;
            monitor.subTask(progress.assessed() + " of " + progress.size() + " checked");
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

    boolean loading() {
        return load.getState() != Job.NONE;
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

    void close() {
        closed = true;
        load.cancel();
        refresh.cancel();
    }
}
