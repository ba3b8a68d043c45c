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
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IAtomType;
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

    private Optional<String> smiles() {
        try {
            IAtomContainer light = AtomContainerManipulator.suppressHydrogens(graph.clone());
            return Optional.of(CanonicalSmiles.of(light));
        } catch (CDKException | CloneNotSupportedException | RuntimeException e) {
            findings.add(new Finding("SMILES", false, "CDK cannot write it: " + e.getMessage()));
            return Optional.empty();
        }
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
