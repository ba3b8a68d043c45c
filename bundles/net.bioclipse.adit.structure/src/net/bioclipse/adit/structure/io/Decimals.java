package net.bioclipse.adit.structure.io;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in files: the same text for the same number on every machine, and back without surprises such as "0x1p3". */
final class Decimals {

    // Quantifiers are possessive: a hostile line of digits must not be tried in many ways.
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:\\d++\\.?\\d*+|\\.\\d++))(?:[eEdD]([+-]?\\d++))?(?:\\(\\d++\\))?");

    private Decimals() {
    }

    /** {@code value} with a fixed number of decimals, never "-0.00". */
    static String fixed(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** A fractional coordinate moved into the cell: 0 ≤ printed value &lt; 1 also after rounding. */
    static String wrapped(double fraction, int decimals) {
        String text = fixed(fraction - Math.floor(fraction), decimals);
        return text.charAt(0) == '1' ? fixed(0, decimals) : text;
    }

    /** {@code value} with eight significant digits and no trailing zeros; "NaN" and "Infinity" as they are. */
    static String shortest(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(8, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        return Math.abs(rounded.precision() - rounded.scale()) > 12 ? rounded.toString() : rounded.toPlainString();
    }

    /**
     * Reads a finite decimal number: "1", "-.5", "1.5e-3", with the Fortran exponent "1.5D-3", or with a standard
     * uncertainty in brackets, which is dropped: "1.234(5)".
     */
    static OptionalDouble parse(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(number.group(2) == null ? number.group(1)
                : number.group(1) + "e" + number.group(2));
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
