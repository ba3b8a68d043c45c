package net.bioclipse.adit.structure;

import java.util.Optional;

/** Finds the space groups of crystals. Implementations are safe for several threads. */
public interface SymmetryFinder {

    /**
     * @param tolerance how far an atom may be from its symmetric place, in Å
     * @return empty when none can be told: atoms on one another, too many atoms, or too long a search
     */
    Optional<Symmetry> find(Crystal crystal, double tolerance);

    /** The space group alone, which may be found much faster than the standard cell. */
    default Optional<SpaceGroup> spaceGroup(Crystal crystal, double tolerance) {
        return find(crystal, tolerance).map(Symmetry::group);
    }
}
