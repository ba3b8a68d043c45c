package net.bioclipse.adit.finetuning;

import java.io.IOException;

/** The training process failed; a sentence for the user. */
public final class TrainingException extends IOException {

    private static final long serialVersionUID = 1L;

    public TrainingException(String message) {
        super(message);
    }
}
