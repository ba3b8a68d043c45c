package net.bioclipse.adit.structure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chemical element, from the table {@code elements.tsv} beside this class (its head names the sources).
 *
 * @param number            atomic number, 1–118
 * @param symbol            as in the periodic table, "Cl"
 * @param mass              standard atomic weight in g/mol (mass number of the longest-lived isotope where there is none)
 * @param covalentRadius    in Å, 0 where no value is known
 * @param electronegativity Pauling's, 0 where no value is known
 */
public record Element(int number, String symbol, double mass, double covalentRadius, double electronegativity) {

    /** Highest atomic number. */
    public static final int COUNT = 118;

    private static final List<Element> ALL = load();
    private static final Map<String, Element> BY_SYMBOL = new HashMap<>();

    static {
        ALL.forEach(element -> BY_SYMBOL.put(element.symbol, element));
    }

    /** @throws IllegalArgumentException when there is no such atomic number */
    public static Element of(int atomicNumber) {
        if (atomicNumber < 1 || atomicNumber > COUNT) {
            throw new IllegalArgumentException("Atomic number " + atomicNumber + " is not one of 1 to " + COUNT + ".");
        }
        return ALL.get(atomicNumber - 1);
    }

    /** The element of a symbol written as in the periodic table; empty when there is none. */
    public static Optional<Element> ofSymbol(String symbol) {
        return Optional.ofNullable(BY_SYMBOL.get(symbol));
    }

    private static List<Element> load() {
        return Tables.rows(Element.class, "elements.tsv").stream()
                .map(f -> new Element(Integer.parseInt(f[0]), f[1], Double.parseDouble(f[2]), Double.parseDouble(f[3]),
                        Double.parseDouble(f[4])))
                .toList();
    }
}
