package net.bioclipse.adit.cli;

import java.io.IOException;
import java.util.Optional;
import net.bioclipse.adit.physics.RelaxedStructure;
import net.bioclipse.adit.physics.Relaxer;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureReader.Entry;

/** Which entries of files can be relaxed. */
final class Relaxations {

    private Relaxations() {
    }

    /** Empty for what has no positions or is no molecule. */
    static Optional<RelaxedStructure> relaxed(Entry entry, Assessment assessment, Relaxer relaxer) throws IOException {
        return entry.asDrawn().isEmpty() && entry.structure() instanceof Molecule molecule
                ? Optional.of(relaxer.relax(molecule, assessment)) : Optional.empty();
    }

    /** Why an entry is not relaxed. */
    static String leftOut(Entry entry) {
        return entry.structure() instanceof Molecule ? "left out: it has no positions"
                : "left out: a crystal; only free molecules are relaxed";
    }
}
