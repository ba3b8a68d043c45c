package net.bioclipse.adit.finetuning;

import net.bioclipse.adit.generation.RunControl;

/**
 * How a face watches and stops fine-tuning. {@link #isCancelled()} during training means: finish now and keep what has been
 * learned; before it: leave everything as it was.
 */
public interface TuningControl extends RunControl {

    /** Asked while training: whether to end it at once, keeping what {@code resume} goes on from and no model. */
    default boolean isAbandoned() {
        return false;
    }

    /** A new part of the work begins; one sentence for people. */
    void begins(String what);

    /** About once a second while training. */
    void training(TrainingProgress progress);
}
