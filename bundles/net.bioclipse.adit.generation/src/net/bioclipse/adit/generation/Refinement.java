package net.bioclipse.adit.generation;

import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;

/** Moves the atoms of valid drawn structures before it is decided whether they are kept. Safe for several threads. */
@FunctionalInterface
public interface Refinement {

    /**
     * What came of a structure.
     *
     * @param structure  moved, or as it was drawn
     * @param assessment of that structure; its properties tell what was done
     */
    record Refined(AtomicStructure structure, Assessment assessment) {
    }

    /** @param drawn what was found about the structure as drawn, which is valid */
    Refined refine(AtomicStructure structure, Assessment drawn);
}
