package net.bioclipse.adit.structure;

/** The checks that {@link Molecule} and {@link Crystal} share. */
final class Atoms {

    private Atoms() {
    }

    static int[] checkedNumbers(int[] atomicNumbers) {
        if (atomicNumbers.length == 0) {
            throw new IllegalArgumentException("A structure needs at least one atom, none was given.");
        }
        for (int z : atomicNumbers) {
            if (z < 1 || z > Element.COUNT) {
                throw new IllegalArgumentException("Atomic number " + z + " is not one of 1 to " + Element.COUNT + ".");
            }
        }
        return atomicNumbers.clone();
    }

    static double[] checkedCoordinates(double[] values, int atoms, String what) {
        if (values.length != 3 * atoms) {
            throw new IllegalArgumentException(
                    atoms + " atoms need " + 3 * atoms + " " + what + " values, " + values.length + " were given.");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("The " + what + " of atom " + (i / 3 + 1) + " is " + values[i] + ".");
            }
        }
        return values.clone();
    }
}
