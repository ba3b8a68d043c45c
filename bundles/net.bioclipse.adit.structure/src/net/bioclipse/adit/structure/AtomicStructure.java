package net.bioclipse.adit.structure;

/**
 * Atoms in space: a {@link Molecule} or a periodic {@link Crystal}. Immutable; lengths are in Å, atoms keep their order.
 *
 * <p>There are no bonds here: what is perceived <em>about</em> a structure is an {@link Assessment}.
 */
public sealed interface AtomicStructure permits Molecule, Crystal {

    /** Number of atoms, at least one. */
    int atomCount();

    /** Atomic number (1–118) of atom {@code index}. */
    int atomicNumber(int index);

    /** Atomic numbers of all atoms, a copy. */
    int[] atomicNumbers();

    /** Cartesian coordinates in Å, atoms × 3 row by row, a copy. */
    double[] positions();

    /** The chemical formula of all atoms (for a crystal: of the cell). */
    default Formula formula() {
        return Formula.of(atomicNumbers());
    }

    /** The formula as chemists write it: C2H6O for a molecule, BaTiO3 for a crystal. */
    default String formulaText() {
        return formula().toString();
    }
}
