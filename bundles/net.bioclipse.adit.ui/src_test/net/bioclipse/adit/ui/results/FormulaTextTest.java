package net.bioclipse.adit.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FormulaTextTest {

    @Test
    void setsCountsLow() {
        assertEquals("C₆H₁₂O", FormulaText.of("C6H12O"));
        assertEquals("Ba₉₈₇O₃₄₅₆", FormulaText.of("Ba987O3456"));
        assertEquals("", FormulaText.of(""));
    }
}
