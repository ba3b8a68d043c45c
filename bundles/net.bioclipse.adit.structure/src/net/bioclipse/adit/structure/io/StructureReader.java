package net.bioclipse.adit.structure.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import net.bioclipse.adit.structure.AtomicStructure;

/** Reads the structures of one file format, one after the other, without holding the file in memory. */
public interface StructureReader {

    /** One structure of a file and what the file says about it (its name, or an empty string). */
    record Entry(AtomicStructure structure, String name) {
    }

    /**
     * Reads all structures of a file in order.
     *
     * @throws StructureFormatException when the file is not of this format, damaged or cut off; says where. Structures
     *                                  before the damage have been delivered
     */
    void read(Path file, Consumer<Entry> sink) throws IOException;
}
