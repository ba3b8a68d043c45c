package net.bioclipse.adit.generation;

/** The engine cannot compute: what was asked, what was found, what would be right. */
public final class InferenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
