package net.bioclipse.adit.structure;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many atoms of each element. As text in Hill order: carbon, hydrogen, then the alphabet; without carbon the alphabet
 * alone. Crystals are shown by {@link #inorganic()}.
 *
 * @param counts atomic number → count, each at least 1; unmodifiable
 */
public record Formula(SortedMap<Integer, Integer> counts) {

    private static final int MOST_ATOMS = 999_999;

    private static final Pattern PART = Pattern.compile("([A-Z][a-z]?)(\\d*)");

    public Formula {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    public static Formula of(int[] atomicNumbers) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (int z : atomicNumbers) {
            counts.merge(z, 1, Integer::sum);
        }
        return new Formula(counts);
    }

    /**
     * Reads {@code C6H6} or {@code NaCl}; no brackets, no charges.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Formula parse(String text) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        Matcher part = PART.matcher(text);
        int end = 0;
        while (part.find() && part.start() == end) {
            String symbol = part.group(1);
            int z = Element.ofSymbol(symbol).map(Element::number).orElseThrow(() -> new IllegalArgumentException(
                    "Formula '" + text + "' names '" + symbol + "', which is not an element."));
            String digits = part.group(2);
            int count = digits.isEmpty() ? 1 : digits.length() > 6 ? 0 : Integer.parseInt(digits);
            if (count < 1 || counts.merge(z, count, Integer::sum) > MOST_ATOMS) {
                throw new IllegalArgumentException("Formula '" + text + "' has the count " + digits + " for " + symbol
                        + "; 1 to " + MOST_ATOMS + " atoms of an element are possible.");
            }
            end = part.end();
        }
        if (end == 0 || end != text.length()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a formula; write element symbols with counts, such as C6H6 or NaCl.");
        }
        return new Formula(counts);
    }

    /** Number of atoms. */
    public int atomCount() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Sum of the standard atomic weights in g/mol. */
    public double mass() {
        return counts.entrySet().stream().mapToDouble(e -> Element.of(e.getKey()).mass() * e.getValue()).sum();
    }

    /** The smallest whole-number formula with the same proportions: Si2O4 gives SiO2. */
    public Formula reduced() {
        int divisor = counts.values().stream().reduce(0, Formula::greatestCommonDivisor);
        TreeMap<Integer, Integer> reduced = new TreeMap<>();
        counts.forEach((z, n) -> reduced.put(z, n / divisor));
        return new Formula(reduced);
    }

    @Override
    public String toString() {
        boolean organic = counts.containsKey(6);
        return written(Comparator.comparing(z -> hillKey(z, organic)));
    }

    /**
     * In the order of rising electronegativity, as inorganic compounds are written: BaTiO3, NaCl, TiC (IUPAC Red Book 2005,
     * IR-4.4.2.1, with Pauling's values).
     */
    public String inorganic() {
        return written(Comparator.comparingDouble((Integer z) -> Element.of(z).electronegativity())
                .thenComparing(Comparator.naturalOrder()));
    }

    private String written(Comparator<Integer> order) {
        return counts.keySet().stream().sorted(order)
                .map(z -> Element.of(z).symbol() + (counts.get(z) == 1 ? "" : counts.get(z)))
                .collect(Collectors.joining());
    }

    private static String hillKey(int z, boolean organic) {
        if (organic && (z == 6 || z == 1)) {
            return z == 6 ? "0" : "1";
        }
        return "2" + Element.of(z).symbol();
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
