package net.bioclipse.adit.chemistry.cdk;

import java.util.HashMap;
import java.util.Map;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.Tables;

/**
 * How well a bond order explains a length: the squared distance from the sum of Pyykkö's single, double or triple bond radii
 * (table {@code multiple-bond-radii.tsv}, which names the papers).
 */
final class BondLengths {

    /** A length farther off than this counts no more than this, so that one odd bond cannot decide alone. Å. */
    private static final double FARTHEST = 0.5;
    private static final double UNITS_PER_SQUARE_ANGSTROM = 1e6;

    private static final Map<Integer, double[]> RADII = load();

    private BondLengths() {
    }

    /** Misfit in 1e-6 Å², a whole number so that sums do not depend on their order. */
    static long misfit(int firstElement, int secondElement, double length, int order) {
        double expected = radius(firstElement, order) + radius(secondElement, order);
        double off = Math.min(FARTHEST, Math.abs(length - expected));
        return Math.round(off * off * UNITS_PER_SQUARE_ANGSTROM);
    }

    /** Sum of the radii for the order of the bond, Å. */
    static double expected(Molecule molecule, Bond bond) {
        return radius(molecule.atomicNumber(bond.first()), bond.order())
                + radius(molecule.atomicNumber(bond.second()), bond.order());
    }

    private static double radius(int element, int order) {
        return RADII.get(element)[order - 1];
    }

    private static Map<Integer, double[]> load() {
        Map<Integer, double[]> radii = new HashMap<>();
        for (String[] cells : Tables.rows(BondLengths.class, "multiple-bond-radii.tsv")) {
            radii.put(Element.ofSymbol(cells[0]).orElseThrow().number(), new double[] {picometres(cells[1]),
                picometres(cells[2]), picometres(cells[3])});
        }
        return radii;
    }

    private static double picometres(String cell) {
        return Integer.parseInt(cell) / 100.0;
    }
}
