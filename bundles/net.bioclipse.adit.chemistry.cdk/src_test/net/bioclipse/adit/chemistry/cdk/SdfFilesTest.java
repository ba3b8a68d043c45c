package net.bioclipse.adit.chemistry.cdk;

import java.util.Set;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureReader;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import net.bioclipse.adit.structure.io.StructureWriter;
import org.junit.jupiter.api.Test;

class SdfFilesTest extends BondFileReaderContract {

    private static final Molecule CARBON_MONOXIDE =
            new Molecule(new int[] {6, 8}, new double[] {0, 0, -0.00001, 0, 0, 1.128});
    private static final String DRAWN_ATOM = "    %s    0.0000    0.0000 %-3s 0  0  0  0  0  0  0  0  0  0  0  0\n";
    private static final String DRAWING = "drawn\n\n\n  2  1  0  0  0  0            999 V2000\n"
            + String.format(Locale.ROOT, DRAWN_ATOM, "0.0000", "C") + String.format(Locale.ROOT, DRAWN_ATOM, "1.5000", "O")
            + "  1  2  1  0\nM  END\n";
    private static final String V3000 = """
            chained

              0  0  0     0  0            999 V3000
            M  V30 BEGIN CTAB
            M  V30 COUNTS 2 1 0 0 0
            M  V30 BEGIN ATOM
            M  V30 1 C 0 0 0 0 CHG=-1
            M  V30 2 O 0 0 -
            M  V30 1.128 0 CHG=1
            M  V30 END ATOM
            M  V30 BEGIN BOND
            M  V30 1 3 1 2
            M  V30 END BOND
            M  V30 END CTAB
            M  END
            """.replaceFirst("\n\n", "\n\n\n");

    @Override
    StructureReader reader() {
        return new SdfReader();
    }

    @Override
    String goodFile() {
        return DRAWING + "> <x>\n1\n\n$$$$\n" + V3000 + "$$$$\n";
    }

    private static String written(String name, Molecule molecule, Assessment assessment) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StructureWriter writer = new SdfWriter(bytes)) {
            writer.write(name, molecule, assessment);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesEveryByteAsPromised() throws IOException {
        assertEquals("""
                carbon monoxide
                  ADiT              3D

                  2  1  0  0  0  0  0  0  0  0999 V2000
                    0.0000    0.0000    0.0000 C   0  0  0  0  0  0  0  0  0  0  0  0
                    0.0000    0.0000    1.1280 O   0  0  0  0  0  0  0  0  0  0  0  0
                  1  2  3  0
                M  CHG  2   1  -1   2   1
                M  END
                > <formula>
                CO

                > <mass>
                28.01

                > <charge>
                0

                > <SMILES>
                [C-]#[O+]

                > <InChI>
                InChI=1S/CO/c1-2

                > <InChIKey>
                UGFAIRIUMAVXCW-UHFFFAOYSA-N

                $$$$
                """, written("carbon monoxide", CARBON_MONOXIDE, TestMolecules.assess(CARBON_MONOXIDE)));
    }

    @Test
    void readsBackWhatItWrites() throws IOException {
        Map<String, Molecule> named = TestMolecules.named();
        StringBuilder all = new StringBuilder();
        for (Map.Entry<String, Molecule> known : named.entrySet()) {
            all.append(written(known.getKey(), known.getValue(), TestMolecules.assess(known.getValue())));
        }
        List<Entry> entries = read(all.toString());
        assertEquals(List.copyOf(named.keySet()), entries.stream().map(Entry::name).toList());
        for (Entry entry : entries) {
            Molecule molecule = named.get(entry.name());
            assertArrayEquals(molecule.atomicNumbers(), entry.structure().atomicNumbers());
            assertArrayEquals(molecule.positions(), entry.structure().positions(), 1e-4);
            assertEquals(TestMolecules.assess(molecule).identity(), entry.assessedBy(new ChemistryAssessor(Set.of())).identity());
        }
    }

    @Test
    void readsItsBondsAsCdkDoes() throws Exception {
        for (Molecule molecule : TestMolecules.named().values()) {
            Assessment assessment = TestMolecules.assess(molecule);
            String text = written("", molecule, assessment);
            try (var reader = new org.openscience.cdk.io.MDLV2000Reader(new java.io.StringReader(text))) {
                var graph = reader.read(org.openscience.cdk.silent.SilentChemObjectBuilder.getInstance().newAtomContainer());
                assertEquals(assessment.identity(), new DrawnMolecule(graph).get().identity());
                assertEquals(molecule.atomCount(), graph.getAtomCount());
            }
        }
    }

    @Test
    void writesAtomsAloneAndTheReasonWherePerceptionFailed() throws IOException {
        Molecule radical = TestMolecules.of("refused-molecules.xyz").get(0).molecule();
        String text = written("x", radical, TestMolecules.assess(radical));
        assertTrue(text.contains("\n  4  0  0"), text);
        assertTrue(text.contains(" C   0  0  0  0  0 15  0"), text);
        assertTrue(text.endsWith("> <REASON>\nradical: C1 has 3 of 4 valences\n\n$$$$\n"), text);
        assertEquals(radical.formula(), read(text).get(0).structure().formula());
    }

    @Test
    void takesV3000WhereV2000IsTooNarrow() throws IOException {
        int[] elements = new int[1001];
        Arrays.fill(elements, 6);
        double[] xyz = new double[3003];
        Arrays.setAll(xyz, i -> i % 3 == 0 ? 1.4 * i / 3 : i % 3);
        Molecule chain = new Molecule(elements, xyz);
        String text = written("chain", chain, TestMolecules.assess(chain));
        assertTrue(text.contains("M  V30 COUNTS 1001 0 0 0 0\n"));
        assertArrayEquals(xyz, read(text).get(0).structure().positions(), 1e-4);
        Molecule far = new Molecule(new int[] {1, 1}, new double[] {123456.25, 0, 0, 123456.99, 0, 0});
        assertArrayEquals(far.positions(), read(written("far", far,
                TestMolecules.assess(far))).get(0).structure().positions());
    }

    @Test
    void noNameOrPropertyBreaksARecord() throws IOException {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("a>b\n", "$$$$");
        properties.put("empty", "");
        properties.put("number", 1234.56789012);
        Assessment odd = new Assessment(List.of(), List.of(), new int[0], properties, Optional.empty());
        String text = written("$$$$\nM  END", CARBON_MONOXIDE, odd);
        assertEquals(1, read(text).size());
        assertTrue(text.startsWith("$$ $$ M  END\n"), text);
        assertTrue(text.contains("> <a_b>\n$$ $$\n\n> <empty>\n-\n\n> <number>\n1234.5679\n\n"), text);
        Crystal crystal = new Crystal(new Lattice(4, 4, 4, 90, 90, 90), new int[] {6}, new double[3]);
        assertEquals("An SDF file holds molecules, not a crystal; write crystals as .cif.",
                assertThrows(IllegalArgumentException.class,
                        () -> new SdfWriter(new ByteArrayOutputStream()).write("", crystal, odd)).getMessage());
    }

    @Test
    void judgesDrawingsByTheirBondsAndSpaceByCoordinates() throws IOException {
        List<Entry> entries = read(goodFile());
        assertEquals(List.of("drawn", "chained"), entries.stream().map(Entry::name).toList());
        // Two atoms with all z = 0 and no word of 3D: bonds as drawn.
        assertEquals(List.of("CH4O valid", "CO valid"), entries.stream().map(BondFileReaderContract::assessed).toList());
        String spatial = DRAWING.replace("drawn\n\n", "drawn\n  Program           3D\n");
        assertEquals("CO valid", assessed(read(spatial.replace("1.5000", "1.1280")).get(0)));
        assertEquals(Optional.empty(), read(spatial).get(0).asDrawn());
        // Its own bond says single; coordinates decide.
        assertEquals("CO radical: C1 has 0 of 4 valences; O2 has 0 of 2 valences",
                assessed(read(spatial.replace("1.5000", "2.9000")).get(0)));
    }

    @Test
    void doesNotGuessAromaticDrawings() throws IOException {
        assertEquals("CO valence: not assessable: bond orders or hydrogens are left open (aromatic or query bonds)",
                assessed(read(DRAWING.replace("  1  2  1  0", "  1  2  4  0")).get(0)));
    }

    @Test
    void saysWhichRecordAndLineIsBroken() {
        refuses("", "An SDF or MOL file with at least one record was expected, but 'FILE' is empty.");
        refuses(DRAWING + "$$$$\n" + DRAWING.replace(" O  ", " Xx "),
                "Record 2: Atom 2 must be an element, but it is 'Xx' (FILE, line 15).");
        refuses(DRAWING.replace("1.5000", "1.5x00"),
                "Record 1: Atom 2 must have three coordinates, but one is '1.5x00' (FILE, line 6).");
        refuses(DRAWING.replace("  2  1  0  0", "999  1  0  0"),
                "Record 1: Atom 3 must have three coordinates of ten columns and a"
                + " symbol, but the line is '1  2  1  0' (FILE, line 7).");
        refuses(DRAWING.replace("  2  1  0  0", " -2  1  0  0"),
                "Record 1: The number of atoms, from 1 to 999, must stand in columns 1"
                + " to 3, but the line is '-2  1  0  0  0  0            999 V2000' (FILE, line 4).");
        refuses(DRAWING.replace("  1  2  1  0", "  1  3  1  0"),
                "Record 1: The second atom of a bond, from 1 to 2, must stand in columns"
                + " 4 to 6, but the line is '1  3  1  0' (FILE, line 7).");
        refuses(DRAWING.replace("  1  2  1  0", "  2  2  1  0"),
                "Record 1: Bond 1 must join two atoms, but it joins 2 with itself (FILE, line 7).");
        refuses(DRAWING.replace("M  END\n", ""), "Record 1: The file ends where \"M  END\" should stand (FILE, line 7).");
        refuses(DRAWING.replace("M  END\n", "$$$$\n"),
                "Record 1: The record ends where \"M  END\" should stand (FILE, line 8).");
        refuses(V3000.replace("COUNTS 2", "COUNTS 999999999"), "Record 1: COUNTS must begin with a number of atoms from 1 to"
                + " 100000, but the line is 'COUNTS 999999999 1 0 0 0' (FILE, line 6).");
        refuses(V3000.replace("COUNTS 2", "COUNTS 3"), "Record 1: Atom 3 of 3 must have an index, a symbol and three"
                + " coordinates, but the line is 'END ATOM' (FILE, line 11).");
        refuses("just some text\nof four lines\nwith no\nmolecule\n",
                "Record 1: The number of atoms, from 1 to 999, must stand in"
                + " columns 1 to 3, but the line is 'molecule' (FILE, line 4).");
    }
}
