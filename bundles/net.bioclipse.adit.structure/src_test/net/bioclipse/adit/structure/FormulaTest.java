package net.bioclipse.adit.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    @ParameterizedTest
    @CsvSource({"HCCHOH, C2H3O", "BrCH3, CH3Br", "ClNa, ClNa", "NaCl, ClNa", "OHH, H2O", "SO4H2, H2O4S", "O2Si, O2Si",
        "C60, C60", "CO, CO", "NHHCHHCOOH, C2H5NO2"})
    void isWrittenInHillOrder(String text, String hill) {
        assertEquals(hill, Formula.parse(text).toString());
    }

    @ParameterizedTest
    @CsvSource({"TiO3Ba, BaTiO3", "ClNa, NaCl", "CTi, TiC", "PO4FeLi, LiFePO4", "CO3Ca, CaCO3", "AsGa, GaAs", "OH2, H2O", "Si, Si"})
    void inorganicFormulasGoFromTheLeastToTheMostElectronegative(String formula, String written) {
        assertEquals(written, Formula.parse(formula).inorganic());
    }

    @Test
    void countsAtomsAndAddsWeights() {
        Formula ethanol = Formula.of(new int[] {6, 6, 8, 1, 1, 1, 1, 1, 1});
        assertEquals("C2H6O", ethanol.toString());
        assertEquals(9, ethanol.atomCount());
        assertEquals(46.069, ethanol.mass(), 1e-9);
        assertEquals(new TreeMap<>(Map.of(1, 6, 6, 2, 8, 1)), ethanol.counts());
        assertEquals(Formula.parse("C2H5OH"), ethanol);
    }

    @ParameterizedTest
    @CsvSource({"Si2O4, O2Si", "C6H6, CH", "Na4Cl4, ClNa", "Fe3O4, Fe3O4", "O2, O"})
    void isReducedToTheSmallestWholeNumbers(String text, String reduced) {
        assertEquals(reduced, Formula.parse(text).reduced().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "6CH", "C6 H6", "c6h6", "C6H6-", "(CH2)3", "C-1", "Na+"})
    void refusesWhatIsNoFormula(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Formula.parse(text));
        assertEquals("'" + text + "' is not a formula; write element symbols with counts, such as C6H6 or NaCl.",
                e.getMessage());
    }

    @Test
    void namesTheSymbolThatIsNoElement() {
        assertRefused("C6Xx", "Formula 'C6Xx' names 'Xx', which is not an element.");
    }

    @Test
    void refusesCountsThatCannotBe() {
        String possible = "; 1 to 999999 atoms of an element are possible.";
        assertRefused("C0", "Formula 'C0' has the count 0 for C" + possible);
        assertRefused("C99999999999", "Formula 'C99999999999' has the count 99999999999 for C" + possible);
        assertRefused("C999999HC1", "Formula 'C999999HC1' has the count 1 for C" + possible);
    }

    private static void assertRefused(String text, String message) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Formula.parse(text)).getMessage());
    }

    @Test
    void cannotBeChanged() {
        assertThrows(UnsupportedOperationException.class, () -> Formula.parse("CH4").counts().put(1, 5));
    }
}
