package net.bioclipse.adit.structure;

import java.util.Arrays;

/** A periodic crystal: a {@link Lattice} and every atom of its cell in fractional coordinates. Immutable. */
public final class Crystal implements AtomicStructure {

    /** g/cm³ of one g/mol in one Å³. */
    private static final double DENSITY_UNIT = 1.66053906660;

    private final Lattice lattice;
    private final int[] atomicNumbers;
    private final double[] fractional;

    /**
     * @param lattice       the cell
     * @param atomicNumbers atomic number of each atom of the cell, 1–118
     * @param fractional    fractional coordinates, atoms × 3 row by row; kept as given, not wrapped
     * @throws IllegalArgumentException when there is no atom, an atomic number is out of range, the lengths disagree or a
     *                                  coordinate is not finite
     */
    public Crystal(Lattice lattice, int[] atomicNumbers, double[] fractional) {
        this.lattice = java.util.Objects.requireNonNull(lattice, "lattice");
        this.atomicNumbers = Atoms.checkedNumbers(atomicNumbers);
        this.fractional = Atoms.checkedCoordinates(fractional, atomicNumbers.length, "fractional coordinate");
    }

    public Lattice lattice() {
        return lattice;
    }

    /** Density in g/cm³, by standard atomic weights. */
    public double density() {
        return formula().mass() / lattice.volume() * DENSITY_UNIT;
    }

    /** Fractional coordinates, atoms × 3 row by row, a copy. */
    public double[] fractional() {
        return fractional.clone();
    }

    @Override
    public int atomCount() {
        return atomicNumbers.length;
    }

    @Override
    public int atomicNumber(int index) {
        return atomicNumbers[index];
    }

    @Override
    public int[] atomicNumbers() {
        return atomicNumbers.clone();
    }

    @Override
    public double[] positions() {
        return lattice.toCartesian(fractional);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Crystal that && lattice.equals(that.lattice)
                && Arrays.equals(atomicNumbers, that.atomicNumbers) && Arrays.equals(fractional, that.fractional);
    }

    @Override
    public int hashCode() {
        return 31 * lattice.hashCode() + Arrays.hashCode(fractional);
    }

    @Override
    public String formulaText() {
        return formula().inorganic();
    }

    @Override
    public String toString() {
        return "Crystal " + formulaText();
    }
}
