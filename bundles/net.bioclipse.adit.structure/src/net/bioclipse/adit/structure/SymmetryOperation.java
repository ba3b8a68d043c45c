package net.bioclipse.adit.structure;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A symmetry operation on fractional coordinates, as CIF writes it: "x, y, z" or "-y+1/2, x-y, z+0.25".
 *
 * @param terms 3 × 4 row by row: the factors of x, y and z, and the translation
 */
public record SymmetryOperation(double[] terms) {

    public static final SymmetryOperation IDENTITY = new SymmetryOperation(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0});

    private static final Pattern TERM =
            Pattern.compile("([+-]?)(?:([xyzXYZ])|(\\d{1,9}(?:\\.\\d{0,15})?|\\.\\d{1,15})(?:/(\\d{1,9}))?)");
    private static final int LONGEST = 200;

    /** @return empty when the text is no operation that keeps volumes */
    public static Optional<SymmetryOperation> parse(String text) {
        String[] parts = text.length() > LONGEST ? new String[0] : text.replaceAll("\\s", "").split(",", -1);
        double[] terms = new double[12];
        boolean readable = parts.length == 3;
        for (int row = 0; readable && row < 3; row++) {
            readable = parseRow(parts[row], terms, 4 * row);
        }
        return readable && Math.abs(determinant(terms)) == 1 ? Optional.of(new SymmetryOperation(terms)) : Optional.empty();
    }

    private static boolean parseRow(String text, double[] terms, int row) {
        Matcher term = TERM.matcher(text);
        int end = 0;
        while (end < text.length()) {
            boolean first = end == 0;
            if (!term.find(end) || term.start() != end || !first && term.group(1).isEmpty()) {
                return false;
            }
            double sign = term.group(1).equals("-") ? -1 : 1;
            if (term.group(2) != null) {
                terms[row + "xyz".indexOf(Character.toLowerCase(term.group(2).charAt(0)))] += sign;
            } else {
                double divisor = term.group(4) == null ? 1 : Integer.parseInt(term.group(4));
                if (divisor == 0) {
                    return false;
                }
                terms[row + 3] += sign * Double.parseDouble(term.group(3)) / divisor;
            }
            end = term.end();
        }
        return end > 0;
    }

    private static double determinant(double[] m) {
        return m[0] * (m[5] * m[10] - m[6] * m[9]) - m[1] * (m[4] * m[10] - m[6] * m[8])
                + m[2] * (m[4] * m[9] - m[5] * m[8]);
    }

    public boolean isIdentity() {
        return Arrays.equals(terms, IDENTITY.terms);
    }

    /** The image of a point in fractional coordinates. */
    public double[] apply(double x, double y, double z) {
        double[] image = new double[3];
        for (int k = 0; k < 3; k++) {
            image[k] = terms[4 * k] * x + terms[4 * k + 1] * y + terms[4 * k + 2] * z + terms[4 * k + 3];
        }
        return image;
    }

    /** As CIF writes it: "-y+1/2, x, z"; a translation that is no twelfth as a decimal number. */
    @Override
    public String toString() {
        return row(0) + ", " + row(4) + ", " + row(8);
    }

    private String row(int start) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < 3; k++) {
            int factor = (int) Math.rint(terms[start + k]);
            if (factor != 0) {
                text.append(factor < 0 ? "-" : text.isEmpty() ? "" : "+");
                text.append(Math.abs(factor) == 1 ? "" : Integer.toString(Math.abs(factor))).append("xyz".charAt(k));
            }
        }
        double twelfths = terms[start + 3] * 12;
        if (Math.abs(twelfths - Math.rint(twelfths)) > 1e-6) {
            return text.append(String.format(Locale.ROOT, "%+.8f", terms[start + 3])).toString();
        }
        int n = (int) Math.rint(twelfths);
        int divisor = BigInteger.valueOf(n).gcd(BigInteger.valueOf(12)).intValue();
        return n == 0 ? text.toString()
                : text.append(n < 0 ? "" : "+").append(n / divisor).append(divisor == 12 ? "" : "/" + 12 / divisor).toString();
    }
}
