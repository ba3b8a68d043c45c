package net.bioclipse.adit.chemistry.cdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment.Finding;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.atomtype.CDKAtomTypeMatcher;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IAtomType;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.stereo.DoubleBondStereochemistry;

/** What CDK says about a complete molecular graph: atom types, aromaticity, SMILES and InChI. */
final class GraphChecks {

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
        Optional<InchiName> name = Optional.empty();
        String failure = "";
        try {
            name = Optional.of(InchiName.of(graph));
            InchiStereo.apply(name.get().text(), name.get().auxInfo(), graph);
        } catch (CDKException | RuntimeException | LinkageError e) {
            failure = e.getMessage();
        }
        Optional<String> smiles = smiles(name.map(InchiName::auxInfo));
        smiles.ifPresent(written -> properties.put("SMILES", written));
        if (name.isPresent()) {
            properties.put("InChI", name.get().text());
            properties.put("InChIKey", name.get().key());
            findings.add(new Finding("identity", true, ""));
            return name.map(InchiName::key);
        }
        // A missing native library or an InChI limit says nothing against the molecule, so the finding passes.
        findings.add(new Finding("identity", smiles.isPresent(), "no InChI (" + failure + "), compared by SMILES instead"));
        return smiles;
    }

    private Optional<String> smiles(Optional<String> auxInfo) {
        try {
            IAtomContainer copy = graph.clone();
            List<IAtom> atoms = new ArrayList<>();
            copy.atoms().forEach(atoms::add);
            IAtomContainer light = withoutHydrogens(copy);
            return Optional.of(CanonicalSmiles.of(light, auxInfo.flatMap(aux -> InchiNumbers.of(aux, atoms, light))));
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
        IAtomContainer light = MoleculeGraph.withoutHydrogens(graph);
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
