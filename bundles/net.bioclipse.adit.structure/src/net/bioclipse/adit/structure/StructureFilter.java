package net.bioclipse.adit.structure;

import java.util.Optional;

/** Keeps or drops structures by what they are made of. Implementations are safe for several threads and never throw. */
public interface StructureFilter {

    /**
     * @param assessment what was perceived of the structure
     * @return why the structure is dropped, a phrase such as "contains [N+](=O)[O-]"; empty when it is kept
     */
    Optional<String> refusal(AtomicStructure structure, Assessment assessment);
}
