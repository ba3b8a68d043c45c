package net.bioclipse.adit.modelpackage;

import java.nio.file.Path;

/** A model package cannot be used: what was asked, what was found, what would be right, and in which file. */
public final class ModelPackageException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 80;

    public ModelPackageException(String message) {
        super(message);
    }

    public ModelPackageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** One line "asked: found; right (where)." */
    public static ModelPackageException of(String asked, String found, String right, Path where) {
        return new ModelPackageException(asked + ": " + found + "; " + right + " (" + where + ").");
    }

    /** A text out of a file, in quotes, on one line and not too long for a message. */
    public static String quote(String text) {
        String shown = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        return "'" + shown.replaceAll("\\p{C}", "?") + "'";
    }
}
