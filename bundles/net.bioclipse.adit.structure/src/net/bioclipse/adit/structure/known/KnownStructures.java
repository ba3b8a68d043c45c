package net.bioclipse.adit.structure.known;

import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;

/** A set of structures that are known already: what is not in it is novel. Safe for several threads. */
public interface KnownStructures {

    /** Whether the set can know structures of this kind; of others it says nothing. */
    boolean holds(Class<? extends AtomicStructure> kind);

    /**
     * @param assessment of the structure
     * @return whether such a structure is in the set; false where it cannot be told
     */
    boolean contains(AtomicStructure structure, Assessment assessment);

    /** How many records of the source could not be read or told apart, and are therefore not in the set. */
    long unidentified();
}
