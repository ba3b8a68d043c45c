package net.bioclipse.adit.ui.finetune;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import net.bioclipse.adit.finetuning.FineTuning;
import net.bioclipse.adit.finetuning.FineTuningRequest;
import net.bioclipse.adit.finetuning.TrainingSet;
import net.bioclipse.adit.generation.RunControl;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** Reads and judges the data in the background while the wizard is open; a newer question replaces an older one. */
final class DataPreview {

    /**
     * How far the reading is.
     *
     * @param reading whether it goes on
     * @param failed  whether the data cannot be learned from
     * @param share   of the files, from 0 to 1
     * @param says    what goes on, or why there is no result; empty when there is one
     * @param result  at the end
     */
    record State(boolean reading, boolean failed, double share, String says, Optional<PreviewText> result) {

        static final State NOTHING = idle("Add files or folders to see what is accepted and why not.");

        /** Nothing is read. */
        static State idle(String says) {
            return new State(false, false, 0, says, Optional.empty());
        }

        private static State reading(double share, String says) {
            return new State(true, false, share, says, Optional.empty());
        }
    }

    /** Typing goes on; reading begins when it pauses. */
    private static final int PAUSE_MILLIS = 250;
    private static final long TELL_NANOS = 150_000_000L;

    private final Display display;
    private final Consumer<State> watcher;
    private Job job;

    /** @param watcher told in the window's thread */
    DataPreview(Display display, Consumer<State> watcher) {
        this.display = display;
        this.watcher = watcher;
    }

    /** Begins to read; in the window's thread. */
    void read(FineTuningRequest request, ModelPackage base) {
        stop();
        watcher.accept(State.reading(0, "Reading…"));
        job = new Job("Reading the data for fine-tuning") {

            @Override
            protected IStatus run(IProgressMonitor monitor) {
                tell(this, judged(request, base, new Watch(this, monitor)));
                return Status.OK_STATUS;
            }
        };
        job.setSystem(true);
        job.schedule(PAUSE_MILLIS);
    }

    /** Ends the reading; in the window's thread. */
    void stop() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    private static State judged(FineTuningRequest request, ModelPackage base, RunControl control) {
        try {
            Optional<TrainingSet> data = FineTuning.preview(request, Optional.of(base), Path.of("").toAbsolutePath(),
                    FineTuneJob.workbench(null), control);
            return data.map(set -> new State(false, set.training().isEmpty(), 1, "",
                    Optional.of(PreviewText.of(set))))
                    .orElse(State.idle("Reading was stopped."));
        } catch (IOException | ModelPackageException | RuntimeException e) {
            return new State(false, true, 0, e.getMessage() == null ? e.toString() : e.getMessage(), Optional.empty());
        }
    }

    private void tell(Job from, State state) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (from == job) {
                    watcher.accept(state);
                }
            });
        }
    }

    private final class Watch implements RunControl {

        private final Job from;
        private final IProgressMonitor monitor;
        private long told;
        private double share;

        Watch(Job from, IProgressMonitor monitor) {
            this.from = from;
            this.monitor = monitor;
        }

        @Override
        public boolean isCancelled() {
            return monitor.isCanceled();
        }

        @Override
        public void progress(long done, long total, String what) {
            share = total > 0 ? done / (double) total : share;
            long now = System.nanoTime();
            if (now - told > TELL_NANOS) {
                told = now;
                tell(from, State.reading(share, total > 0 ? "Reading file " + (done + 1) + " of " + total + "…"
                        : done + " " + what + "…"));
            }
        }
    }
}
