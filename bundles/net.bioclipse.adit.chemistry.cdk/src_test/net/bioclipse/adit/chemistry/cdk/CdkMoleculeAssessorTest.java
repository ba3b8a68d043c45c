package net.bioclipse.adit.chemistry.cdk;

import java.util.Set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CdkMoleculeAssessorTest {

    @TestFactory
    Stream<DynamicTest> findsTheStructureThatTheInChIKeyNames() {
        return TestMolecules.of("named-molecules.xyz").stream().map(known -> dynamicTest(known.name(), () -> {
            Assessment assessment = TestMolecules.assess(known.molecule());
            assertEquals("valid", TestMolecules.reason(assessment));
            assertEquals(known.cells().get(0), assessment.properties().get("InChIKey"));
            assertEquals(Optional.of(known.cells().get(0)), assessment.identity());
        }));
    }

    @TestFactory
    Stream<DynamicTest> refusesAndNamesTheAtoms() {
        return TestMolecules.of("refused-molecules.xyz").stream().map(known -> dynamicTest(known.name(), () -> assertEquals(
                known.cells().get(0) + ": " + known.cells().get(1),
                        TestMolecules.reason(TestMolecules.assess(known.molecule())))));
    }

    @Test
    void givesChecksAndPropertiesInAFixedOrder() {
        Assessment alanine = TestMolecules.assess(TestMolecules.named("L-alanine"));
        assertEquals(List.of("elements", "clash", "valence", "radical", "charge", "connected", "atom types", "aromaticity",
                "identity"), alanine.findings().stream().map(Finding::check).toList());
        assertEquals(List.of("formula", "mass", "charge", "SMILES", "InChI", "InChIKey"),
                List.copyOf(alanine.properties().keySet()));
        assertEquals("C3H7NO2", alanine.properties().get("formula"));
        assertEquals(89.094, (Double) alanine.properties().get("mass"), 0.01);
        assertEquals("C[C@@H](C(=O)O)N", alanine.properties().get("SMILES"));
        assertEquals("InChI=1S/C3H7NO2/c1-2(4)3(5)6/h2H,4H2,1H3,(H,5,6)/t2-/m0/s1", alanine.properties().get("InChI"));
    }

    @Test
    void perceivesChargesOfTheNitroGroup() {
        Molecule nitromethane = TestMolecules.named("nitromethane");
        Assessment assessment = TestMolecules.assess(nitromethane);
        int[] charges = assessment.charges();
        assertEquals(List.of(-1, 0, 0, 0, 0, 0, 1), IntStream.of(charges).sorted().boxed().toList());
        for (int i = 0; i < charges.length; i++) {
            assertEquals(charges[i] > 0 ? 7 : charges[i] < 0 ? 8 : nitromethane.atomicNumber(i),
                    nitromethane.atomicNumber(i));
        }
        assertEquals(1, assessment.bonds().stream().filter(bond -> bond.order() == 2).count());
    }

    @Test
    void refusesEveryNamedMoleculeThatLacksAHydrogen() {
        TestMolecules.named().forEach((name, molecule) -> {
            for (int i = 0; i < molecule.atomCount(); i++) {
                if (molecule.atomicNumber(i) == 1 && molecule.atomCount() > 2) {
                    Assessment assessment = TestMolecules.assess(TestMolecules.without(molecule, i));
                    Finding failure = assessment.failure().orElseThrow();
                    assertTrue(failure.check().equals("radical") || failure.message().startsWith("an ion of total charge "),
                            name + ": " + failure);
                }
            }
        });
    }

    @Test
    void perceivesAnIonAndRefusesItsCharge() {
        Assessment alaninate = TestMolecules.assess(TestMolecules.without(TestMolecules.named("L-alanine"), 12));
        assertEquals("charge: an ion of total charge -1; as a neutral molecule O6 has 1 of 2 valences",
                TestMolecules.reason(alaninate));
        assertEquals(-1, alaninate.properties().get("charge"));
        assertEquals("C[C@@H](C(=O)[O-])N", alaninate.properties().get("SMILES"));
    }

    @Test
    void refusesALooseHydrogen() {
        Molecule hydrogen = new Molecule(new int[] {1}, new double[3]);
        TestMolecules.named().forEach((name, molecule) -> assertEquals("radical: H" + (molecule.atomCount() + 1)
                + " has 0 of 1 valences", TestMolecules.reason(TestMolecules.assess(
                        TestMolecules.joined(molecule, hydrogen, 30))), name));
    }

    @Test
    void refusesTwoMoleculesInOne() {
        Molecule water = TestMolecules.named("water");
        Assessment two = TestMolecules.assess(TestMolecules.joined(TestMolecules.named("benzene"), water, 30));
        assertEquals("connected: 2 separate parts; the largest has 12 of 15 atoms", TestMolecules.reason(two));
        assertTrue(two.properties().get("SMILES").toString().contains("."));
    }

    @Test
    void refusesAStretchedBond() {
        Molecule benzene = TestMolecules.named("chlorobenzene");
        assertEquals("valid", TestMolecules.reason(TestMolecules.assess(TestMolecules.stretched(benzene, 0, 1, 1.9))));
        assertEquals("radical: Cl1 has 0 of 1 valences; C2 has 3 of 4 valences",
                TestMolecules.reason(TestMolecules.assess(TestMolecules.stretched(benzene, 0, 1, 2.6))));
    }

    @Test
    void namesTheWorstClash() {
        Molecule methane = TestMolecules.named("methane");
        assertEquals("clash: C1 and H2 are 0.50 Å apart, 0.47 of the sum of their radii",
                TestMolecules.reason(TestMolecules.assess(TestMolecules.stretched(methane, 1, 0, 0.5))));
        assertEquals("clash: C1 and H2 are 1.45 Å apart, 1.36 of the sum of their radii",
                TestMolecules.reason(TestMolecules.assess(TestMolecules.stretched(methane, 1, 0, 1.45))));
        Molecule heap = new Molecule(new int[] {6, 6, 6}, new double[9]);
        assertEquals("clash: C1 and C2 are 0.00 Å apart, 0.00 of the sum of their radii (the worst of 3 pairs)",
                TestMolecules.reason(TestMolecules.assess(heap)));
    }

    @Test
    void saysWhatItCannotAssess() {
        assertEquals("elements: not assessable: Fe1 is a metal", reasonOf(26, 6));
        assertEquals("elements: not assessable: He2 is a noble gas", reasonOf(6, 2));
        assertEquals("elements: not assessable: Og1 is a noble gas", reasonOf(118));
        int[] many = new int[Contacts.MAX_ATOMS + 1];
        java.util.Arrays.fill(many, 6);
        assertEquals("elements: not assessable: 2001 atoms, at most 2000 are perceived", reasonOf(many));
        Crystal crystal = new Crystal(new Lattice(4, 4, 4, 90, 90, 90), new int[] {6}, new double[3]);
        assertEquals("kind: a crystal is not assessed as a molecule",
                TestMolecules.reason(new CdkMoleculeAssessor(Set.of()).assess(crystal)));
    }

    private static String reasonOf(int... elements) {
        double[] xyz = new double[3 * elements.length];
        for (int i = 0; i < elements.length; i++) {
            xyz[3 * i] = 10.0 * i;
        }
        return TestMolecules.reason(TestMolecules.assess(new Molecule(elements, xyz)));
    }

    @Test
    void doesNotDependOnAtomOrderAndPose() {
        Random random = new Random(11);
        TestMolecules.named().forEach((name, molecule) -> {
            List<Integer> order = new ArrayList<>(IntStream.range(0, molecule.atomCount()).boxed().toList());
            Collections.shuffle(order, random);
            Molecule turned = turned(TestMolecules.picked(molecule, order), random.nextDouble() * 6);
            assertEquals(TestMolecules.assess(molecule).identity(), TestMolecules.assess(turned).identity(), name);
        });
    }

    private static Molecule turned(Molecule molecule, double angle) {
        double[] xyz = molecule.positions();
        for (int i = 0; i < xyz.length; i += 3) {
            double x = xyz[i] * Math.cos(angle) - xyz[i + 1] * Math.sin(angle) + 7;
            double y = xyz[i] * Math.sin(angle) + xyz[i + 1] * Math.cos(angle) - 3;
            xyz[i] = x;
            xyz[i + 1] = y;
        }
        return new Molecule(molecule.atomicNumbers(), xyz);
    }

    @Test
    void tellsMirrorImagesApart() {
        Molecule alanine = TestMolecules.named("L-alanine");
        double[] xyz = alanine.positions();
        for (int i = 0; i < xyz.length; i += 3) {
            xyz[i] = -xyz[i];
        }
        Assessment mirrored = TestMolecules.assess(new Molecule(alanine.atomicNumbers(), xyz));
        assertTrue(mirrored.valid());
        assertNotEquals(TestMolecules.assess(alanine).identity(), mirrored.identity());
        assertEquals("QNAYBMKLOCPYGJ-UWTATZPHSA-N", mirrored.properties().get("InChIKey"));
    }

    @Test
    void neverThrowsAndAlwaysEnds() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            Assessment assessment = TestMolecules.assess(TestMolecules.random(random));
            assertFalse(assessment.findings().isEmpty());
            assessment.failure().ifPresent(failure -> assertFalse(failure.message().isBlank(), failure.check()));
        }
        for (double far : new double[] {1e30, 1e300, Double.MAX_VALUE}) {
            assertFalse(TestMolecules.assess(new Molecule(new int[] {6, 6}, new double[] {far, 0, 0, -far, far,
                    0})).valid());
        }
    }

    @Test
    void givesTheSameInManyThreads() {
        Map<String, Molecule> named = TestMolecules.named();
        CdkMoleculeAssessor assessor = new CdkMoleculeAssessor(Set.of());
        List<Assessment> alone = named.values().stream().map(assessor::assess).toList();
        for (int round = 0; round < 3; round++) {
            assertEquals(alone, named.values().parallelStream().map(assessor::assess).toList());
        }
    }
}
