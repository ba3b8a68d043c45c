package net.bioclipse.adit.structure;

import java.util.List;

/**
 * The space group of a crystal and its description in the standard setting of the International Tables.
 *
 * @param number     1 to 230
 * @param symbol     short Hermann-Mauguin symbol, "F m -3 m"
 * @param fullSymbol full Hermann-Mauguin symbol, "F 4/m -3 2/m"
 * @param hallSymbol Hall symbol of the setting, "-F 4 2 3"
 * @param operations all of the standard cell, those of its centring included
 * @param standard   the crystal in its standard cell, made exactly symmetric
 */
public record Symmetry(int number, String symbol, String fullSymbol, String hallSymbol, List<SymmetryOperation> operations,
        Crystal standard) {

    public Symmetry {
        operations = List.copyOf(operations);
    }
}
