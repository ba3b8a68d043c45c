package net.bioclipse.adit.chemistry.cdk.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Formula;
import net.bioclipse.adit.structure.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChargeBalanceTest {

    @ParameterizedTest
    @ValueSource(strings = {"NaCl", "SiO2", "CaTiO3", "Fe2O3", "FeO", "Al2O3", "LiFePO4", "GaAs", "ZnS", "Mg2Si", "H2O",
            "K2SO4",
        "YBa2Cu3O6", "Na2O2", "NaH", "CsAu", "OF2"})
    void passesSalts(String formula) {
        assertEquals(Optional.empty(), ChargeBalance.of(Formula.parse(formula)).failure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaCl2", "Na2Cl", "AlO2", "NaCl3", "Fe3O4"})
    void refusesWhatDoesNotBalance(String formula) {
        assertEquals(Optional.of("no known oxidation states balance in " + Formula.parse(formula).inorganic()),
                ChargeBalance.of(Formula.parse(formula)).failure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fe", "S", "C60", "He", "CuZn", "Nb3Sn", "MgPm", "AlSb"})
    void passesElementsAndAlloysWithoutStates(String formula) {
        ChargeBalance.Verdict verdict = ChargeBalance.of(Formula.parse(formula));
        assertEquals(Optional.empty(), verdict.failure());
        assertEquals(Map.of(), verdict.states());
    }

    @Test
    void tellsTheStates() {
        assertEquals(Map.of(11, 1, 17, -1), ChargeBalance.of(Formula.parse("Na4Cl4")).states());
        assertEquals(Map.of(20, 2, 22, 4, 8, -2), ChargeBalance.of(Formula.parse("CaTiO3")).states());
    }

    @Test
    void saysThatAnElementHasNoStates() {
        assertEquals(Optional.of("no oxidation state of He is known"), ChargeBalance.of(Formula.parse("NaHe2")).failure());
    }

    @Test
    void agreesWithTryingAllStates() {
        Map<Integer, int[]> states = new HashMap<>();
        for (String[] cells : Tables.rows(ChargeBalance.class, "oxidation-states.tsv")) {
            states.put(Element.ofSymbol(cells[0]).orElseThrow().number(),
                    java.util.Arrays.stream(cells[1].split(" ")).mapToInt(Integer::parseInt).toArray());
        }
        Random random = new Random(2);
        List<Integer> elements = states.keySet().stream().sorted().toList();
        for (int i = 0; i < 2000; i++) {
            int[] atoms = new int[2 + random.nextInt(9)];
            int kinds = 2 + random.nextInt(3);
            int first = random.nextInt(elements.size());
            for (int k = 0; k < atoms.length; k++) {
                atoms[k] = elements.get((first + 37 * random.nextInt(kinds)) % elements.size());
            }
            Formula formula = Formula.of(atoms).reduced();
            List<Integer> present = List.copyOf(formula.counts().keySet());
            boolean easy = present.size() == 1 || present.stream().allMatch(ChargeBalance::alloys);
            boolean balanced = easy || anyStates(formula, present, states, new int[present.size()], 0);
            assertEquals(balanced, ChargeBalance.of(formula).failure().isEmpty(), formula.toString());
        }
    }

    private static boolean anyStates(Formula formula, List<Integer> elements, Map<Integer, int[]> states, int[] chosen,
            int at) {
        if (at == chosen.length) {
            return neutralAndOrdered(formula, elements, chosen);
        }
        for (int state : states.get(elements.get(at))) {
            chosen[at] = state;
            if (anyStates(formula, elements, states, chosen, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean neutralAndOrdered(Formula formula, List<Integer> elements, int[] chosen) {
        int sum = 0;
        double highestCation = 0;
        double lowestAnion = Double.MAX_VALUE;
        for (int i = 0; i < chosen.length; i++) {
            sum += chosen[i] * formula.counts().get(elements.get(i));
            double electronegativity = Element.of(elements.get(i)).electronegativity();
            highestCation = chosen[i] > 0 ? Math.max(highestCation, electronegativity) : highestCation;
            lowestAnion = chosen[i] < 0 ? Math.min(lowestAnion, electronegativity) : lowestAnion;
        }
        return sum == 0 && highestCation < lowestAnion;
    }
}
