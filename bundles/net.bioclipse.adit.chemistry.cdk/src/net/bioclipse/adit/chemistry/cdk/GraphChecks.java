package net.bioclipse.adit.chemistry.cdk;

import io.github.dan2097.jnainchi.InchiOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment.Finding;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.atomtype.CDKAtomTypeMatcher;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.inchi.InChIGenerator;
import org.openscience.cdk.inchi.InChIGeneratorFactory;
import org.openscience.cdk.inchi.InChIToStructure;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IAtomType;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IChemObjectBuilder;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.stereo.DoubleBondStereochemistry;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/** What CDK says about a complete molecular graph: atom types, aromaticity, SMILES and InChI. */
final class GraphChecks {

    /** The native InChI library promises nothing about threads. */
    private static final Object INCHI = new Object();
    private static final InchiOptions WITH_ATOM_NUMBERS = new InchiOptions.InchiOptionsBuilder().build();

    private final IAtomContainer graph;
    private final List<Finding> findings;
    private final Map<String, Object> properties;

    private GraphChecks(IAtomContainer graph, List<Finding> findings, Map<String, Object> properties) {
        this.graph = graph;
        this.findings = findings;
        this.properties = properties;
    }

    /**
     * Adds the findings "atom types", "aromaticity" and "identity" and the properties SMILES, InChI and InChIKey.
     *
     * @param graph every hydrogen explicit or counted; changed here (aromatic flags)
     * @return the InChIKey, the canonical SMILES where there is none, or empty when neither can be had
     */
    static Optional<String> apply(IAtomContainer graph, List<Finding> findings, Map<String, Object> properties) {
        GraphChecks checks = new GraphChecks(graph, findings, properties);
        checks.atomTypes();
        checks.aromaticity();
        return checks.identify();
    }

    private void atomTypes() {
        check("atom types", () -> {
            IAtomType[] types = CDKAtomTypeMatcher.getInstance(graph.getBuilder()).findMatchingAtomTypes(graph);
            List<String> unknown = new ArrayList<>();
            for (int i = 0; i < types.length; i++) {
                if (types[i] == null || "X".equals(types[i].getAtomTypeName())) {
                    unknown.add(graph.getAtom(i).getSymbol() + (i + 1));
                }
            }
            return unknown.isEmpty() ? "" : "CDK knows no atom type for " + String.join(", ", unknown);
        });
    }

    private void aromaticity() {
        check("aromaticity", () -> {
            boolean perceived = Aromaticity.apply(Aromaticity.Model.Daylight, graph);
            return perceived ? "" : "CDK cannot perceive it: too many rings";
        });
    }

    private Optional<String> identify() {
        String text = null;
        String key = null;
        String failure;
        try {
            synchronized (INCHI) {
                InChIGenerator inchi = InChIGeneratorFactory.getInstance().getInChIGenerator(graph, WITH_ATOM_NUMBERS);
                failure = inchi.getMessage();
                if (inchi.getInchi() != null && !inchi.getInchi().isEmpty()) {
                    text = inchi.getInchi();
                    key = inchi.getInchiKey();
                    InchiStereo.apply(text, inchi.getAuxInfo(), graph);
                }
            }
        } catch (CDKException | RuntimeException | LinkageError e) {
            failure = e.getMessage();
        }
        Optional<String> smiles = smiles();
        smiles.ifPresent(written -> properties.put("SMILES", written));
        if (key != null) {
            properties.put("InChI", text);
            properties.put("InChIKey", key);
            findings.add(new Finding("identity", true, ""));
            return Optional.of(key);
        }
        // A missing native library or an InChI limit says nothing against the molecule, so the finding passes.
        findings.add(new Finding("identity", smiles.isPresent(), "no InChI (" + failure + "), compared by SMILES instead"));
        return smiles;
    }

    /** The InChI of a graph with the options of the property; empty when there is none. */
    static Optional<String> inchi(IAtomContainer graph) throws CDKException {
        synchronized (INCHI) {
            return Optional.ofNullable(
                    InChIGeneratorFactory.getInstance().getInChIGenerator(graph, WITH_ATOM_NUMBERS).getInchi());
        }
    }

    /** The graph that an InChI tells of. */
    static IAtomContainer structure(String inchi, IChemObjectBuilder builder) throws CDKException {
        synchronized (INCHI) {
            InChIToStructure structure = InChIGeneratorFactory.getInstance().getInChIToStructure(inchi, builder);
            if (structure.getAtomContainer() == null) {
                throw new CDKException(structure.getMessage());
            }
            return structure.getAtomContainer();
        }
    }

    private Optional<String> smiles() {
        try {
            return Optional.of(CanonicalSmiles.of(withoutHydrogens(graph.clone())));
        } catch (CDKException | CloneNotSupportedException | RuntimeException e) {
            findings.add(new Finding("SMILES", false, "CDK cannot write it: " + e.getMessage()));
            return Optional.empty();
        }
    }

    /** Hydrogens as counts, but for those of imines and diazenes that tell a side of a double bond: C/C=N/[H]. */
    private static IAtomContainer withoutHydrogens(IAtomContainer graph) {
        List<IAtom> kept = new ArrayList<>();
        for (IStereoElement<?, ?> element : graph.stereoElements()) {
            if (element instanceof DoubleBondStereochemistry doubleBond) {
                for (IBond side : doubleBond.getBonds()) {
                    IAtom hydrogen = side.getBegin().getAtomicNumber() == 1 ? side.getBegin() : side.getEnd();
                    if (hydrogen.getAtomicNumber() == 1 && side.getOther(hydrogen).getBondCount() == 2) {
                        // CDK keeps isotopes.
                        hydrogen.setMassNumber(1);
                        kept.add(hydrogen);
                    }
                }
            }
        }
        IAtomContainer light = AtomContainerManipulator.suppressHydrogens(graph);
        kept.forEach(hydrogen -> hydrogen.setMassNumber(null));
        return light;
    }

    /** A check that gives a failure, or an empty text; CDK's exceptions are failures too. */
    private interface Check {

        String failure() throws CDKException;
    }

    private void check(String name, Check check) {
        String failure;
        try {
            failure = check.failure();
        } catch (CDKException | RuntimeException e) {
            failure = "CDK fails: " + e.getMessage();
        }
        findings.add(new Finding(name, failure.isEmpty(), failure));
    }
}
