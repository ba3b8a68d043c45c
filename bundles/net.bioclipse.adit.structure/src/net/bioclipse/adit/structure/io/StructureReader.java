package net.bioclipse.adit.structure.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.StructureAssessor;

/** Reads the structures of one file format, one after the other, without holding the file in memory. */
public interface StructureReader {

    /**
     * One structure of a file and what the file says about it.
     *
     * @param structure the atoms
     * @param name      its name, or an empty string
     * @param asDrawn   for records that say which atoms are bonded but not where they are (SMILES, drawings): judges
     *                  the bonds as they stand there; the positions of such a structure mean nothing
     */
    record Entry(AtomicStructure structure, String name, Optional<Supplier<Assessment>> asDrawn) {

        public Entry(AtomicStructure structure, String name) {
            this(structure, name, Optional.empty());
        }

        /** The assessment of this entry: of its bonds as drawn where it has no coordinates, else by the given assessor. */
        public Assessment assessedBy(StructureAssessor assessor) {
            return asDrawn.map(Supplier::get).orElseGet(() -> assessor.assess(structure));
        }
    }

    /**
     * Reads all structures of a file in order.
     *
     * @throws StructureFormatException when the file is not of this format, damaged or cut off; says where. Structures
     *                                  before the damage have been delivered
     * @throws IOException              when the file is missing or cannot be opened, with a sentence for the user
     */
    void read(Path file, Consumer<Entry> sink) throws IOException;
}
