package net.bioclipse.adit.chemistry.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlausibilityTest {

    private static Assessment assess(Molecule molecule) {
        return new CdkMoleculeAssessor(Set.of(Aspect.PLAUSIBILITY)).assess(molecule);
    }

    private static String implausibility(Molecule molecule) {
        Assessment assessment = assess(molecule);
        assertEquals("valid", TestMolecules.reason(assessment));
        assertEquals(assessment.plausible(), assessment.firstFailed(Family.PLAUSIBILITY).isEmpty());
        return assessment.firstFailed(Family.PLAUSIBILITY).map(f -> f.check() + ": " + f.message()).orElse("plausible");
    }

    /** The force field that made their coordinates does not know their bonds. */
    private static final Set<String> DISTORTED = Set.of("acetonitrile oxide", "sulfur hexafluoride", "porphin");

    @TestFactory
    Stream<DynamicTest> everyNamedMoleculeIsPlausible() {
        return TestMolecules.named().entrySet().stream().map(named -> dynamicTest(named.getKey(), () -> assertEquals(
                !DISTORTED.contains(named.getKey()), implausibility(named.getValue()).equals("plausible"),
                implausibility(named.getValue()))));
    }

    @Test
    void checksStandInAFixedOrderAndOnlyWhenAskedFor() {
        List<String> checks = assess(TestMolecules.named("benzene")).findings().stream()
                .filter(finding -> finding.family() == Family.PLAUSIBILITY).map(Finding::check).toList();
        assertEquals(List.of("bond lengths", "bond angles", "clash of free atoms", "flat aromatic rings",
                "flat double bonds", "puckered rings"), checks);
        assertTrue(TestMolecules.assess(TestMolecules.named("benzene")).findings().stream()
                .allMatch(finding -> finding.family() == Family.VALIDITY));
    }

    @Test
    void namesTheBondAndItsBounds() {
        assertTrue(implausibility(TestMolecules.stretched(TestMolecules.named("methane"), 1, 0, 1.2))
                .matches("bond lengths: C1-H2 is 1\\.200 Å, plausible are 1\\.0\\d\\d to 1\\.1\\d\\d Å for a single bond of C with 4 "
                        + "neighbours and H"));
        assertTrue(implausibility(TestMolecules.stretched(TestMolecules.named("chlorobenzene"), 0, 1, 2.2))
                .startsWith("bond lengths: Cl1-C2 is 2.200 Å, plausible are 1.305 to 2.175 Å"));
    }

    @Test
    void namesTheAngle() {
        Molecule benzene = TestMolecules.named("benzene");
        double[] xyz = benzene.positions();
        for (int k = 0; k < 3; k++) {
            double radial = (xyz[k] - xyz[9 + k]) / 2.79;
            double tangential = (xyz[3 + k] - xyz[15 + k]) / 2.42;
            xyz[18 + k] = xyz[k] + 1.088 * (0.88 * radial + 0.47 * tangential);
        }
        String reason = implausibility(new Molecule(benzene.atomicNumbers(), xyz));
        assertTrue(reason.matches("bond angles: (C\\d-C1-H7|H7-C1-C\\d) is \\d+\\.\\d°, plausible are .*° at C with 3 "
                + "neighbours.*"), reason);
    }

    @Test
    void namesAnAtomThatLeavesTheAromaticPlane() {
        Molecule benzene = TestMolecules.named("benzene");
        double[] xyz = benzene.positions();
        double[] normal = {0.0437, -0.0437, 0.998};
        for (int k = 0; k < 3; k++) {
            xyz[18 + k] += 0.55 * normal[k] * 0.98;
        }
        String reason = implausibility(TestMolecules.stretched(new Molecule(benzene.atomicNumbers(), xyz), 6, 0, 1.088));
        assertTrue(reason.startsWith("flat aromatic rings: C1 is 0."), reason);
    }

    @Test
    void refusesMostAtomsOfAMoleculeThatMovedByFourTenths() {
        Random random = new Random(4);
        int refused = 0;
        int all = 0;
        for (String name : List.of("naphthalene", "caffeine", "glucose", "L-alanine", "anthracene", "p-benzoquinone")) {
            for (int k = 0; k < 20; k++, all++) {
                refused += assess(moved(TestMolecules.named(name), random)).plausible() ? 0 : 1;
            }
        }
        assertTrue(refused >= 0.95 * all, refused + " of " + all);
    }

    private static Molecule moved(Molecule molecule, Random random) {
        int atom = random.nextInt(molecule.atomCount());
        double[] xyz = molecule.positions();
        double[] step = random.doubles(3, -1, 1).toArray();
        double length = Math.sqrt(step[0] * step[0] + step[1] * step[1] + step[2] * step[2]);
        for (int k = 0; k < 3; k++) {
            xyz[3 * atom + k] += 0.4 * step[k] / length;
        }
        return new Molecule(molecule.atomicNumbers(), xyz);
    }

    @Test
    void refusesExchangedAtomsOfDifferentElements() {
        for (String name : List.of("glucose", "L-alanine", "methanesulfonamide")) {
            Molecule molecule = TestMolecules.named(name);
            int[] elements = molecule.atomicNumbers();
            for (int i = 1; i < elements.length; i++) {
                if (elements[i] != elements[0]) {
                    int[] swapped = elements.clone();
                    swapped[0] = elements[i];
                    swapped[i] = elements[0];
                    assertFalse(assess(new Molecule(swapped, molecule.positions())).plausible(), name + " " + i);
                }
            }
        }
    }

    @Test
    void refusesAFlatGlucose() {
        Molecule glucose = TestMolecules.named("glucose");
        double[] xyz = glucose.positions();
        for (int i = 2; i < xyz.length; i += 3) {
            xyz[i] *= 0.3;
        }
        assertFalse(assess(new Molecule(glucose.atomicNumbers(), xyz)).plausible());
    }
}
