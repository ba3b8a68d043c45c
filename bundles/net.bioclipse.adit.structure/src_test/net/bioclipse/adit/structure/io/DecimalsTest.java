package net.bioclipse.adit.structure.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "-.5, -0.5", "+1.5e-3, 0.0015", "1.5D-3, 0.0015", "1.234(5), 1.234", "12(3), 12", "0.1(12), 0.1",
        "1., 1", "1e+2, 100", "1e-999, 0"})
    void parsesTheNumbersOfFiles(String text, double value) {
        assertEquals(OptionalDouble.of(value), Decimals.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", ".", "-", "e5", "1e", "NaN", "Infinity", "0x1p3", "1f", "1_000", "1,5", "1(",
        "1()", "1(a)",
        "1e999", "--1", "१"})
    void refusesWhatIsNoDecimalNumber(String text) {
        assertEquals(OptionalDouble.empty(), Decimals.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2, 0.50", "-0.001, 2, 0.00", "-0.0, 1, 0.0", "1e10, 1, 10000000000.0", "-2.345678, 3, -2.346",
        "1e-300, 3, 0.000"})
    void printsAFixedNumberOfDecimals(double value, int decimals, String text) {
        assertEquals(text, Decimals.fixed(value, decimals));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0000", "1, 0.0000", "-0.25, 0.7500", "0.99999, 0.0000", "-1e-20, 0.0000", "0.99994, 0.9999",
        "-3, 0.0000", "1e300, 0.0000"})
    void wrapsCoordinatesIntoTheCellAlsoAfterRounding(double value, String text) {
        assertEquals(text, Decimals.wrapped(value, 4));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 100", "0.1, 0.1", "0.333333333333, 0.33333333", "-2.5, -2.5", "0, 0", "1e300, 1E+300",
        "1.5e-20, 1.5E-20", "NaN, NaN"})
    void printsTheShortestTextOfEightDigits(double value, String text) {
        assertEquals(text, Decimals.shortest(value));
    }

    @Test
    void takesLongDigitsInLinearTime() {
        assertEquals(OptionalDouble.empty(), Decimals.parse("1".repeat(900_000) + "x"));
    }
}
