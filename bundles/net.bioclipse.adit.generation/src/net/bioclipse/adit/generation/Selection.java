package net.bioclipse.adit.generation;

import java.util.List;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.StructureFilter;

/**
 * What beside validity and repetition decides whether a structure is kept.
 *
 * @param novelty refuses structures that are known already; empty when nobody asks
 * @param filters refuse structures for what they are made of
 */
public record Selection(Optional<StructureFilter> novelty, List<StructureFilter> filters) {

    /** Refuses nothing. */
    public static final Selection ALL = new Selection(Optional.empty(), List.of());

    public Selection {
        filters = List.copyOf(filters);
    }

    /** Why a structure is known, or empty. */
    Optional<String> known(AtomicStructure structure, Assessment assessment) {
        return novelty.flatMap(filter -> filter.refusal(structure, assessment));
    }

    /** Why a structure is filtered out, or empty. */
    Optional<String> filtered(AtomicStructure structure, Assessment assessment) {
        return filters.stream().flatMap(filter -> filter.refusal(structure, assessment).stream()).findFirst();
    }
}
