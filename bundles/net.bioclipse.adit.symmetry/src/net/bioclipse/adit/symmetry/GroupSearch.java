package net.bioclipse.adit.symmetry;

import java.util.List;
import java.util.Optional;
import net.bioclipse.adit.structure.Crystal;

/**
 * Finds the symmetry operations of a crystal in steps and with tolerances as moyo does: translations within the cell, rotations
 * of the lattice of its primitive cell, and those of them that take atoms to atoms (Togo, Shinohara and Tanaka, arXiv
 * 1808.01590).
 */
final class GroupSearch {

    /** Above it this search, each atom against each, is no longer the faster one. */
    private static final int MOST_ATOMS = 200;
    private static final int MOST_TRIALS = 16;
    /** Tolerances that the planes of a lattice must be apart, so that only one image of a site is near a place. */
    private static final int LEAST_SPACING = 4;

    private GroupSearch() {
    }

    /**
     * Where what is within the tolerance is no group, half of the tolerance is tried, and so on.
     *
     * @param tolerance in Å
     * @return empty where a doubt is left, which moyo may resolve
     */
    static Optional<OriginFreeGroup> find(Crystal crystal, double tolerance) {
        if (crystal.atomCount() > MOST_ATOMS || !(tolerance > 0)) {
            return Optional.empty();
        }
        Sites sites = Sites.of(crystal);
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            double within = tolerance / (1 << trial);
            Optional<Sites> primitive = isClear(sites, within) ? PrimitiveCell.of(sites, within) : Optional.empty();
            if (primitive.isEmpty() || !isClear(primitive.get(), within)) {
                return Optional.empty();
            }
            Optional<List<Operation>> operations = new OperationSearch(primitive.get(), within).operations();
            if (operations.isPresent()) {
                return OriginFreeGroup.of(primitive.get(), operations.get(), within);
            }
        }
        return Optional.empty();
    }

    private static boolean isClear(Sites sites, double tolerance) {
        return sites.planeSpacing > LEAST_SPACING * tolerance;
    }
}
