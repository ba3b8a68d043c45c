package net.bioclipse.adit.chemistry.cdk;

import java.util.Set;
import java.util.concurrent.FutureTask;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureReader;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import net.bioclipse.adit.structure.io.StructureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmilesFilesTest extends BondFileReaderContract {

    @Override
    StructureReader reader() {
        return new SmilesReader();
    }

    @Override
    String goodFile() {
        return "c1ccccc1\tbenzene\nCC(=O)[O-] acetate ion\n[CH3]\n";
    }

    @Test
    void readsNamesAndHydrogens() throws IOException {
        List<Entry> entries = read("SMILES\tName\n" + goodFile());
        assertEquals(List.of("benzene", "acetate ion", ""), entries.stream().map(Entry::name).toList());
        assertEquals(List.of("C6H6 valid", "C2H3O2 charge: the total charge is -1", "CH3 radical: C1 has 3 of 4 valences"),
                entries.stream().map(BondFileReaderContract::assessed).toList());
        assertEquals("UHOVQNZJYSORNB-UHFFFAOYSA-N",
                entries.get(0).assessedBy(new ChemistryAssessor(Set.of())).identity().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"C[N+](=O)[O-], CH3NO2 valid", "CN(=O)=O, CH3NO2 valence: N2 has 5 of 3 valences",
        "'[Na+].[Cl-]', ClNa elements: not assessable: Na1 is a metal", "C.C, C2H8 connected: 2 separate parts",
        "[CH3+], CH3 charge: C1 with a charge of +1 has no closed shell here; the total charge is +1",
        "[C-]#[O+], CO valid", "FC(F)(F)(F)F, CF5 valence: C2 has 5 of 4 valences", "[2H]C, CH4 valid"})
    void judgesTheBondsAsTheyStand(String smiles, String expected) throws IOException {
        assertEquals(expected, assessed(read(smiles).get(0)));
    }

    @Test
    void keepsStereochemistry() throws IOException {
        assertEquals("QNAYBMKLOCPYGJ-REOHCLBHSA-N",
                read("C[C@@H](C(=O)O)N").get(0).assessedBy(new ChemistryAssessor(Set.of())).identity().orElseThrow());
    }

    @Test
    void namesTheLineOfABadSmiles() {
        refuses("", "A SMILES file with at least one line was expected, but 'FILE' is empty; a line is a SMILES, a tab and a"
                + " name.");
        refuses("C\n\nC1CC methane",
                "A SMILES was expected, but CDK cannot read 'C1CC': Unclosed ring detected, SMILES may be"
                + " truncated (FILE, line 3).");
        refuses("*C", "A SMILES was expected, but CDK cannot read '*C': atom 1 is no element (FILE, line 1).");
        refuses("C[CH1000000]", "A SMILES was expected, but CDK cannot read 'C[CH1000000]': atom 2 has 1000000 hydrogens"
                + " (FILE, line 1).");
        refuses("[NH3+]C(C)C([" + "1".repeat(3_000), "A SMILES was expected, but CDK cannot read '[NH3+]C(C)C([" + "1".repeat(24)
                + "...': Unexpected error for '[NH3+]C(C)C([" + "1".repeat(65) + "... (FILE, line 1).");
        refuses("\u001bC]C(\u2028C)", "A SMILES was expected, but CDK cannot read 'C]C( C)': unexpected character (FILE, line 1).");
        refuses("C".repeat(10_001), "A SMILES of at most 10000 characters was expected, but one has 10001 (FILE, line 1).");
    }

    @Test
    void aRingThatNeedsMoreStackThanThereIsIsRefused() throws Exception {
        FutureTask<Void> reading = new FutureTask<>(() -> refuses("c1" + "nc".repeat(4_998) + "1", "A SMILES was expected that CDK"
                + " can read, but the rings of 'c1" + "nc".repeat(17) + "n...' are too long for it (FILE, line 1)."), null);
        new Thread(null, reading, "small stack", 256 * 1024).start();
        reading.get();
    }

    @Test
    void writesWhatItReadsBack() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Map<String, Molecule> named = TestMolecules.named();
        try (StructureWriter writer = new SmilesWriter(bytes)) {
            for (Map.Entry<String, Molecule> known : named.entrySet()) {
                writer.write(known.getKey(), known.getValue(), TestMolecules.assess(known.getValue()));
            }
        }
        List<Entry> entries = read(bytes.toString(StandardCharsets.UTF_8));
        assertEquals(List.copyOf(named.keySet()), entries.stream().map(Entry::name).toList());
        entries.forEach(entry -> assertEquals(skeleton(TestMolecules.assess(named.get(entry.name()))),
                skeleton(entry.assessedBy(new ChemistryAssessor(Set.of()))), entry.name()));
    }

    /** The part of the InChIKey without stereochemistry: InChI sees some in cubane, SMILES does not. */
    private static String skeleton(Assessment assessment) {
        return assessment.identity().orElseThrow().substring(0, 14);
    }

    @Test
    void writesLooseAtomsWherePerceptionFailed() throws IOException {
        Molecule radical = TestMolecules.of("refused-molecules.xyz").get(0).molecule();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SmilesWriter writer = new SmilesWriter(bytes);
        writer.write("a\tb\nc", radical, TestMolecules.assess(radical));
        assertThrows(IllegalArgumentException.class, () -> writer.write("", new Crystal(new Lattice(4, 4, 4, 90, 90, 90),
                new int[] {6}, new double[3]), TestMolecules.assess(radical)));
        writer.close();
        assertEquals("[C].[H].[H].[H]\ta b c\n", bytes.toString(StandardCharsets.UTF_8));
    }
}
