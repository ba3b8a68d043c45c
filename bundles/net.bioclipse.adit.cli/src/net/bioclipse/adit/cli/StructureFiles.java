package net.bioclipse.adit.cli;

import java.nio.file.Path;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureReader;

/** Formats by the names of files, refused in the words of a user's mistake. */
final class StructureFiles {

    private StructureFiles() {
    }

    static StructureReader reader(Toolbox toolbox, Path file) {
        try {
            return toolbox.formats().toRead(file).reader().orElseThrow().get();
        } catch (IllegalArgumentException e) {
            throw new IllegalRequestException(e.getMessage());
        }
    }

    static StructureFormat written(Toolbox toolbox, Path file) {
        try {
            return toolbox.formats().toWrite(file);
        } catch (IllegalArgumentException e) {
            throw new IllegalRequestException(e.getMessage());
        }
    }
}
