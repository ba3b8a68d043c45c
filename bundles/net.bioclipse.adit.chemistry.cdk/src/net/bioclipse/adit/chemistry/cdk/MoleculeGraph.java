package net.bioclipse.adit.chemistry.cdk;

import java.util.List;
import javax.vecmath.Point3d;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Molecule;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.stereo.StereoElementFactory;

/** A perceived molecule as CDK wants it: explicit hydrogens, charges, 3D coordinates and the stereochemistry they show. */
final class MoleculeGraph {

    private static final IBond.Order[] ORDERS = {IBond.Order.SINGLE, IBond.Order.DOUBLE, IBond.Order.TRIPLE};

    private MoleculeGraph() {
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
        graph.setStereoElements(List.copyOf(StereoElementFactory.using3DCoordinates(graph).createAll()));
        return graph;
    }
}
