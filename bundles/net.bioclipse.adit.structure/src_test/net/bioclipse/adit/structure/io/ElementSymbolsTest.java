package net.bioclipse.adit.structure.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import net.bioclipse.adit.structure.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementSymbolsTest {

    private static String symbol(Optional<Integer> z) {
        return Element.of(z.orElseThrow()).symbol();
    }

    @ParameterizedTest
    @CsvSource({"Fe3+, Fe", "O2-, O", "O-2, O", "CL1-, Cl", "na, Na", "D, H", "T, H", "H, H", "Cu, Cu", "C4', C"})
    void readsTypeSymbolsWithCharges(String text, String symbol) {
        assertEquals(symbol, symbol(ElementSymbols.ofType(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Vac", "Wat", "Xx", "Cval", "?", "3+", "Fe3+O", "119"})
    void refusesOtherTypeSymbols(String text) {
        assertEquals(Optional.empty(), ElementSymbols.ofType(text));
    }

    @ParameterizedTest
    @CsvSource({"Fe1A, Fe", "FeA, Fe", "C1, C", "c1, C", "Ca1, Ca", "Ow1, O", "OW1, O", "Hw, H", "HB1, H", "LI1, Li",
        "D2, H", "Cl, Cl", "O(1), O", "K1, K", "Cq, C"})
    void readsTheElementAtTheBeginningOfALabel(String text, String symbol) {
        assertEquals(symbol, symbol(ElementSymbols.ofLabel(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "Wat1", "WAT1", "CA1", "FE1", "BE2", "CL1", "Vac", "M1", "?", "(O)", "Xx1"})
    void refusesLabelsThatNameNoElementForCertain(String text) {
        assertEquals(Optional.empty(), ElementSymbols.ofLabel(text));
    }
}
