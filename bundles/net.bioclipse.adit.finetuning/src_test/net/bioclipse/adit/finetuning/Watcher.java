package net.bioclipse.adit.finetuning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Remembers what a face would show; cancels when told to. */
class Watcher implements TuningControl {

    final List<String> begun = new ArrayList<>();
    final List<TrainingProgress> trained = new ArrayList<>();
    final AtomicBoolean cancelled = new AtomicBoolean();
    private boolean cancelsWhenTraining;

    /** Asks to finish with the first progress of training. */
    Watcher cancellingInTraining() {
        cancelsWhenTraining = true;
        return this;
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get();
    }

    @Override
    public void progress(long done, long total, String what) {
        // not of interest
    }

    @Override
    public void begins(String what) {
        begun.add(what);
    }

    @Override
    public void training(TrainingProgress progress) {
        trained.add(progress);
        cancelled.compareAndSet(false, cancelsWhenTraining);
    }
}
