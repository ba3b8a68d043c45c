package net.bioclipse.adit.chemistry.cdk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.bioclipse.adit.chemistry.cdk.plausibility.Plausibility;
import net.bioclipse.adit.chemistry.cdk.plausibility.StrainCheck;
import net.bioclipse.adit.chemistry.cdk.properties.MolecularProperties;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Formula;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StrainMeter;
import net.bioclipse.adit.structure.StructureAssessor;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * Judges a molecule strictly: bonds, orders and charges are perceived from its coordinates for total charge 0; it is valid
 * when no atoms clash, every atom has a closed-shell valence, all atoms hang together, and CDK (doi
 * 10.1186/s13321-017-0220-4) knows every atom type. Nothing is repaired.
 *
 * <p>Checks, in order: "elements", "clash", "valence", "radical", "charge", "connected", "atom types", "aromaticity",
 * "identity"; those after a failed perception are not made. {@link Aspect#PLAUSIBILITY} adds those of {@link Plausibility},
 * {@link Aspect#STRAIN} that of {@link StrainCheck}, {@link Aspect#ROUND_TRIP} those of {@link RoundTrips},
 * {@link Aspect#COMPARISON} the checks "EDM stable" and "lenient" and the property "EDM stable atoms". Properties: formula,
 * mass (g/mol), charge, SMILES, InChI, InChIKey, and those of {@link MolecularProperties} when {@link Aspect#PROPERTIES} is
 * asked for. The identity is the standard InChIKey, or the SMILES where no InChI can be made.
 */
public final class CdkMoleculeAssessor implements StructureAssessor {

    private final Set<Aspect> aspects;
    private final StrainMeter strain;

    /** Without a measure of strain. */
    public CdkMoleculeAssessor(Set<Aspect> aspects) {
        this(aspects, StrainMeter.NONE);
    }

    /**
     * @param aspects what to look at beside validity
     * @param strain  asked when {@link Aspect#STRAIN} is
     */
    public CdkMoleculeAssessor(Set<Aspect> aspects, StrainMeter strain) {
        this.aspects = Set.copyOf(aspects);
        this.strain = strain;
    }

    @Override
    public Assessment assess(AtomicStructure structure) {
        if (!(structure instanceof Molecule molecule)) {
            return refusal(structure, "a crystal is not assessed as a molecule");
        }
        Perception perception = Perception.of(molecule);
        List<Finding> findings = new ArrayList<>(perception.findings());
        Map<String, Object> properties = compositionOf(molecule);
        Optional<String> identity = Optional.empty();
        if (perception.succeeded()) {
            properties.put("charge", IntStream.of(perception.charges()).sum());
            IAtomContainer graph = MoleculeGraph.of(molecule, perception.bonds(), perception.charges());
            identity = GraphChecks.apply(graph, findings, properties);
            if (aspects.contains(Aspect.PLAUSIBILITY)) {
                findings.addAll(Plausibility.findings(molecule, perception.bonds(), perception.charges(), graph,
                        bond -> BondLengths.expected(molecule, bond)));
            }
            if (aspects.contains(Aspect.STRAIN)) {
                StrainCheck.apply(molecule, strain.of(molecule, perception.bonds(), perception.charges()), findings,
                        properties);
            }
            properties.putAll(aspects.contains(Aspect.PROPERTIES) ? MolecularProperties.of(graph) : Map.of());
        }
        if (aspects.contains(Aspect.COMPARISON)) {
            EdmStability edm = new EdmStability(molecule);
            findings.add(edm.finding());
            findings.add(LenientReading.finding(molecule));
            properties.put("EDM stable atoms", edm.stableAtoms());
        }
        Assessment assessment = new Assessment(findings, perception.bonds(), perception.charges(), properties, identity);
        if (!aspects.contains(Aspect.ROUND_TRIP)) {
            return assessment;
        }
        findings.addAll(RoundTrips.findings(molecule, assessment));
        return new Assessment(findings, perception.bonds(), perception.charges(), properties, identity);
    }

    static Map<String, Object> compositionOf(AtomicStructure structure) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Formula formula = structure.formula();
        properties.put("formula", formula.toString());
        properties.put("mass", formula.mass());
        return properties;
    }

    static Assessment refusal(AtomicStructure structure, String reason) {
        return new Assessment(List.of(new Finding("kind", false, reason)), List.of(), new int[0], compositionOf(structure),
                Optional.empty());
    }
}
