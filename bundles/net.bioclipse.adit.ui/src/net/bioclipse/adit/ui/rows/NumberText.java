package net.bioclipse.adit.ui.rows;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as they stand in the table. */
public final class NumberText {

    private static final MathContext DIGITS = new MathContext(6);

    private NumberText() {
    }

    /** Six digits at most, without zeros at the end; empty for NaN. */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return Math.abs(rounded.scale()) > 12 ? rounded.toString() : rounded.toPlainString();
    }

    /** The number of a text, NaN when it is none. Texts longer than any number are none. */
    static double parse(String text) {
        String stripped = text.strip();
        boolean looks = !stripped.isEmpty() && stripped.length() <= 40
                && stripped.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0);
        try {
            return looks ? Double.parseDouble(stripped) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
