package net.bioclipse.adit.ui.results;

/** Formulas as they are printed: C₆H₁₂O. They are searched for and copied as they are typed. */
public final class FormulaText {

    private FormulaText() {
    }

    public static String of(String formula) {
        StringBuilder text = new StringBuilder();
        formula.chars().forEach(c -> text.append((char) (c >= '0' && c <= '9' ? c - '0' + '₀' : c)));
        return text.toString();
    }
}
