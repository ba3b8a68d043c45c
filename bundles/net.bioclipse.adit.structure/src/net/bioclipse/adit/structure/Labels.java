package net.bioclipse.adit.structure;

import java.util.Locale;

/** How findings name atoms and write numbers: {@code C5} is the fifth atom of the structure, a carbon. */
public final class Labels {

    private Labels() {
    }

    public static String atom(AtomicStructure structure, int index) {
        return symbol(structure.atomicNumber(index)) + (index + 1);
    }

    public static String symbol(int atomicNumber) {
        return Element.of(atomicNumber).symbol();
    }

    /** A length in Å for a sentence: two decimals. */
    public static String angstrom(double length) {
        return decimals(length, 2) + " Å";
    }

    /** A charge: +1, -2. */
    public static String signed(int charge) {
        return String.format(Locale.ROOT, "%+d", charge);
    }

    public static String decimals(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
