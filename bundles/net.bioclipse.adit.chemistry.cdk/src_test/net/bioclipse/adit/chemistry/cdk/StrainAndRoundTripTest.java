package net.bioclipse.adit.chemistry.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StrainMeter.Strain;
import org.junit.jupiter.api.Test;
import org.openscience.cdk.exception.CDKException;

class StrainAndRoundTripTest {

    /** Methanimine with a methyl group, by hand; the hydrogen of nitrogen beside or across from it. */
    private static Molecule imine(boolean across) {
        return new Molecule(new int[] {6, 6, 7, 1, 1, 1, 1, 1}, new double[] {
            0, 0, 0, 1.50, 0, 0, 2.14, 1.10, 0, -0.36, 1.03, 0, -0.36, -0.51, 0.89, -0.36, -0.51, -0.89,
            2.05, -0.95, 0, across ? 3.15 : 1.55, across ? 0.95 : 1.94, 0});
    }

    private static Finding check(Molecule molecule, Strain strain) {
        Assessment assessment = new CdkMoleculeAssessor(Set.of(Aspect.STRAIN), (m, bonds, charges) -> strain).assess(molecule);
        return assessment.findings().stream().filter(finding -> finding.check().equals("strain")).findFirst().orElseThrow();
    }

    @Test
    void strainIsJudgedByTheHeavyAtom() {
        Molecule cyclopropane = TestMolecules.named("cyclopropane");
        Finding little = check(cyclopropane, new Strain(OptionalDouble.of(13.4), "bond C1–C2 by 9.0 kcal/mol"));
        assertTrue(little.passed());
        assertEquals(Family.PLAUSIBILITY, little.family());
        assertEquals("", little.message());
        Finding much = check(cyclopropane, new Strain(OptionalDouble.of(13.6), "bond C1–C2 by 9.0 kcal/mol"));
        assertFalse(much.passed());
        assertEquals("13.6 kcal/mol above the nearest minimum, 4.5 for each heavy atom instead of at most 4.5; most of it in the"
                + " bond C1–C2 by 9.0 kcal/mol", much.message());
    }

    @Test
    void strainThatCannotBeToldSpeaksNotAgainstAMolecule() {
        Assessment assessment = new CdkMoleculeAssessor(Set.of(Aspect.STRAIN),
                (m, bonds, charges) -> new Strain(OptionalDouble.empty(), "MMFF94 has no type for B1"))
                .assess(TestMolecules.named("cyclopropane"));
        assertTrue(assessment.plausible());
        assertTrue(assessment.findings().stream().noneMatch(finding -> finding.check().equals("strain")));
        assertEquals("MMFF94 has no type for B1", assessment.properties().get("strain not measured"));
        assertFalse(assessment.properties().containsKey("strain"));
    }

    @Test
    void everyNamedMoleculeIsTheSameAfterItWasWrittenAndRead() {
        Map<String, String> different = new LinkedHashMap<>();
        TestMolecules.named().forEach((name, molecule) -> {
            Assessment assessment = new CdkMoleculeAssessor(Set.of(Aspect.ROUND_TRIP)).assess(molecule);
            List<String> checks = assessment.findings().stream()
                    .filter(finding -> finding.family() == Family.PLAUSIBILITY).map(Finding::check).toList();
            assertEquals(List.of("InChI round trip", "stereo round trip"), checks, name);
            assessment.firstFailed(Family.PLAUSIBILITY).ifPresent(f -> different.put(name, f.check() + ": " + f.message()));
        });
        // In aromatic symbols the bonds of its great ring have no sides.
        assertTrue(different.remove("porphin").startsWith("stereo round trip: read again from SMILES it is without it, not /b"));
        assertEquals(Map.of(), different);
    }

    @Test
    void aMirrorImageDoesNotPassForTheMolecule() {
        Molecule drawn = TestMolecules.named("L-alanine");
        Assessment mirrored = TestMolecules.assess(mirror(drawn));
        List<Finding> findings = RoundTrips.findings(drawn, mirrored);
        assertTrue(findings.stream().allMatch(f -> f.check().startsWith("InChI") || !f.passed()), findings.toString());
        assertTrue(findings.get(1).message().matches("read again from SDF it is /.*, not /.*"), findings.toString());
    }

    @Test
    void aSmilesThatCannotBeReadOrIsAnotherMoleculeIsAFailure() {
        Molecule cyclopropane = TestMolecules.named("cyclopropane");
        assertEquals("read again from SMILES it is /C3H8/c1-3-2/h3H2,1-2H3, not /C3H6/c1-2-3-1/h1-3H2",
                withSmiles(cyclopropane, "CCC").get(1).message());
        assertTrue(withSmiles(cyclopropane, "C(").get(1).message().startsWith("its SMILES cannot be read again: "));
        assertEquals(List.of(), RoundTrips.findings(cyclopropane, new Assessment(List.of(), List.of(), new int[0], Map.of(),
                Optional.empty())));
    }

    @Test
    void theSideOfAnImineHydrogenIsInItsSmiles() {
        Assessment beside = new CdkMoleculeAssessor(Set.of(Aspect.ROUND_TRIP)).assess(imine(false));
        Assessment across = new CdkMoleculeAssessor(Set.of(Aspect.ROUND_TRIP)).assess(imine(true));
        assertNotEquals(beside.properties().get("InChIKey"), across.properties().get("InChIKey"));
        assertEquals(Set.of("C/C=N/[H]", "C/C=N\\[H]"), Set.of(beside.properties().get("SMILES"),
                across.properties().get("SMILES")));
        assertTrue(beside.plausible() && across.plausible());
    }

    @Test
    void readsTheSidesOfDoubleBondsAtAromaticRings() throws CDKException {
        assertEquals(Optional.of("InChI=1S/C3H3N3O/c4-3-5-1-2-6-7-3/h1-2,4H/b4-3-"),
                InchiName.textOf(SmilesReader.graph("c1cno/c(=N\\[H])/n1")));
        assertEquals(Optional.of("InChI=1S/C3H3N3O/c4-3-5-1-2-6-7-3/h1-2,4H/b4-3+"),
                InchiName.textOf(SmilesReader.graph("c1cno/c(=N/[H])/n1")));
    }

    private static List<Finding> withSmiles(Molecule molecule, String smiles) {
        Assessment assessment = TestMolecules.assess(molecule);
        Map<String, Object> properties = new LinkedHashMap<>(assessment.properties());
        properties.put("SMILES", smiles);
        return RoundTrips.findings(molecule, new Assessment(assessment.findings(), assessment.bonds(), assessment.charges(),
                properties, assessment.identity()));
    }

    private static Molecule mirror(Molecule molecule) {
        double[] positions = molecule.positions();
        for (int i = 0; i < positions.length; i += 3) {
            positions[i] = -positions[i];
        }
        return new Molecule(molecule.atomicNumbers(), positions);
    }
}
