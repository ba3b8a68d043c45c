package net.bioclipse.adit.chemistry.cdk.properties;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import net.bioclipse.adit.chemistry.cdk.MoleculeGraph;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.fragment.MurckoFragmenter;
import org.openscience.cdk.graph.ConnectivityChecker;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.qsar.IMolecularDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.HBondAcceptorCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.HBondDonorCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.RotatableBondsCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.TPSADescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.XLogPDescriptor;
import org.openscience.cdk.qsar.result.DoubleResult;
import org.openscience.cdk.qsar.result.IDescriptorResult;
import org.openscience.cdk.qsar.result.IntegerResult;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/**
 * Descriptors of a molecule for tables and filters, all from one graph without hydrogens whose rings and aromaticity are
 * perceived once.
 * <ul>
 * <li>"heavy atoms": atoms but hydrogen
 * <li>"logP": XLogP of Wang, Fu and Lai (doi 10.1021/ci960169p, 10.1023/A:1008763405023) by CDK; only for molecules of the
 * elements it knows. CDK's newer JPlogP writes to standard output and guesses atoms it does not know, ALogP is incomplete
 * <li>"TPSA": polar surface of N, O, S and P in Å² of Ertl et al. (doi 10.1021/jm000942e)
 * <li>"H-bond donors": N and O with hydrogen; "H-bond acceptors": N and O by CDK's rule, without those of nitro groups,
 * aromatic oxygen and pyrrole-like nitrogen
 * <li>"rotatable bonds": single bonds outside rings between atoms with further heavy neighbours; amide bonds are none
 * <li>"rings": as many as a smallest set has; "aromatic rings": those of it that are aromatic in Daylight's model
 * <li>"fraction sp3": share of the carbon atoms that have four neighbours; 0 without carbon
 * <li>"Lipinski violations": of mass ≤ 500, logP ≤ 5, at most 5 H on N and O, at most 10 N and O (doi
 * 10.1016/S0169-409X(96)00423-1)
 * <li>"scaffold": SMILES of the rings and the chains between them (Bemis and Murcko, doi 10.1021/jm9602928), without
 * stereochemistry; empty for a molecule without rings
 * </ul>
 */
public final class MolecularProperties {

    private static final Set<Integer> XLOGP_ELEMENTS = Set.of(1, 6, 7, 8, 9, 15, 16, 17, 35, 53);
    private static final double HEAVIEST = 500;
    private static final double HIGHEST_LOGP = 5;
    private static final int MOST_DONORS = 5;
    private static final int MOST_ACCEPTORS = 10;

    private final IAtomContainer graph;
    private final Map<String, Object> properties = new LinkedHashMap<>();

    private MolecularProperties(IAtomContainer graph) {
        this.graph = graph;
    }

    /**
     * The properties in the order above; one that cannot be told is left out.
     *
     * @param molecule with hydrogens and perceived aromaticity; it is left as it is
     */
    public static Map<String, Object> of(IAtomContainer molecule) {
        try {
            return new MolecularProperties(MoleculeGraph.withoutHydrogens(molecule.clone())).all();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("CDK's molecules can be cloned.", e);
        }
    }

    private Map<String, Object> all() {
        properties.put("heavy atoms", count(atom -> atom.getAtomicNumber() != 1));
        if (count(atom -> !XLOGP_ELEMENTS.contains(atom.getAtomicNumber())) == 0) {
            put("logP", new XLogPDescriptor(), 3);
        }
        put("TPSA", new TPSADescriptor(), 2);
        put("H-bond donors", new HBondDonorCountDescriptor(), 0);
        put("H-bond acceptors", new HBondAcceptorCountDescriptor(), 0);
        put("rotatable bonds", rotatableBonds(), 0);
        rings();
        int carbons = count(atom -> atom.getAtomicNumber() == 6);
        int sp3 = count(atom -> atom.getAtomicNumber() == 6 && atom.getBondCount() + atom.getImplicitHydrogenCount() == 4);
        properties.put("fraction sp3", carbons == 0 ? 0.0 : rounded((double) sp3 / carbons, 3));
        lipinski();
        scaffold();
        return properties;
    }

    private int count(Predicate<IAtom> test) {
        return (int) StreamSupport.stream(graph.atoms().spliterator(), false).filter(test).count();
    }

    private static double rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** @param decimals 0 for a count */
    private void put(String name, IMolecularDescriptor descriptor, int decimals) {
        IDescriptorResult result = descriptor.calculate(graph).getValue();
        if (result instanceof IntegerResult count) {
            properties.put(name, count.intValue());
        } else if (result instanceof DoubleResult number && Double.isFinite(number.doubleValue())) {
            properties.put(name, rounded(number.doubleValue(), decimals));
        }
    }

    private static IMolecularDescriptor rotatableBonds() {
        RotatableBondsCountDescriptor descriptor = new RotatableBondsCountDescriptor();
        try {
            boolean terminal = false;
            boolean withoutAmides = true;
            descriptor.setParameters(new Object[] {terminal, withoutAmides});
        } catch (CDKException e) {
            throw new IllegalStateException("The descriptor takes two switches.", e);
        }
        return descriptor;
    }

    private void rings() {
        int parts = ConnectivityChecker.partitionIntoMolecules(graph).getAtomContainerCount();
        properties.put("rings", graph.getBondCount() - graph.getAtomCount() + parts);
        int aromatic = 0;
        for (int[] ring : Cycles.mcb(graph).paths()) {
            boolean all = true;
            for (int k = 1; k < ring.length; k++) {
                all &= graph.getBond(graph.getAtom(ring[k - 1]), graph.getAtom(ring[k])).isAromatic();
            }
            aromatic += all ? 1 : 0;
        }
        properties.put("aromatic rings", aromatic);
    }

    private void lipinski() {
        if (!(properties.get("logP") instanceof Double logP)) {
            return;
        }
        int donors = 0;
        int acceptors = 0;
        for (IAtom atom : graph.atoms()) {
            if (atom.getAtomicNumber() == 7 || atom.getAtomicNumber() == 8) {
                acceptors++;
                donors += atom.getImplicitHydrogenCount();
            }
        }
        boolean heavy = AtomContainerManipulator.getMass(graph, AtomContainerManipulator.MolWeight) > HEAVIEST;
        properties.put("Lipinski violations", (heavy ? 1 : 0) + (logP > HIGHEST_LOGP ? 1 : 0)
                + (donors > MOST_DONORS ? 1 : 0) + (acceptors > MOST_ACCEPTORS ? 1 : 0));
    }

    /** Comes last: it cuts the graph. */
    private void scaffold() {
        try {
            properties.put("scaffold",
                    new SmilesGenerator(SmiFlavor.Unique | SmiFlavor.UseAromaticSymbols).create(Scaffold.of(graph)));
        } catch (CDKException e) {
            // Without a SMILES there is no name for it.
        }
    }
}
