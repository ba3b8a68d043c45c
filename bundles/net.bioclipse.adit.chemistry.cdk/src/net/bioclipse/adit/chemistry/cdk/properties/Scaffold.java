package net.bioclipse.adit.chemistry.cdk.properties;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * The rings of a molecule and the chains between them (Bemis and Murcko 1996, doi 10.1021/jm9602928), with the atoms that
 * these hold by a double bond. Hydrogens take the places of what is cut off; stereochemistry is dropped.
 *
 * <p>CDK's MurckoFragmenter cuts the double bonds too and leaves radicals behind.
 */
final class Scaffold {

    private Scaffold() {
    }

    /**
     * Cuts a molecule down to its scaffold.
     *
     * @param graph without explicit hydrogens; changed here
     * @return no atoms for a molecule without rings
     */
    static IAtomContainer of(IAtomContainer graph) {
        boolean[] framework = framework(graph);
        boolean[] kept = framework.clone();
        for (IBond bond : graph.bonds()) {
            if (bond.getOrder() == IBond.Order.DOUBLE) {
                kept[bond.getBegin().getIndex()] |= framework[bond.getEnd().getIndex()];
                kept[bond.getEnd().getIndex()] |= framework[bond.getBegin().getIndex()];
            }
        }
        List<IAtom> cut = new ArrayList<>();
        for (IAtom atom : graph.atoms()) {
            if (!kept[atom.getIndex()]) {
                cut.add(atom);
                for (IBond bond : atom.bonds()) {
                    IAtom other = bond.getOther(atom);
                    other.setImplicitHydrogenCount(other.getImplicitHydrogenCount() + bond.getOrder().numeric());
                }
            }
        }
        graph.setStereoElements(List.of());
        cut.forEach(graph::removeAtom);
        return graph;
    }

    /** What is left when atoms with one neighbour are taken away again and again. */
    private static boolean[] framework(IAtomContainer graph) {
        boolean[] left = new boolean[graph.getAtomCount()];
        Arrays.fill(left, true);
        int[] degrees = new int[left.length];
        Deque<IAtom> ends = new ArrayDeque<>();
        for (IAtom atom : graph.atoms()) {
            degrees[atom.getIndex()] = atom.getBondCount();
            if (atom.getBondCount() < 2) {
                ends.add(atom);
            }
        }
        while (!ends.isEmpty()) {
            IAtom end = ends.remove();
            left[end.getIndex()] = false;
            for (IAtom neighbour : end.neighbors()) {
                if (--degrees[neighbour.getIndex()] == 1) {
                    ends.add(neighbour);
                }
            }
        }
        return left;
    }
}
