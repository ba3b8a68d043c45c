package net.bioclipse.adit.generation;

/** What the user asks for cannot be: what was asked, what was found, what would be right, in one line. */
public final class IllegalRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IllegalRequestException(String message) {
        super(message);
    }
}
