package net.bioclipse.adit.chemistry.cdk;

import java.util.Locale;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Element;

/** How findings name atoms and write numbers: {@code C5} is the fifth atom of the structure, a carbon. */
final class Labels {

    private Labels() {
    }

    static String atom(AtomicStructure structure, int index) {
        return symbol(structure.atomicNumber(index)) + (index + 1);
    }

    static String symbol(int atomicNumber) {
        return Element.of(atomicNumber).symbol();
    }

    /** A length in Å for a sentence: two decimals. */
    static String angstrom(double length) {
        return decimals(length, 2) + " Å";
    }

    /** A charge: +1, -2. */
    static String signed(int charge) {
        return String.format(Locale.ROOT, "%+d", charge);
    }

    static String decimals(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
