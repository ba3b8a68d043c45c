package net.bioclipse.adit.chemistry.cdk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.vecmath.Vector3d;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IDoubleBondStereochemistry.Conformation;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.interfaces.ITetrahedralChirality.Stereo;
import org.openscience.cdk.stereo.DoubleBondStereochemistry;
import org.openscience.cdk.stereo.TetrahedralChirality;

/**
 * The atoms and double bonds that InChI calls stereogenic. CDK's own choice takes in symmetric rings and misses centres and
 * double bonds that depend on each other across a ring, both by the order of the atoms; with InChI's, SMILES and InChIKey
 * tell the same.
 */
final class InchiStereo {

    private static final Pattern CENTRE = Pattern.compile("([0-9]+)[+-]");
    private static final Pattern DOUBLE_BOND = Pattern.compile("([0-9]+)-([0-9]+)[+-]");

    private final Set<Integer> centres = new HashSet<>();
    private final Set<Set<Integer>> doubleBonds = new HashSet<>();

    private InchiStereo() {
    }

    /**
     * Makes the stereochemistry of a graph what InChI says; that of several molecules is left as it is.
     *
     * @param graph   every hydrogen an atom; changed here
     * @param inchi   of this graph
     * @param auxInfo of this graph, which relates InChI's numbers to the atoms
     */
    static void apply(String inchi, String auxInfo, IAtomContainer graph) {
        int[] atoms = InchiNumbers.standard(auxInfo);
        if (atoms.length == 0) {
            return;
        }
        InchiStereo stereo = new InchiStereo();
        for (String layer : inchi.split("/")) {
            stereo.read(layer, atoms);
        }
        graph.setStereoElements(stereo.of(graph));
    }

    private void read(String layer, int[] atoms) {
        Matcher centre = CENTRE.matcher(layer);
        while (layer.startsWith("t") && centre.find()) {
            centres.add(atom(centre.group(1), atoms));
        }
        Matcher bond = DOUBLE_BOND.matcher(layer);
        while (layer.startsWith("b") && bond.find()) {
            doubleBonds.add(Set.of(atom(bond.group(1), atoms), atom(bond.group(2), atoms)));
        }
    }

    private static int atom(String canonicalNumber, int[] atoms) {
        return atoms[Integer.parseInt(canonicalNumber) - 1];
    }

    @SuppressWarnings("rawtypes")
    private List<IStereoElement> of(IAtomContainer graph) {
        List<IStereoElement> elements = new ArrayList<>();
        Set<Integer> missing = new HashSet<>(centres);
        Set<Set<Integer>> missingBonds = new HashSet<>(doubleBonds);
        for (IStereoElement<?, ?> element : graph.stereoElements()) {
            boolean kept = element.getFocus() instanceof IAtom atom && missing.remove(atom.getIndex())
                    || element.getFocus() instanceof IBond bond && (!(element instanceof DoubleBondStereochemistry)
                            || doubleBonds.contains(ends(bond)));
            if (kept) {
                elements.add(element);
                missingBonds.removeIf(ends -> element.getFocus() instanceof IBond bond && ends.equals(ends(bond)));
            }
        }
        missing.stream().sorted().map(graph::getAtom).filter(InchiStereo::isTetrahedral)
                .forEach(centre -> elements.add(tetrahedral(centre)));
        graph.bonds().forEach(bond -> {
            if (missingBonds.contains(ends(bond)) && hasSides(bond)) {
                elements.add(sides(bond));
            }
        });
        return elements;
    }

    private static Set<Integer> ends(IBond bond) {
        return Set.of(bond.getBegin().getIndex(), bond.getEnd().getIndex());
    }

    private static boolean hasSides(IBond bond) {
        return bond.getOrder() == IBond.Order.DOUBLE && bond.getBegin().getPoint3d() != null
                && bond.getBegin().getBondCount() > 1 && bond.getEnd().getBondCount() > 1;
    }

    /** One neighbour of each end, on the same side or not. */
    private static DoubleBondStereochemistry sides(IBond bond) {
        IBond[] carriers = new IBond[2];
        Vector3d[] across = new Vector3d[2];
        Vector3d axis = between(bond.getBegin(), bond.getEnd());
        for (int end = 0; end < 2; end++) {
            IAtom atom = bond.getAtom(end);
            for (IBond other : atom.bonds()) {
                carriers[end] = carriers[end] == null && !other.equals(bond) ? other : carriers[end];
            }
            across[end] = new Vector3d();
            across[end].cross(axis, between(atom, carriers[end].getOther(atom)));
        }
        return new DoubleBondStereochemistry(bond, carriers,
                across[0].dot(across[1]) > 0 ? Conformation.TOGETHER : Conformation.OPPOSITE);
    }

    private static Vector3d between(IAtom from, IAtom to) {
        Vector3d vector = new Vector3d(to.getPoint3d());
        vector.sub(from.getPoint3d());
        return vector;
    }

    private static boolean isTetrahedral(IAtom atom) {
        return atom.getPoint3d() != null && (atom.getBondCount() == 4 || atom.getBondCount() == 3);
    }

    /** The neighbours as they stand in space; a lone pair is where the centre is. */
    private static TetrahedralChirality tetrahedral(IAtom centre) {
        List<IAtom> carriers = new ArrayList<>();
        centre.neighbors().forEach(carriers::add);
        if (carriers.size() == 3) {
            carriers.add(centre);
        }
        Vector3d[] edges = new Vector3d[3];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = between(carriers.get(3), carriers.get(i));
        }
        Vector3d normal = new Vector3d();
        normal.cross(edges[0], edges[1]);
        // Seen from the first neighbour the others go clockwise when the volume is negative.
        Stereo turn = normal.dot(edges[2]) < 0 ? Stereo.CLOCKWISE : Stereo.ANTI_CLOCKWISE;
        return new TetrahedralChirality(centre, carriers.toArray(IAtom[]::new), turn);
    }
}
