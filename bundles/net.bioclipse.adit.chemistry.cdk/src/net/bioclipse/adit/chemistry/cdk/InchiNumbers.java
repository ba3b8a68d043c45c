package net.bioclipse.adit.chemistry.cdk;

import java.util.List;
import java.util.Optional;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * InChI's numbers of the heavy atoms as the order of a canonical SMILES: those with fixed hydrogens before the others, and a
 * negative oxygen that comes first gives its place to the double-bonded one beside it (rules A and E of N. M. O'Boyle,
 * J. Cheminform. 2012, 4, 22, doi 10.1186/1758-2946-4-22). Only for one molecule without reconnected metals.
 */
final class InchiNumbers {

    private static final String STANDARD = "/N:";
    private static final String FIXED = "/F:";
    private static final String RECONNECTED_METALS = "/R:";

    private InchiNumbers() {
    }

    /**
     * @param auxInfo of {@code whole}
     * @param whole   the atoms that InChI was given, in that order
     * @param graph   the same without most hydrogens, in the same order
     * @return for each atom of {@code graph} its place from 0, hydrogens last; empty when the numbers cannot be had so
     */
    static Optional<int[]> of(String auxInfo, List<IAtom> whole, IAtomContainer graph) {
        int[] standard = standard(auxInfo);
        if (auxInfo.contains(RECONNECTED_METALS) || standard.length == 0) {
            return Optional.empty();
        }
        int[] fixed = layer(auxInfo, FIXED);
        boolean hasFixed = fixed.length > 0;
        int[] places = new int[whole.size()];
        int next = 1;
        for (int atom : hasFixed ? fixed : standard) {
            places[atom] = next++;
        }
        int[] kept = kept(places, whole, graph);
        if (!hasFixed) {
            startAtDoubleBond(kept, graph);
        }
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (kept[i] == 0 ? next++ : kept[i]) - 1;
        }
        return next == kept.length + 1 ? Optional.of(kept) : Optional.empty();
    }

    /**
     * The heavy atoms by InChI's numbers.
     *
     * @return places from 0 among the atoms that InChI was given; none where it was given several molecules
     */
    static int[] standard(String auxInfo) {
        return layer(auxInfo, STANDARD);
    }

    private static int[] layer(String auxInfo, String name) {
        int at = auxInfo.indexOf(name);
        int end = auxInfo.indexOf('/', at + 1);
        String layer = at < 0 ? "" : auxInfo.substring(at + name.length(), end < 0 ? auxInfo.length() : end);
        if (layer.isEmpty() || layer.chars().anyMatch(c -> c != ',' && (c < '0' || c > '9'))) {
            return new int[0];
        }
        String[] numbers = layer.split(",");
        int[] atoms = new int[numbers.length];
        for (int i = 0; i < atoms.length; i++) {
            atoms[i] = Integer.parseInt(numbers[i]) - 1;
        }
        return atoms;
    }

    /** The places of the atoms that are still there. */
    private static int[] kept(int[] places, List<IAtom> whole, IAtomContainer graph) {
        int[] kept = new int[graph.getAtomCount()];
        int at = 0;
        for (int i = 0; i < places.length && at < kept.length; i++) {
            if (graph.getAtom(at).equals(whole.get(i))) {
                kept[at++] = places[i];
            }
        }
        return kept;
    }

    private static void startAtDoubleBond(int[] places, IAtomContainer graph) {
        for (int i = 0; i < places.length; i++) {
            IAtom atom = graph.getAtom(i);
            if (places[i] == 1 && atom.getAtomicNumber() == 8 && charge(atom) == -1 && atom.getBondCount() == 1) {
                for (IBond bond : atom.neighbors().iterator().next().bonds()) {
                    IAtom other = bond.getOther(atom.neighbors().iterator().next());
                    if (bond.getOrder() == IBond.Order.DOUBLE && other.getAtomicNumber() == 8 && charge(other) == 0) {
                        places[i] = places[other.getIndex()];
                        places[other.getIndex()] = 1;
                        return;
                    }
                }
            }
        }
    }

    private static int charge(IAtom atom) {
        return atom.getFormalCharge() == null ? 0 : atom.getFormalCharge();
    }
}
