package net.bioclipse.adit.structure;

import java.util.Arrays;

/** A free molecule (or several, or loose atoms): elements and Cartesian positions in Å. Immutable. */
public final class Molecule implements AtomicStructure {

    private final int[] atomicNumbers;
    private final double[] positions;

    /**
     * @param atomicNumbers atomic number of each atom, 1–118
     * @param positions     Cartesian coordinates in Å, atoms × 3 row by row
     * @throws IllegalArgumentException when there is no atom, an atomic number is out of range, the lengths disagree or a
     *                                  coordinate is not finite
     */
    public Molecule(int[] atomicNumbers, double[] positions) {
        this.atomicNumbers = Atoms.checkedNumbers(atomicNumbers);
        this.positions = Atoms.checkedCoordinates(positions, atomicNumbers.length, "position");
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
        return positions.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Molecule that && Arrays.equals(atomicNumbers, that.atomicNumbers)
                && Arrays.equals(positions, that.positions);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(atomicNumbers) + Arrays.hashCode(positions);
    }

    @Override
    public String toString() {
        return "Molecule " + formula();
    }
}
