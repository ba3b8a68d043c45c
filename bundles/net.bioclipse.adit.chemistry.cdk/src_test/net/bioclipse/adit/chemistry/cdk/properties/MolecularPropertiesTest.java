package net.bioclipse.adit.chemistry.cdk.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

class MolecularPropertiesTest {

    private static IAtomContainer molecule(String smiles) throws CDKException {
        IAtomContainer molecule = new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(smiles);
        AtomContainerManipulator.convertImplicitToExplicitHydrogens(molecule);
        Aromaticity.apply(Aromaticity.Model.Daylight, molecule);
        return molecule;
    }

    @Test
    void tellsAllOfAspirinInAStableOrder() throws CDKException {
        assertEquals("{heavy atoms=13, logP=1.422, TPSA=63.6, H-bond donors=1, H-bond acceptors=3, rotatable bonds=3, "
                + "rings=1, aromatic rings=1, fraction sp3=0.111, Lipinski violations=0, scaffold=c1ccccc1}",
                MolecularProperties.of(molecule("CC(=O)Oc1ccccc1C(=O)O")).toString());
    }

    @Test
    void cumulenesWithStereochemistryAreNoObstacle() throws CDKException {
        assertEquals(6, MolecularProperties.of(molecule("C/C=C=C=C/C")).get("heavy atoms"));
    }

    /** TPSA of Ertl's examples and counts that can be counted by hand. */
    @ParameterizedTest
    @CsvSource({"CCO,20.23,1,1,0,0,0,1.0", "c1ccncc1,12.89,0,1,0,1,1,0.0", "CC(=O)Nc1ccccc1,29.1,1,2,1,1,1,0.125",
        "O=[N+]([O-])c1ccccc1,43.14,0,0,1,1,1,0.0", "C1CC1C1CC1,0.0,0,0,1,2,0,1.0", "c1ccc2ccccc2c1,0.0,0,0,0,2,2,0.0",
        "C12C3C4C1C5C2C3C45,0.0,0,0,0,5,0,1.0", "C.C,0.0,0,0,0,0,0,1.0", "N,0.0,1,1,0,0,0,0.0",
        "NCCCCO,46.25,2,2,3,0,0,1.0"})
    void countsWhatChemistsCount(String smiles, double tpsa, int donors, int acceptors, int rotatable, int rings,
            int aromatic, double sp3) throws CDKException {
        Map<String, Object> found = MolecularProperties.of(molecule(smiles));
        assertEquals(List.of(tpsa, donors, acceptors, rotatable, rings, aromatic, sp3), List.of(found.get("TPSA"),
                found.get("H-bond donors"), found.get("H-bond acceptors"), found.get("rotatable bonds"), found.get("rings"),
                found.get("aromatic rings"), found.get("fraction sp3")));
    }

    @ParameterizedTest
    @CsvSource({"CCCC,''", "CCc1ccccc1,c1ccccc1", "c1ccc(cc1)C(=O)C1CC1,O=C(c1ccccc1)C2CC2", "CC1CCC(=O)CC1,O=C1CCCCC1",
        "CCN1CCN(CC1)Cc1ccccc1,c1ccc(cc1)CN2CCNCC2", "C=C1CCCC1(C)C,C=C1CCCC1", "CC1CCS(=O)(=O)C1,O=S1(=O)CCCC1",
        "Cc1c[nH]cc1,c1cc[nH]c1", "C[C@H]1CC[C@@H](O)C1,C1CCCC1"})
    void cutsDownToTheScaffold(String smiles, String scaffold) throws CDKException {
        Object cut = MolecularProperties.of(molecule(smiles)).get("scaffold");
        String expected = scaffold.isEmpty() ? "" : (String) MolecularProperties.of(molecule(scaffold)).get("scaffold");
        assertEquals(expected, cut);
        assertEquals(scaffold.replaceAll("[^A-Za-z]", "").length(), ((String) cut).replaceAll("[^A-Za-z]", "").length());
    }

    @Test
    void countsEachBrokenRuleOfLipinski() throws CDKException {
        assertEquals(0, MolecularProperties.of(molecule("CCO")).get("Lipinski violations"));
        assertEquals(1, MolecularProperties.of(molecule("C".repeat(15))).get("Lipinski violations"));
        assertEquals(2, MolecularProperties.of(molecule("C".repeat(40))).get("Lipinski violations"));
        assertEquals(3, MolecularProperties.of(molecule("OCC(O)".repeat(9))).get("Lipinski violations"));
    }

    @Test
    void leavesOutWhatItCannotTell() throws CDKException {
        Map<String, Object> silane = MolecularProperties.of(molecule("C[Si](C)(C)C"));
        assertFalse(silane.containsKey("logP"));
        assertFalse(silane.containsKey("Lipinski violations"));
        assertEquals(5, silane.get("heavy atoms"));
    }

    @Test
    void theOrderOfTheAtomsChangesNothingAndTheGraphIsLeftAlone() throws CDKException {
        IAtomContainer molecule = molecule("CC(=O)Nc1ccc(cc1)C1CC(=O)OC1");
        Map<String, Object> expected = MolecularProperties.of(molecule);
        int atoms = molecule.getAtomCount();
        for (int seed = 0; seed < 20; seed++) {
            List<IAtom> order = StreamSupport.stream(molecule.atoms().spliterator(), false)
                    .collect(Collectors.toList());
            Collections.shuffle(order, new Random(seed));
            molecule.setAtoms(order.toArray(IAtom[]::new));
            assertEquals(expected, MolecularProperties.of(molecule));
            assertEquals(atoms, molecule.getAtomCount());
        }
    }
}
