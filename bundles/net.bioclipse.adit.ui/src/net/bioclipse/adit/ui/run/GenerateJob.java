package net.bioclipse.adit.ui.run;

import java.io.IOException;
import net.bioclipse.adit.generation.GeneratedStructure;
import net.bioclipse.adit.generation.RunControl;
import net.bioclipse.adit.generation.RunReport;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.runs.GenerationRun;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;

/**
 * A run in the background. Runs wait for each other, because two at once would share the same cores. Cancelling ends a run
 * at its next step; what it has is kept and written.
 */
public final class GenerateJob extends Job {

    /** Family of all of these jobs. */
    public static final Object FAMILY = GenerateJob.class;

    private static final long NANOS = 1_000_000_000L;
    private static final long PAUSE = NANOS / 5;

    private final GenerationRun run;
    private final RunModel model;

    public GenerateJob(GenerationRun run) {
        super(RunTexts.title(run));
        this.run = run;
        model = new RunModel(run.request(), run.model().id(), run.output());
        setRule(Runs.ONE_AT_A_TIME);
        setUser(false);
        setProperty(IProgressConstants.ICON_PROPERTY, AditUi.icon("generate"));
    }

    /** The run as the windows watch it. */
    public RunModel model() {
        return model;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY || family == Runs.FAMILY;
    }

    /** A run that waits has nobody who would notice, so it is told here. */
    @Override
    protected void canceling() {
        if (model.state() == RunModel.State.WAITING) {
            model.drop();
            model.tell();
        }
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Watch watch = new Watch(monitor);
        model.begin();
        model.tell();
        try {
            RunReport report = run.run(watch::accept, watch, device -> monitor.subTask("on " + device));
            model.end(report);
            RunRates.remember(run, report);
            WorkspaceFiles.reveal(run.output());
            return report.state() == RunReport.State.CANCELLED ? Status.CANCEL_STATUS
                    : new Status(IStatus.OK, AditUi.ID, RunTexts.outcome(report));
        } catch (IOException | ModelPackageException | RuntimeException | LinkageError e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            model.fail(reason);
            return new Status(IStatus.ERROR, AditUi.ID, reason, e);
        } finally {
            monitor.done();
            model.tell();
        }
    }

    /** Hands on what the run says, some times a second at most. */
    private final class Watch implements RunControl {

        private final IProgressMonitor monitor;
        private final long began = System.nanoTime();
        private long told = began - PAUSE;
        private long drawn;
        private int worked;

        Watch(IProgressMonitor monitor) {
            this.monitor = monitor;
            // The view of progress shows the name of the job above.
            monitor.beginTask(run.model().id(), (int) Math.min(Integer.MAX_VALUE, run.request().count()));
        }

        void accept(GeneratedStructure generated, Assessment assessment) {
            model.add(new RunModel.Result(generated, assessment));
        }

        @Override
        public boolean isCancelled() {
            return monitor.isCanceled();
        }

        @Override
        public void counted(long now, long kept) {
            drawn = now;
        }

        @Override
        public void progress(long done, long total, String what) {
            long now = System.nanoTime();
            if (now - told < PAUSE) {
                return;
            }
            told = now;
            model.at(new RunModel.Progress(done, drawn, total, (now - began) / (double) NANOS, what));
            monitor.worked((int) Math.min(Integer.MAX_VALUE, done) - worked);
            worked = (int) Math.min(Integer.MAX_VALUE, done);
            monitor.subTask(RunTexts.progress(model.progress()));
            model.tell();
        }
    }
}
