package net.bioclipse.adit.chemistry.cdk.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.bioclipse.adit.chemistry.cdk.ChemistryAssessor;
import net.bioclipse.adit.chemistry.cdk.SmilesReader;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstructureFilterTest {

    private static final StructureAssessor ASSESSOR = new ChemistryAssessor(Set.of());

    @TempDir
    Path directory;

    private Optional<String> refusal(String smiles, List<String> included, List<String> excluded) throws IOException {
        List<Entry> entries = new ArrayList<>();
        new SmilesReader().read(Files.writeString(directory.resolve("one.smi"), smiles + "\n"), entries::add);
        return new SubstructureFilter(included, excluded).refusal(entries.get(0).structure(),
                entries.get(0).assessedBy(ASSESSOR));
    }

    @ParameterizedTest
    @CsvSource({"CCO,[OX2H],true", "COC,[OX2H],false", "c1ccccc1C,c1ccccc1,true", "C1CCCCC1,c1ccccc1,false",
        "CC(=O)N,[NX3;H2],true", "CNC,[D2]N,false", "CNC,[ND2],true", "CCO,[H]O,true", "COC,[H]O,false",
        "CCO,'[#6][OX2][#1]',true", "CCO,'[$([H]O)]',true", "O=[N+]([O-])C,[N+](=O)[O-],true", "CCO,[CH3],true",
        "O=c1cc[nH]cc1,c,true"})
    void findsASubstructure(String smiles, String smarts, boolean found) throws IOException {
        assertEquals(found ? Optional.empty() : Optional.of("lacks " + smarts), refusal(smiles, List.of(smarts), List.of()));
        assertEquals(found ? Optional.of("contains " + smarts) : Optional.empty(),
                refusal(smiles, List.of(), List.of(smarts)));
    }

    @Test
    void everyIncludedOneMustBeThereAndNoExcludedOne() throws IOException {
        assertEquals(Optional.empty(), refusal("NCCO", List.of("N", "O"), List.of("S", "F")));
        assertEquals(Optional.of("lacks S"), refusal("NCCO", List.of("N", "S"), List.of()));
        assertEquals(Optional.of("contains O"), refusal("NCCO", List.of("N"), List.of("F", "O")));
        assertEquals(Optional.empty(), refusal("NCCO", List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "c1cccc|unclosed ring, component group, or branch (character 6, 'c')",
        "C)C|closing unopened component grouping (character 2, ')')", "xyz|unexpected character (character 1, 'x')",
        "[C|invalid atom expression (character 2, 'C')", "''|it is empty",
        "C C|blanks and reactions have no place in it (character 2, ' ')",
        "C>>O|blanks and reactions have no place in it (character 2, '>')"})
    void saysWhereAPatternIsWrong(String smarts, String why) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> new SubstructureFilter(List.of("C"), List.of(smarts)));
        assertEquals("The substructure '" + smarts + "' is no SMARTS: " + why + "; c1ccccc1 or [NX3;H2] would be right.",
                e.getMessage());
    }

    @Test
    void refusesAPatternThatIsTooLong() {
        assertThrows(IllegalArgumentException.class, () -> new SubstructureFilter(List.of("C".repeat(1001)), List.of()));
    }

    @Test
    void aCrystalAndAMoleculeWithoutBondsAreRefused() {
        AtomicStructure crystal = new Crystal(new Lattice(3, 3, 3, 90, 90, 90), new int[] {11}, new double[3]);
        SubstructureFilter filter = new SubstructureFilter(List.of(), List.of("F"));
        assertEquals(Optional.of("is a crystal"), filter.refusal(crystal, ASSESSOR.assess(crystal)));
        Molecule uranium = new Molecule(new int[] {92}, new double[3]);
        assertEquals(Optional.of("has no perceived bonds"), filter.refusal(uranium, ASSESSOR.assess(uranium)));
    }

    @Test
    void severalThreadsGetTheSameAnswers() throws IOException {
        List<Entry> entries = new ArrayList<>();
        Path many = directory.resolve("many.smi");
        new SmilesReader().read(Files.writeString(many, "CCO\nc1ccccc1N\nCC(=O)NC\nOCC1CC1\n".repeat(50)), entries::add);
        List<Assessment> assessments = entries.stream().map(entry -> entry.assessedBy(ASSESSOR)).toList();
        SubstructureFilter filter = new SubstructureFilter(List.of("[$([NX3]),$([OX2H])]"), List.of("C(=O)[$(N)]"));
        List<Optional<String>> alone = IntStream.range(0, entries.size())
                .mapToObj(i -> filter.refusal(entries.get(i).structure(), assessments.get(i))).toList();
        List<Optional<String>> together = IntStream.range(0, entries.size()).parallel()
                .mapToObj(i -> filter.refusal(entries.get(i).structure(), assessments.get(i))).collect(Collectors.toList());
        assertEquals(alone, together);
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.of("contains C(=O)[$(N)]"), Optional.empty()),
                alone.subList(0, 4));
    }
}
