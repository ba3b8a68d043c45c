package net.bioclipse.adit.generation;

import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.FirstIdentities;
import net.bioclipse.adit.structure.Sameness;

/** Structures of equal identity are the same; one whose identity cannot be told counts as one of its own. */
public final class EqualIdentities implements Sameness {

    private final FirstIdentities firsts = new FirstIdentities();

    @Override
    public long firstEqual(long index, AtomicStructure structure, Assessment assessment) {
        return assessment.identity().map(identity -> firsts.first(identity, index)).orElse(index);
    }
}
