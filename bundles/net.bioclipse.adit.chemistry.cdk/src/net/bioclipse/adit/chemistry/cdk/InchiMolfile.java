package net.bioclipse.adit.chemistry.cdk;

import java.util.Optional;
import javax.vecmath.Point3d;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * A V2000 molfile (BIOVIA, CTFile Formats) for InChI: every atom with the valence that its bonds give it, so that InChI adds no
 * hydrogens. Stereochemistry is what InChI sees in the coordinates.
 */
final class InchiMolfile {

    private static final int MOST = 999;
    private static final double FARTHEST = 9999;
    private static final int DECIMALS = 10_000;
    /** What a molfile says of an atom without bonds. */
    private static final int NO_VALENCE = 15;
    private static final String BLANKS = "     ";
    private static final String ATOM_END = "  0  0  0  0  0  0\n";

    private final StringBuilder text = new StringBuilder();

    private InchiMolfile() {
    }

    /** @return empty where atoms have no coordinates or hydrogens are counts, and where the format is too narrow */
    static Optional<String> of(IAtomContainer graph) {
        if (graph.getAtomCount() > MOST || graph.getBondCount() > MOST) {
            return Optional.empty();
        }
        for (IAtom atom : graph.atoms()) {
            if (!fits(atom)) {
                return Optional.empty();
            }
        }
        return Optional.of(new InchiMolfile().write(graph));
    }

    private static boolean fits(IAtom atom) {
        Point3d at = atom.getPoint3d();
        Integer hydrogens = atom.getImplicitHydrogenCount();
        return at != null && Math.abs(at.x) < FARTHEST && Math.abs(at.y) < FARTHEST && Math.abs(at.z) < FARTHEST
                && hydrogens != null && hydrogens == 0 && atom.getMassNumber() == null && atom.getFormalCharge() != null;
    }

    private String write(IAtomContainer graph) {
        text.append("\n\n\n");
        number(graph.getAtomCount(), 3);
        number(graph.getBondCount(), 3);
        text.append("  0  0  0  0  0  0  0  0999 V2000\n");
        for (IAtom atom : graph.atoms()) {
            atom(atom);
        }
        for (IBond bond : graph.bonds()) {
            number(bond.getBegin().getIndex() + 1, 3);
            number(bond.getEnd().getIndex() + 1, 3);
            number(bond.getOrder().numeric(), 3);
            text.append("  0\n");
        }
        for (IAtom atom : graph.atoms()) {
            if (atom.getFormalCharge() != 0) {
                text.append("M  CHG  1");
                number(atom.getIndex() + 1, 4);
                number(atom.getFormalCharge(), 4);
                text.append('\n');
            }
        }
        return text.append("M  END\n").toString();
    }

    private void atom(IAtom atom) {
        coordinate(atom.getPoint3d().x);
        coordinate(atom.getPoint3d().y);
        coordinate(atom.getPoint3d().z);
        String symbol = atom.getSymbol();
        text.append(' ').append(symbol).append(BLANKS, 0, 3 - symbol.length()).append(" 0  0  0  0  0");
        int valence = 0;
        for (IBond bond : atom.bonds()) {
            valence += bond.getOrder().numeric();
        }
        number(valence == 0 ? NO_VALENCE : valence, 3);
        text.append(ATOM_END);
    }

    /** Ten columns, four decimals; without String.format, which would take longer than InChI. */
    private void coordinate(double value) {
        long scaled = Math.round(Math.abs(value) * DECIMALS);
        String whole = (value < 0 ? "-" : "") + scaled / DECIMALS;
        text.append(BLANKS, 0, 5 - whole.length()).append(whole).append('.');
        String decimals = Long.toString(scaled % DECIMALS + DECIMALS);
        text.append(decimals, 1, decimals.length());
    }

    private void number(int value, int width) {
        String digits = Integer.toString(value);
        text.append(BLANKS, 0, width - digits.length()).append(digits);
    }
}
