package net.bioclipse.adit.structure.io;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bioclipse.adit.structure.Element;

/** Atomic numbers from the ways in which files write elements. Deuterium and tritium (D, T) count as hydrogen. */
final class ElementSymbols {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern TYPE = Pattern.compile("([A-Za-z]++)[^A-Za-z]*+");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]++");
    /** Elements of water, hydroxide and carbon sites, whose labels carry more letters: "Ow1", "Hw2", "Cm". */
    private static final String OFTEN_LETTERED = "HCNO";

    private ElementSymbols() {
    }

    /** A symbol in any case or an atomic number: "Fe", "FE", "26". */
    static Optional<Integer> ofSymbol(String text) {
        if (text.equals("D") || text.equals("T")) {
            return Optional.of(1);
        }
        if (NUMBER.matcher(text).matches()) {
            int z = Integer.parseInt(text);
            return z >= 1 && z <= Element.COUNT ? Optional.of(z) : Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Element.ofSymbol(text.substring(0, 1).toUpperCase(Locale.ROOT)
                + text.substring(1).toLowerCase(Locale.ROOT)).map(Element::number);
    }

    /** A CIF type symbol, an element with or without charge: "Fe3+", "O2-", "CL". */
    static Optional<Integer> ofType(String text) {
        Matcher type = TYPE.matcher(text);
        return type.matches() ? ofSymbol(type.group(1)) : Optional.empty();
    }

    /**
     * A CIF site label, which begins with an element: "Fe1A", "O12", "Ow1". Empty when it names no element or, as the
     * capitals of "CA1", could mean two.
     */
    static Optional<Integer> ofLabel(String text) {
        Matcher letters = LETTERS.matcher(text);
        if (!letters.lookingAt()) {
            return Optional.empty();
        }
        String run = letters.group();
        String first = run.substring(0, 1).toUpperCase(Locale.ROOT);
        if (run.length() == 1) {
            return ofSymbol(first);
        }
        Optional<Integer> two = ofSymbol(run.substring(0, 2));
        if (Character.isLowerCase(run.charAt(1))) {
            return two.or(() -> OFTEN_LETTERED.contains(first) ? ofSymbol(first) : Optional.empty());
        }
        Optional<Integer> one = run.length() == 2 || OFTEN_LETTERED.contains(first) ? ofSymbol(first) : Optional.empty();
        return one.isPresent() && two.isPresent() ? Optional.empty() : one.or(() -> two);
    }
}
