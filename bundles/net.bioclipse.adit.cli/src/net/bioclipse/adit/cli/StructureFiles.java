package net.bioclipse.adit.cli;

import java.nio.file.Path;
import java.util.Optional;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.structure.SymmetryFinder;
import net.bioclipse.adit.structure.io.CifWriter;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureReader;

/** Formats by the names of files, refused in the words of a user's mistake. */
final class StructureFiles {

    /** In Å; atoms of generated crystals lie so far from their symmetric places. */
    private static final double SYMMETRY_TOLERANCE = 0.1;

    private StructureFiles() {
    }

    static StructureReader reader(Toolbox toolbox, Path file) {
        try {
            return toolbox.formats().toRead(file).reader().orElseThrow().get();
        } catch (IllegalArgumentException e) {
            throw new IllegalRequestException(e.getMessage());
        }
    }

    /** A CIF of standardised cells with their space groups; no other format can tell them. */
    static StructureFormat symmetrised(Toolbox toolbox, Path file) {
        StructureFormat format = written(toolbox, file);
        if (!format.suffixes().contains(".cif")) {
            throw new IllegalRequestException("'symmetrise' is asked for, but a file in the format " + format.name()
                    + " has no space groups; right would be an output that ends in .cif.");
        }
        SymmetryFinder finder = toolbox.symmetry();
        return new StructureFormat(format.name(), format.suffixes(), format.kinds(), format.reader(),
                Optional.of(stream -> new CifWriter(stream, crystal -> finder.find(crystal, SYMMETRY_TOLERANCE))),
                format.traits());
    }

    static StructureFormat written(Toolbox toolbox, Path file) {
        try {
            return toolbox.formats().toWrite(file);
        } catch (IllegalArgumentException e) {
            throw new IllegalRequestException(e.getMessage());
        }
    }
}
