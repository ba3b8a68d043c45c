package net.bioclipse.adit.chemistry.cdk.crystal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Formula;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Tables;

/**
 * Whether a composition can be electrically neutral with known oxidation states, one state for each element, every anion
 * more electronegative than every cation: the test of SMACT (D. W. Davies et al., J. Open Source Softw. 2019, 4, 1361, doi
 * 10.21105/joss.01361). An element alone and an alloy of metals pass without it.
 *
 * <p>Instead of trying all products of states, the elements are ordered by electronegativity; left of a cut all are cations,
 * right of it anions, and for each cut the reachable sums are followed element by element.
 *
 * <p>Limits: mixed valence (Fe3O4) is not assumed and intermetallics with a metalloid often fail, although they exist.
 */
final class ChargeBalance {

    private static final Map<Integer, int[]> STATES = load();
    /** Nonmetals, noble gases and the metalloids B, Si, As and Te; germanium and antimony count as near-metals. */
    private static final Set<Integer> NOT_ALLOYING = Set.of(1, 2, 5, 6, 7, 8, 9, 10, 14, 15, 16, 17, 18, 33, 34, 35, 36, 52,
            53, 54, 85, 86, 117, 118);

    private static final int PROMETHIUM = 61;

    /**
     * The verdict.
     *
     * @param states  oxidation state of each element (atomic number → state); empty for an element alone, for an alloy and
     *                when none balance
     * @param failure why the composition does not pass; empty when it does
     */
    record Verdict(Map<Integer, Integer> states, Optional<String> failure) {
    }

    private ChargeBalance() {
    }

    static Verdict of(Formula composition) {
        Formula formula = composition.reduced();
        List<Integer> elements = new ArrayList<>(formula.counts().keySet());
        if (elements.size() == 1 || elements.stream().allMatch(ChargeBalance::alloys)) {
            return new Verdict(Map.of(), Optional.empty());
        }
        for (int z : elements) {
            if (!STATES.containsKey(z) || !(Element.of(z).electronegativity() > 0)) {
                return new Verdict(Map.of(), Optional.of("no oxidation state of " + Labels.symbol(z) + " is known"));
            }
        }
        elements.sort(Comparator.comparingDouble((Integer z) -> Element.of(z).electronegativity()).thenComparing(z -> z));
        for (int cut = 1; cut < elements.size(); cut++) {
            if (electronegativity(elements, cut - 1) < electronegativity(elements, cut)) {
                Map<Integer, Integer> states = balance(formula, elements, cut);
                if (!states.isEmpty()) {
                    return new Verdict(states, Optional.empty());
                }
            }
        }
        return new Verdict(Map.of(), Optional.of("no known oxidation states balance in " + formula.inorganic()));
    }

    /**
     * Why the package SMACT 4.0.2 refuses what passes here; empty where it does not. Its list of metals goes from Nd to Sm, and
     * the oxidation states it takes by default have none of promethium (docs/validation-crystals.md).
     */
    static Optional<String> unknownToSmact(Formula composition) {
        return composition.counts().containsKey(PROMETHIUM) && composition.counts().size() > 1
                ? Optional.of("SMACT takes Pm for no metal and has no oxidation state of it") : Optional.empty();
    }

    /** Whether a solid of such elements alone counts as an alloy. */
    static boolean alloys(int atomicNumber) {
        return !NOT_ALLOYING.contains(atomicNumber);
    }

    private static double electronegativity(List<Integer> elements, int i) {
        return Element.of(elements.get(i)).electronegativity();
    }

    /** States with the sum 0, cations before the cut and anions behind it; empty when there are none. */
    private static Map<Integer, Integer> balance(Formula formula, List<Integer> elements, int cut) {
        // One map for each element: reachable sum → the state that led there.
        List<Map<Long, Integer>> reached = new ArrayList<>();
        Map<Long, Integer> sums = Map.of(0L, 0);
        for (int i = 0; i < elements.size(); i++) {
            boolean cation = i < cut;
            long count = formula.counts().get(elements.get(i));
            Map<Long, Integer> next = new TreeMap<>();
            for (int state : STATES.get(elements.get(i))) {
                if (state > 0 == cation) {
                    sums.keySet().forEach(sum -> next.putIfAbsent(sum + count * state, state));
                }
            }
            reached.add(next);
            sums = next;
        }
        return sums.containsKey(0L) ? trace(formula, elements, reached) : Map.of();
    }

    private static Map<Integer, Integer> trace(Formula formula, List<Integer> elements, List<Map<Long, Integer>> reached) {
        Map<Integer, Integer> states = new TreeMap<>();
        long sum = 0;
        for (int i = elements.size() - 1; i >= 0; i--) {
            int state = reached.get(i).get(sum);
            states.put(elements.get(i), state);
            sum -= (long) formula.counts().get(elements.get(i)) * state;
        }
        return states;
    }

    private static Map<Integer, int[]> load() {
        Map<Integer, int[]> states = new HashMap<>();
        for (String[] cells : Tables.rows(ChargeBalance.class, "oxidation-states.tsv")) {
            states.put(Element.ofSymbol(cells[0]).orElseThrow().number(),
                    Arrays.stream(cells[1].split(" ")).mapToInt(Integer::parseInt).toArray());
        }
        return states;
    }
}
