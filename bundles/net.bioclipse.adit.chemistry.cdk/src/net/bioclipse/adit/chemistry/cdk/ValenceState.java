package net.bioclipse.adit.chemistry.cdk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Tables;

/**
 * One closed-shell state that an atom may take: a formal charge and the sum of its bond orders. The states stand in
 * {@code valence-states.tsv} beside this class; elements without a line there (metals, noble gases) cannot be assessed.
 *
 * @param charge     formal charge
 * @param valence    sum of bond orders
 * @param rank       0 for the usual state, higher for hypervalent and rare ones
 * @param neighbours which neighbours it asks for
 */
record ValenceState(int charge, int valence, int rank, Neighbours neighbours) {

    private static final Map<Integer, List<ValenceState>> BY_ELEMENT = load();

    /** A condition on the elements around an atom. */
    record Neighbours(String quantifier, Set<Integer> elements) {

        static Neighbours parse(String text) {
            String[] parts = text.split(":");
            Set<Integer> elements = new HashSet<>();
            if (parts.length == 2) {
                Arrays.stream(parts[1].split(",")).forEach(s -> elements.add(Element.ofSymbol(s).orElseThrow().number()));
            }
            return new Neighbours(parts[0], elements);
        }

        boolean allow(int[] around) {
            return switch (quantifier) {
                case "some" -> Arrays.stream(around).anyMatch(elements::contains);
                case "only" -> Arrays.stream(around).allMatch(elements::contains);
                default -> true;
            };
        }
    }

    /** All states of an element, the usual one first; empty when the element cannot be assessed. */
    static List<ValenceState> of(int atomicNumber) {
        return BY_ELEMENT.getOrDefault(atomicNumber, List.of());
    }

    /** The valence of the neutral state with at least that many bonds, or the highest neutral one: what an error names. */
    static int usualValence(int atomicNumber, int bonds) {
        int best = 0;
        for (ValenceState state : of(atomicNumber)) {
            if (state.charge == 0 && state.neighbours.quantifier.equals("any")) {
                best = state.valence;
                if (best >= bonds) {
                    return best;
                }
            }
        }
        return best;
    }

    private static Map<Integer, List<ValenceState>> load() {
        Map<Integer, List<ValenceState>> states = new HashMap<>();
        for (String[] cells : Tables.rows(ValenceState.class, "valence-states.tsv")) {
            states.computeIfAbsent(Element.ofSymbol(cells[0]).orElseThrow().number(), z -> new ArrayList<>())
                    .add(new ValenceState(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), Integer.parseInt(cells[3]),
                            Neighbours.parse(cells[4])));
        }
        return states;
    }
}
