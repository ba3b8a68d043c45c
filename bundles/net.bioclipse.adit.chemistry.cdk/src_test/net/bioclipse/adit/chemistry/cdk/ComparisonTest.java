package net.bioclipse.adit.chemistry.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static Assessment assess(Molecule molecule) {
        return new CdkMoleculeAssessor(Set.of(Aspect.COMPARISON)).assess(molecule);
    }

    private static List<String> failures(Molecule molecule) {
        return assess(molecule).findings().stream().filter(f -> f.family() == Family.COMPARISON && !f.passed())
                .map(f -> f.check() + ": " + f.message()).toList();
    }

    @Test
    void ordinaryMoleculesPassEveryConvention() {
        for (String name : List.of("methane", "water", "L-alanine", "acetylene", "hydrogen cyanide", "cyclopropane")) {
            Assessment assessment = assess(TestMolecules.named(name));
            assertEquals(List.of(), failures(TestMolecules.named(name)), name);
            assertEquals(1.0, assessment.properties().get("EDM stable atoms"), name);
            assertTrue(assessment.valid(), name);
        }
    }

    @Test
    void edmSaysWhichAtomsAreUnstable() {
        Molecule methyl = TestMolecules.without(TestMolecules.named("methane"), 1);
        assertEquals(List.of("EDM stable: C1 has bond orders of 3"), failures(methyl));
        assertEquals(0.75, assess(methyl).properties().get("EDM stable atoms"));
    }

    @Test
    void edmCallsBenzeneAndASulfideUnstableAlthoughTheyAreValid() {
        for (String name : List.of("benzene", "nitromethane", "thiophene")) {
            Assessment assessment = assess(TestMolecules.named(name));
            assertTrue(assessment.valid(), name);
            assertEquals("EDM stable", assessment.firstFailed(Family.COMPARISON).map(Finding::check).orElse("none"), name);
        }
    }

    @Test
    void theLenientConventionForgivesPartsAndMissingHydrogens() {
        Molecule broken = TestMolecules.joined(TestMolecules.without(TestMolecules.named("benzene"), 6),
                TestMolecules.named("water"), 30);
        Assessment assessment = assess(broken);
        assertEquals(false, assessment.valid());
        assertTrue(failures(broken).stream().noneMatch(failure -> failure.startsWith("lenient")));
    }

    @Test
    void theLenientConventionStillCountsNeighbours() {
        Molecule crowded = TestMolecules.of("refused-molecules.xyz").stream()
                .filter(known -> known.name().equals("neopentane with one carbon more")).findFirst().orElseThrow()
                .molecule();
        assertTrue(failures(crowded).stream()
                .anyMatch(failure -> failure.matches("lenient: C\\d has 5 neighbours, at most 4 are possible")));
        assertTrue(failures(new Molecule(new int[] {26}, new double[3]))
                .contains("lenient: not assessable: Fe1 is a metal"));
    }

    @Test
    void comparisonsNeverDecideValidity() {
        TestMolecules.named().forEach((name, molecule) ->
                assertEquals(TestMolecules.assess(molecule).valid(), assess(molecule).valid(), name));
    }
}
