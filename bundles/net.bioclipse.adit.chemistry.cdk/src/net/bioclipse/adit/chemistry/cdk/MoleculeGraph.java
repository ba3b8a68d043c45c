package net.bioclipse.adit.chemistry.cdk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.vecmath.Point3d;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Molecule;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.stereo.StereoElementFactory;
import org.openscience.cdk.tools.LoggingToolFactory;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/** A perceived molecule as CDK wants it: explicit hydrogens, charges, 3D coordinates and the stereochemistry they show. */
public final class MoleculeGraph {

    private static final IBond.Order[] ORDERS = {IBond.Order.SINGLE, IBond.Order.DOUBLE, IBond.Order.TRIPLE};

    static {
        // Otherwise CDK searches the class path for a logger once for each molecule.
        LoggingToolFactory.setLoggingToolClass(SilentLog.class);
    }

    private MoleculeGraph() {
    }

    /**
     * The graph of what was perceived. Where perception failed, atoms that touch are joined by single bonds: that is enough to
     * draw them, and no more.
     *
     * @return atoms in the molecule's order; the caller may change it
     */
    public static IAtomContainer of(Molecule molecule, Assessment assessment) {
        int[] charges = assessment.charges();
        if (charges.length == molecule.atomCount()) {
            return of(molecule, assessment.bonds(), charges);
        }
        List<Bond> touching = assessment.bonds();
        if (touching.isEmpty() && molecule.atomCount() <= Contacts.MAX_ATOMS) {
            touching = Contacts.of(molecule).bonds().stream().map(pair -> new Bond(pair.first(), pair.second(), 1)).toList();
        }
        return of(molecule, touching, new int[molecule.atomCount()]);
    }

    /**
     * Hydrogens as counts. The sides of a cumulene are forgotten, since CDK does not find its bonds again afterwards.
     *
     * @param graph is changed
     */
    public static IAtomContainer withoutHydrogens(IAtomContainer graph) {
        List<IStereoElement> kept = new ArrayList<>();
        graph.stereoElements().forEach(kept::add);
        kept.removeIf(element -> element.getConfigClass() == IStereoElement.CU);
        graph.setStereoElements(kept);
        return AtomContainerManipulator.suppressHydrogens(graph);
    }

    static IAtomContainer of(Molecule molecule, List<Bond> bonds, int[] charges) {
        IAtomContainer graph = SilentChemObjectBuilder.getInstance().newAtomContainer();
        double[] xyz = molecule.positions();
        for (int i = 0; i < molecule.atomCount(); i++) {
            IAtom atom = graph.getBuilder().newAtom();
            atom.setAtomicNumber(molecule.atomicNumber(i));
            atom.setSymbol(Labels.symbol(molecule.atomicNumber(i)));
            atom.setImplicitHydrogenCount(0);
            atom.setFormalCharge(charges[i]);
            atom.setPoint3d(new Point3d(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]));
            graph.addAtom(atom);
        }
        bonds.forEach(bond -> graph.addBond(bond.first(), bond.second(), ORDERS[bond.order() - 1]));
        // A molecule known by its bonds alone has all atoms in one place.
        if (Arrays.stream(xyz).anyMatch(x -> x != 0)) {
            graph.setStereoElements(List.copyOf(StereoElementFactory.using3DCoordinates(graph).createAll()));
        }
        return graph;
    }
}
