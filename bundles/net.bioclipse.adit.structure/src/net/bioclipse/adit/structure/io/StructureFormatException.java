package net.bioclipse.adit.structure.io;

import java.io.IOException;

/** The user's file cannot be read as what it should be: what was found, what would be right, and the line. */
public final class StructureFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    public StructureFormatException(String message) {
        super(message);
    }
}
