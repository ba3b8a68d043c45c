package net.bioclipse.adit.chemistry.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

class CanonicalSmilesTest {

    /** The SMILES after atoms and bonds were put in an order by chance. */
    private static String shuffled(String smiles, int seed) throws CDKException {
        IAtomContainer graph = new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(smiles);
        AtomContainerManipulator.convertImplicitToExplicitHydrogens(graph);
        Random random = new Random(seed);
        List<IAtom> atoms = StreamSupport.stream(graph.atoms().spliterator(), false).collect(Collectors.toList());
        List<IBond> bonds = StreamSupport.stream(graph.bonds().spliterator(), false).collect(Collectors.toList());
        Collections.shuffle(atoms, random);
        Collections.shuffle(bonds, random);
        graph.setAtoms(atoms.toArray(IAtom[]::new));
        graph.setBonds(bonds.toArray(IBond[]::new));
        Map<String, Object> properties = new HashMap<>();
        GraphChecks.apply(graph, new ArrayList<>(), properties);
        return (String) properties.get("SMILES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCO[C@H]1C[C@@]2(C1)CN2", "C[C@]1(C[C@@]2(C1)CN2)CO",
        "C[C@H](O)[C@@H](O)C", "C[C@H](O)[C@H](O)C",
        "O[C@H]1CC[C@@H](C)CC1", "C/C=C/C=C\\C", "CC(C)(C)[C@H](F)C(C)(C)Cl",
        "O[C@@H]1[C@H](O)[C@@H](O)[C@H](O)[C@H](O)[C@@H]1O",
        "C[C@@H]1[C@H](C)[C@H](C)[C@@H]1C", "c1ccccc1[C@H](N)C(=O)O", "C1CC12CC(=O)N2", "C1/C(=N/O)/C(=N/O)/CN1", "CN1[C@@H]/2C=C[C@H]1\\C2=N\\O",
        "C[C@]1(CO/C(=N/[H])/OC1)O"})
    void theOrderOfAtomsAndBondsChangesNothing(String smiles) throws CDKException {
        String expected = shuffled(smiles, 0);
        for (int seed = 1; seed < 25; seed++) {
            assertEquals(expected, shuffled(smiles, seed));
        }
        assertEquals(expected, shuffled(expected, 1), "the SMILES is another molecule's");
    }

    /** Of these, InChI says, the first two centres or bonds are none. */
    @ParameterizedTest
    @CsvSource({"C#C[C@H](C)[C@@H]1CC=CC1,C#C[C@H](C)C1CC=CC1", "C/C(=C/1\\NC=CN1)/N=O,CC(=C1NC=CN1)N=O",
        "C[C@]1(CC=CC1)OC=O,CC1(CC=CC1)OC=O"})
    void whatInchiCallsSymmetricIsWrittenWithoutStereochemistry(String marked, String plain) throws CDKException {
        assertEquals(shuffled(plain, 0), shuffled(marked, 0));
    }

    @Test
    void stereoisomersAreToldApart() throws CDKException {
        assertFalse(shuffled("O[C@H]1C[C@H](C)C1", 0).equals(shuffled("O[C@H]1C[C@@H](C)C1", 0)));
        assertFalse(shuffled("C[C@H](O)[C@@H](O)C", 0).equals(shuffled("C[C@H](O)[C@H](O)C", 0)));
        // A double bond out of an aromatic ring.
        assertFalse(shuffled("C/N=C1/C(=O)ON=NO1", 0).equals(shuffled("C/N=C1\\C(=O)ON=NO1", 0)));
    }

    @Test
    void centresThatCdkMissesAreReadFromTheCoordinates() throws CDKException {
        for (String name : List.of("glucose", "L-alanine")) {
            Molecule molecule = TestMolecules.named(name);
            IAtomContainer graph = MoleculeGraph.of(molecule, TestMolecules.assess(molecule));
            Map<String, Object> expected = new HashMap<>();
            GraphChecks.apply(graph, new ArrayList<>(), expected);
            graph.setStereoElements(List.of());
            Map<String, Object> found = new HashMap<>();
            GraphChecks.apply(graph, new ArrayList<>(), found);
            assertEquals(expected, found);
        }
    }

    @Test
    void aPerceivedMoleculeHasOneSmilesInAnyOrder() {
        for (Map.Entry<String, Molecule> named : TestMolecules.named().entrySet()) {
            Object expected = TestMolecules.assess(named.getValue()).properties().get("SMILES");
            List<Integer> order = IntStream.range(0, named.getValue().atomCount()).boxed().collect(Collectors.toList());
            Collections.shuffle(order, new Random(3));
            assertEquals(expected, TestMolecules.assess(TestMolecules.picked(named.getValue(), order)).properties()
                    .get("SMILES"), named.getKey());
        }
    }
}
