package net.bioclipse.adit.structure;

/** Perceives and judges structures. Implementations are safe for several threads and never throw for a bad structure. */
public interface StructureAssessor {

    /** @return what was found; failed perception is a {@link Assessment.Finding}, not an exception */
    Assessment assess(AtomicStructure structure);
}
