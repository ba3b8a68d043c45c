package net.bioclipse.adit.training;

/** Training cannot begin or go on; the message is the one line for the user. */
final class TrainingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrainingException(String message) {
        super(message);
    }
}
