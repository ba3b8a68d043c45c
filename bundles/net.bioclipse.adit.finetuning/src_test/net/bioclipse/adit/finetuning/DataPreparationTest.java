package net.bioclipse.adit.finetuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.bioclipse.adit.finetuning.conventions.TrainingArrays;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureFormats;
import net.bioclipse.adit.structure.io.StructureReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPreparationTest {

    private static final String SALT = """
            data_salt
            _cell_length_a 4.0
            _cell_length_b 4.0
            _cell_length_c 4.0
            _cell_angle_alpha 90
            _cell_angle_beta 90
            _cell_angle_gamma 90
            _space_group_name_H-M_alt 'P 1'
            loop_
            _atom_site_label
            _atom_site_type_symbol
            _atom_site_fract_x
            _atom_site_fract_y
            _atom_site_fract_z
            O1 O 0 0 0
            Mg1 Mg 0.5 0.5 %s
            """;

    @TempDir
    Path folder;

    private TrainingSet read(Path data, boolean acceptInvalid) throws IOException {
        return DataPreparation.read(List.of(data), StructureFormats.BUILT_IN, Waters.ASSESSOR, Waters.SYMMETRY,
                new DataPreparation.Rules(Map.of(StructureKind.MOLECULE, 6, StructureKind.CRYSTAL, 8), acceptInvalid),
                new Watcher()).orElseThrow();
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<String> reasons(TrainingSet set) {
        return set.refusals().stream().map(r -> r.file() + " " + r.record() + " " + r.name() + ": " + r.reason()).toList();
    }

    @Test
    void aboutOneInTenJudgesAndNoStructureStandsOnBothSides() throws Exception {
        file("a/one.xyz", Waters.waters(50));
        file("b/two.xyz", Waters.waters(100));
        TrainingSet set = read(folder, false);
        assertEquals(150, set.records());
        assertEquals(100, set.training().size() + set.validation().size());
        assertEquals(50, set.refusals().size());
        assertEquals("is the same structure as record 1 of a/one.xyz", set.refusals().get(0).reason());
        assertTrue(set.validation().size() >= 3 && set.validation().size() <= 20, "judging: " + set.validation().size());
        Set<String> seen = new HashSet<>();
        set.of(StructureKind.MOLECULE).forEach(a -> assertTrue(seen.add(Arrays.toString(a.positions()))));
        assertEquals(Map.of(3, 100L), set.atomCounts(StructureKind.MOLECULE));
        assertEquals(Map.of(1, 100L, 8, 100L), set.elements(StructureKind.MOLECULE));
        assertEquals(1, set.features().get(StructureKind.MOLECULE).share("O(-H,-H)"));
    }

    @Test
    void theSplitDependsOnTheStructuresAloneAndNotOnTheirFilesOrOrder() throws Exception {
        Path together = file("x/all.xyz", Waters.waters(40));
        for (int i = 0; i < 40; i++) {
            file("y/" + (99 - i) + ".xyz", Waters.water("other name", 60 + i));
        }
        assertEquals(positions(read(together, false).validation()),
                positions(read(folder.resolve("y"), false).validation()));
    }

    private static Set<String> positions(List<TrainingArrays> structures) {
        return structures.stream().map(arrays -> Arrays.toString(arrays.positions())).collect(Collectors.toSet());
    }

    @Test
    void polymorphsOfACrystalStandOnOneSide() throws Exception {
        for (int i = 0; i < 20; i++) {
            file(i + ".cif", SALT.formatted(Double.toString(0.5 + 0.01 * i)));
        }
        TrainingSet set = read(folder, true);
        assertTrue(set.training().isEmpty() || set.validation().isEmpty());
    }

    @Test
    void filesOfSeveralPlacesKeepTheirPlaces() throws Exception {
        Path one = file("a/one.xyz", Waters.water("w", 100) + Waters.frame("dry", List.of("H 0 0 0")));
        file("b/two.xyz", Waters.water("again", 100));
        TrainingSet set = DataPreparation.read(List.of(one, folder.resolve("b"), one), StructureFormats.BUILT_IN,
                Waters.ASSESSOR, Waters.SYMMETRY, new DataPreparation.Rules(Map.of(StructureKind.MOLECULE, 6), false),
                new Watcher()).orElseThrow();
        assertEquals(3, set.records(), "a file named twice is read once");
        assertEquals(List.of(one + " 2 dry: is not valid, wet: no oxygen",
                folder.resolve("b/two.xyz") + " 1 again: is the same structure as record 1 of " + one), reasons(set));
    }

    @Test
    void theSpaceGroupsOfWhatIsLearnedFromAreCounted() throws Exception {
        file("a.cif", SALT.formatted("0.5"));
        file("again.cif", SALT.formatted("0.5"));
        file("b.cif", SALT.formatted("0.6"));
        file("without.cif", SALT.formatted("0.1"));
        file("w.xyz", Waters.waters(2));
        assertEquals(Map.of(221, 1L, 99, 1L), read(folder, true).spaceGroups());
    }

    @Test
    void poisonedRecordsAreRefusedByNameAndTheOthersAreLearnedFrom() throws Exception {
        String many = Waters.frame("too many", java.util.Collections.nCopies(7, "O 0 0 0"));
        file("p.xyz", Waters.water("first", 100) + Waters.frame("nan", List.of("O 0 0 NaN", "H 0 0 1")) + many
                + Waters.frame("unknown", List.of("Xx 0 0 0")) + Waters.frame("heavy", List.of("Fm 0 0 0"))
                + Waters.frame("dry", List.of("H 0 0 0", "H 0 0 0.74")) + Waters.water("last", 101));
        TrainingSet set = read(folder, false);
        assertEquals(2, set.training().size() + set.validation().size());
        assertEquals(7, set.records());
        List<String> reasons = reasons(set);
        assertEquals(5, reasons.size(), reasons.toString());
        assertTrue(reasons.get(0).startsWith("p.xyz 2 : The coordinates of atom 1 must be numbers in Å, but one is 'NaN'"),
                reasons.get(0));
        assertEquals("p.xyz 3 too many: has 7 atoms; at most 6 of a molecule can be learned by this model", reasons.get(1));
        assertTrue(reasons.get(2).startsWith("p.xyz 4 : Atom 1 must be an element symbol"), reasons.get(2));
        assertEquals("p.xyz 5 heavy: has the element Fm; elements up to Es (99) can be learned", reasons.get(3));
        assertEquals("p.xyz 6 dry: is not valid, wet: no oxygen", reasons.get(4));
    }

    @Test
    void damagedBlocksOfACifCostNoOthersAndBlocksWithoutAtomsAreNoRecords() throws Exception {
        file("s.cif", "data_info\n_x 1\n" + SALT.formatted("0.5") + SALT.formatted("half") + SALT.formatted("0.4"));
        TrainingSet set = read(folder, false);
        assertEquals(2, set.training().size() + set.validation().size());
        assertEquals(List.of(2L), set.refusals().stream().map(Refusal::record).toList());
    }

    @Test
    void invalidStructuresAreLearnedFromWhenTheUserSaysSo() throws Exception {
        file("p.xyz", Waters.water("wet", 100) + Waters.frame("dry", List.of("H 0 0 0", "H 0 0 0.74"))
                + Waters.frame("dry again", List.of("H 0 0 0.74", "H 0 0 0")));
        TrainingSet set = read(folder, true);
        assertEquals(2, set.training().size() + set.validation().size());
        assertEquals(List.of("p.xyz 3 dry again: is the same structure as record 2 of p.xyz"), reasons(set));
    }

    @Test
    void filesOfOtherFormatsAreListedAndHiddenOnesPassedOver() throws Exception {
        file("README.md", "about");
        file(".git/x.xyz", "no");
        file("w.xyz", Waters.waters(3));
        file("empty.xyz", "");
        file("binary.cif", "\u0000\u0001\uffff".repeat(100));
        TrainingSet set = read(folder, false);
        assertEquals(3, set.training().size() + set.validation().size());
        assertEquals(Set.of("README.md", "empty.xyz", "binary.cif"),
                set.refusals().stream().map(Refusal::file).collect(Collectors.toSet()));
    }

    @Test
    void drawingsAreRefusedWithAWayToCoordinates() throws Exception {
        StructureFormat drawn = new StructureFormat("SMILES", List.of(".smi"), Set.of(Molecule.class),
                Optional.of(() -> (file, sink) -> sink.accept(new StructureReader.Entry(
                        new Molecule(new int[] {8}, new double[3]), "water", Optional.of(() -> null)))), Optional.empty());
        Path smiles = file("a.smi", "O water\n");
        TrainingSet set = DataPreparation.read(List.of(smiles), StructureFormats.BUILT_IN.and(List.of(drawn)),
                Waters.ASSESSOR, Waters.SYMMETRY, new DataPreparation.Rules(Map.of(StructureKind.MOLECULE, 6), false),
                new Watcher()).orElseThrow();
        IllegalRequestException e = assertThrows(IllegalRequestException.class, () -> set.checkNotEmpty(List.of(smiles)));
        assertEquals("'data' is '" + smiles + "', but none of its 1 structures can be learned from (a.smi record 1: has no"
                + " coordinates in space; a conformer generator makes them, for example: obabel in.smi -O out.sdf --gen3d);"
                + " right would be SDF, XYZ or CIF files with coordinates in space.", e.getMessage());
    }

    @Test
    void nothingToReadIsSaid() throws Exception {
        IllegalRequestException none = assertThrows(IllegalRequestException.class, () -> read(folder.resolve("no"), false));
        assertTrue(none.getMessage().endsWith("but there is no such file or folder; right would be a file of structures or a"
                + " folder of such files."), none.getMessage());
        IllegalRequestException empty = assertThrows(IllegalRequestException.class, () -> read(folder, false));
        assertTrue(empty.getMessage().contains("this folder holds no file"), empty.getMessage());
        file("notes.txt", "x");
        TrainingSet nothing = read(folder, false);
        IllegalRequestException wrong = assertThrows(IllegalRequestException.class,
                () -> nothing.checkNotEmpty(List.of(folder)));
        assertTrue(wrong.getMessage().contains("notes.txt: its suffix names no format of structures"), wrong.getMessage());
    }

    @Test
    void cancellingEndsTheReading() throws Exception {
        Path data = file("w.xyz", Waters.waters(3));
        Watcher watcher = new Watcher();
        watcher.cancelled.set(true);
        assertTrue(DataPreparation.read(List.of(data), StructureFormats.BUILT_IN, Waters.ASSESSOR, Waters.SYMMETRY,
                new DataPreparation.Rules(Map.of(StructureKind.MOLECULE, 6), false), watcher).isEmpty());
    }

    @Test
    void theTableOfRefusalsQuotesWhatCsvWouldMisread() throws Exception {
        Path csv = folder.resolve("refused.csv");
        RefusalTable.write(csv, List.of(new Refusal("a,b.sdf", 3, "x \"y\"", "one\ntwo"),
                new Refusal("c.cif", 0, "", "no")));
        assertEquals("file,record,name,reason\n\"a,b.sdf\",3,\"x \"\"y\"\"\",one two\nc.cif,0,,no\n", Files.readString(csv));
    }
}
