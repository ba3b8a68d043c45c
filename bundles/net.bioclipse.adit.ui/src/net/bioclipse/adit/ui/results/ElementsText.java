package net.bioclipse.adit.ui.results;

import java.util.HashSet;
import java.util.Set;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.ui.rows.Condition;

/** Elements as one types them: "C N -Cl" wants carbon and nitrogen and no chlorine. */
final class ElementsText {

    private ElementsText() {
    }

    /** @throws IllegalArgumentException when a word is no element, with a sentence for the user */
    static Condition.Elements parse(String text) {
        Set<Integer> required = new HashSet<>();
        Set<Integer> forbidden = new HashSet<>();
        for (String word : text.strip().split("[\\s,;]+")) {
            boolean not = word.startsWith("-") || word.startsWith("!");
            String symbol = not ? word.substring(1) : word.startsWith("+") ? word.substring(1) : word;
            if (!symbol.isEmpty()) {
                int number = Element.ofSymbol(symbol).orElseThrow(() -> new IllegalArgumentException("'" + symbol
                        + "' is no element; write symbols such as C N, and -Cl for one that must not occur.")).number();
                (not ? forbidden : required).add(number);
            }
        }
        return new Condition.Elements(required, forbidden);
    }
}
