package net.bioclipse.adit.ui.finetune;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import net.bioclipse.adit.finetuning.FineTuningReport;
import net.bioclipse.adit.finetuning.TrainingProgress;

/**
 * One fine-tuning as the windows watch it: what goes on, how far it is, the losses, the result. The job's thread writes, any
 * thread reads.
 */
public final class TuningModel {

    /** WAITING behind another run, RUNNING, and the three ways to end. */
    public enum State {
        WAITING, RUNNING, COMPLETE, CANCELLED, FAILED;

        public boolean ended() {
            return compareTo(RUNNING) > 0;
        }
    }

    /** Told when anything changed; from the job's thread, about once a second, and once more at the end. */
    @FunctionalInterface
    public interface Listener {

        void changed(TuningModel model);
    }

    private final String name;
    private final String parent;
    private final Path output;
    private final LossHistory losses = new LossHistory();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private State state = State.WAITING;
    private String part = "Waiting for other runs";
    private double share = -1;
    private TrainingProgress training;
    private boolean stopping;
    private boolean cancelling;
    private boolean resumable;
    private FineTuningReport report;
    private String failure;

    /**
     * @param name   of the model to make
     * @param parent name of the model to start from
     * @param output folder that will hold it
     */
    public TuningModel(String name, String parent, Path output) {
        this.name = name;
        this.parent = parent;
        this.output = output;
    }

    public String name() {
        return name;
    }

    public String parent() {
        return parent;
    }

    public Path output() {
        return output;
    }

    public LossHistory losses() {
        return losses;
    }

    public synchronized State state() {
        return state;
    }

    /** What goes on, one sentence; at the end how it ended. */
    public synchronized String says() {
        return switch (state) {
            case WAITING -> part + ".";
            case RUNNING -> cancelling ? "Ending; what Resume can go on from is kept…"
                    : stopping ? "Stopping; what is learned is kept…"
                    : training != null ? TuningTexts.progress(training) : part + "…";
            case COMPLETE -> TuningTexts.outcome(report);
            case CANCELLED -> resumable ? "Cancelled. The last checkpoint is kept: Resume goes on from it."
                    : "Cancelled before training; nothing was changed.";
            case FAILED -> failure;
        };
    }

    /** How much of the present part is done, from 0 to 1; negative when nobody knows. */
    public synchronized double share() {
        return share;
    }

    /** What the training process said last; empty outside of training. */
    public synchronized Optional<TrainingProgress> training() {
        return Optional.ofNullable(training);
    }

    /** Whether training goes on and may be stopped with its result kept. */
    public synchronized boolean stoppable() {
        return state == State.RUNNING && training != null && !stopping && !cancelling;
    }

    /** Whether there is a checkpoint from which it can go on. */
    public synchronized boolean resumable() {
        return resumable;
    }

    /** The result; empty before the end and after a failure. */
    public synchronized Optional<FineTuningReport> report() {
        return Optional.ofNullable(report);
    }

    /** Ends training soon and keeps what is learned; the comparison is still made. Nothing outside of training. */
    public void stopAndKeep() {
        synchronized (this) {
            stopping = stoppable();
        }
        tell();
    }

    /** It was asked to end at once. */
    synchronized void cancel() {
        cancelling = true;
    }

    synchronized boolean stopping() {
        return stopping;
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    synchronized void begins(String what) {
        state = State.RUNNING;
        part = what;
        share = -1;
        training = null;
        stopping = false;
    }

    synchronized void at(double done) {
        share = done;
    }

    synchronized void at(TrainingProgress progress) {
        training = progress;
        share = progress.secondsLeft().isPresent() ? progress.elapsedSeconds()
                / Math.max(1e-9, progress.elapsedSeconds() + progress.secondsLeft().getAsDouble()) : -1;
        losses.add(progress);
    }

    synchronized void end(FineTuningReport made) {
        report = made;
        state = State.COMPLETE;
        resumable = false;
    }

    synchronized void fail(String reason, boolean canResume) {
        failure = reason;
        resumable = canResume;
        state = State.FAILED;
    }

    synchronized void drop(boolean canResume) {
        resumable = canResume;
        state = State.CANCELLED;
    }

    void tell() {
        listeners.forEach(listener -> listener.changed(this));
    }
}
