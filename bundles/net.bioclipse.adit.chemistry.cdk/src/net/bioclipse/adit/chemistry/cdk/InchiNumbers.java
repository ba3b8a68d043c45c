package net.bioclipse.adit.chemistry.cdk;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * InChI's numbers of the heavy atoms as the order of a canonical SMILES: those with fixed hydrogens before the others, and a
 * negative oxygen that comes first gives its place to the double-bonded one beside it (rules A and E of N. M. O'Boyle,
 * J. Cheminform. 2012, 4, 22, doi 10.1186/1758-2946-4-22). Only for one molecule without reconnected metals.
 */
final class InchiNumbers {

    private static final Pattern STANDARD = Pattern.compile("/N:([0-9,]+)(/|$)");
    private static final Pattern FIXED = Pattern.compile("/F:([0-9,]+)(/|$)");
    /** Of reconnected metals, or of several molecules. */
    private static final Pattern OTHER = Pattern.compile("/R:|/[NF]:[^/]*;");

    private InchiNumbers() {
    }

    /**
     * @param auxInfo of {@code whole}
     * @param whole   the atoms that InChI was given, in that order
     * @param graph   the same without most hydrogens, in the same order
     * @return for each atom of {@code graph} its place from 0, hydrogens last; empty when the numbers cannot be had so
     */
    static Optional<int[]> of(String auxInfo, List<IAtom> whole, IAtomContainer graph) {
        Matcher standard = STANDARD.matcher(auxInfo);
        if (OTHER.matcher(auxInfo).find() || !standard.find()) {
            return Optional.empty();
        }
        Matcher fixed = FIXED.matcher(auxInfo);
        boolean hasFixed = fixed.find();
        int[] places = new int[whole.size()];
        int next = 1;
        for (String number : (hasFixed ? fixed : standard).group(1).split(",")) {
            places[Integer.parseInt(number) - 1] = next++;
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
