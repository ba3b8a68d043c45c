package net.bioclipse.adit.structure.io;

import java.io.Closeable;
import java.io.IOException;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;

/** Writes structures of one file format one after the other to a stream that it owns. */
public interface StructureWriter extends Closeable {

    /**
     * @param name       title of the record, one line
     * @param structure  what to write
     * @param assessment its bonds, charges and properties, for formats that can hold them
     * @throws IllegalArgumentException when the format cannot hold this kind of structure (a molecule in a CIF)
     */
    void write(String name, AtomicStructure structure, Assessment assessment) throws IOException;
}
