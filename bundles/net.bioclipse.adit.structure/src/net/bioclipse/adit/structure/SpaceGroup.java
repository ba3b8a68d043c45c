package net.bioclipse.adit.structure;

/**
 * A type of space group by its names in the International Tables.
 *
 * @param number     1 to 230
 * @param symbol     short Hermann-Mauguin symbol, "F m -3 m"
 * @param fullSymbol full Hermann-Mauguin symbol, "F 4/m -3 2/m"
 * @param hallSymbol Hall symbol of the standard setting, "-F 4 2 3"
 */
public record SpaceGroup(int number, String symbol, String fullSymbol, String hallSymbol) {
}
