package net.bioclipse.adit.chemistry.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.inchi.InChIGenerator;
import org.openscience.cdk.inchi.InChIGeneratorFactory;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

class InchiNameTest {

    private static final SmilesGenerator CDK =
            new SmilesGenerator(SmiFlavor.Unique | SmiFlavor.Stereo | SmiFlavor.UseAromaticSymbols);

    private static IAtomContainer graph(String smiles) throws CDKException {
        IAtomContainer graph = new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(smiles);
        AtomContainerManipulator.convertImplicitToExplicitHydrogens(graph);
        return graph;
    }

    private static void assertStandard(IAtomContainer graph, String which) throws CDKException {
        InChIGenerator standard = InChIGeneratorFactory.getInstance().getInChIGenerator(graph);
        InchiName name = InchiName.of(graph);
        assertEquals(standard.getInchi(), name.text(), which);
        assertEquals(standard.getInchiKey(), name.key(), which);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NC=O", "OC(=O)c1c[nH]cn1", "NC(N)=N", "[NH3+]CC(=O)[O-]", "C[C@H](N)C(=O)O", "Oc1ccncc1",
        "C/C=C/C(=N)N", "[NH4+]", "C[N+](=O)[O-]", "OC(=O)C(O)C(O)C(=O)O", "[H][H]", "CC(=O)CC(C)=O", "CS(=O)(=O)NC=O",
        "N[C@@H](Cc1c[nH]cn1)C(=O)O", "O=C1NC=CC(=O)N1", "CCO.O"})
    void oneCallGivesWhatAStandardCallGives(String smiles) throws CDKException {
        assertStandard(graph(smiles), smiles);
    }

    @Test
    void perceivedMoleculesHaveTheirStandardInchiAndKey() throws CDKException {
        for (Map.Entry<String, Molecule> named : TestMolecules.named().entrySet()) {
            assertStandard(MoleculeGraph.of(named.getValue(), TestMolecules.assess(named.getValue())), named.getKey());
        }
    }

    /** The last two have the rule of the negative oxygen, and several parts, for which CDK is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"NC=O", "OC(=O)c1c[nH]cn1", "NC(N)=N", "C[C@H](N)C(=O)O", "C/C=C/C(=N)N", "C[N+](=O)[O-]",
        "c1ccc2ccccc2c1-c1ccccc1", "C#CC(F)(Cl)Br", "C/C=N/[H]", "[O-]C=O", "CC(=O)[O-].[NH4+]"})
    void smilesAreThoseOfCdksCanonicalWriter(String smiles) throws CDKException {
        Map<String, Object> properties = new HashMap<>();
        IAtomContainer graph = graph(smiles);
        GraphChecks.apply(graph, new ArrayList<>(), properties);
        IAtomContainer again = new SmilesParser(SilentChemObjectBuilder.getInstance())
                .parseSmiles((String) properties.get("SMILES"));
        assertEquals(CDK.create(again), properties.get("SMILES"));
    }

    @Test
    void numbersAreNotTakenWhereThereAreSeveralPartsOrNone() {
        IAtomContainer nothing = SilentChemObjectBuilder.getInstance().newAtomContainer();
        for (String auxInfo : new String[] {"", "AuxInfo=1/0/N:1;2/rA:2", "AuxInfo=1/0/N:1/F:1;2/R:/0/N:1"}) {
            assertEquals(Optional.empty(), InchiNumbers.of(auxInfo, List.of(), nothing));
        }
    }

    @Test
    void anInchiThatCannotBeMadeSaysWhy() throws CDKException {
        IAtomContainer graph = graph("C");
        graph.getAtom(0).setSymbol("Qq");
        CDKException failure = assertThrows(CDKException.class, () -> InchiName.of(graph));
        assertTrue(failure.getMessage() != null && !failure.getMessage().isBlank());
    }
}
