package net.bioclipse.adit.ui.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsModelTest {

    @TempDir
    private Path folder;

    @Test
    void fillsItsColumnsFromTheFileAndTheChecks() throws IOException {
        RowTable table = TestFiles.model(folder, "three.xyz", TestFiles.THREE_FRAMES).table();
        assertEquals("water", table.text(Column.NAME, 1));
        assertEquals("H2O", table.text(Column.FORMULA, 1));
        assertEquals("3", table.text(Column.ATOMS, 1));
        assertEquals("invalid", table.text(Column.VERDICT, 1));
        assertEquals("size: O1 has company", table.text(Column.REASON, 1));
        assertEquals("[H2O]", table.text(Column.SMILES, 1));
        assertEquals(-5.5, table.number(table.column("energy").orElseThrow(), 1));
        assertEquals("18.015", table.text(table.column("mass").orElseThrow(), 1));
        assertEquals(Verdict.VALID, table.verdict(0));
    }

    @Test
    void keepsAnUnreadableRowWithItsReason() throws IOException {
        RowTable table = TestFiles.model(folder, "one.xyz", "1\nx\nQq 0 0 0\n").table();
        assertEquals(Verdict.UNREADABLE, table.verdict(0));
        assertTrue(table.text(Column.REASON, 0).contains("element symbol"), table.text(Column.REASON, 0));
    }

    @Test
    void checksWantedRowsBeforeTheOthers() throws IOException {
        List<String> order = new ArrayList<>();
        StructureAssessor noting = structure -> {
            order.add(structure.formula().toString());
            return TestFiles.SMALL_IS_VALID.assess(structure);
        };
        ResultsModel model = new ResultsModel(TestFiles.open(folder, "three.xyz", TestFiles.THREE_FRAMES), noting);
        model.loader().want(new int[] {2, 1});
        model.loader().run(() -> false, progress -> { });
        assertEquals(List.of("He", "H2O", "H2"), order);
    }

    @Test
    void checksOnlyWantedRowsWhilePausedAndTheRestLater() throws IOException {
        ResultsModel model = new ResultsModel(TestFiles.open(folder, "three.xyz", TestFiles.THREE_FRAMES),
                TestFiles.SMALL_IS_VALID);
        model.loader().pause(true);
        model.loader().want(new int[] {1});
        model.loader().run(() -> false, progress -> { });
        assertEquals(new RowLoader.Progress(3, 1, 3), model.loader().progress());
        assertFalse(model.loader().pending());
        model.loader().pause(false);
        model.loader().run(() -> false, progress -> { });
        assertTrue(model.loader().progress().done());
    }

    @Test
    void isNotDoneWhenAllRowsAreCheckedButNotYetRead() throws IOException {
        ResultsModel model = new ResultsModel(TestFiles.open(folder, "three.xyz", TestFiles.THREE_FRAMES),
                TestFiles.SMALL_IS_VALID);
        model.loader().want(new int[] {0, 1, 2});
        AtomicInteger asked = new AtomicInteger();
        model.loader().run(() -> asked.incrementAndGet() > 3, progress -> { });
        assertEquals(new RowLoader.Progress(0, 3, 3), model.loader().progress());
        assertFalse(model.loader().progress().done());
        model.loader().run(() -> false, progress -> { });
        assertTrue(model.loader().progress().done());
    }

    @Test
    void showsAVeryLargeStructureWithoutCheckingIt() throws IOException {
        int atoms = RowLoader.MOST_CHECKED + 1;
        ResultsModel model = new ResultsModel(
                TestFiles.open(folder, "large.xyz", atoms + "\nlarge\n" + "He 0 0 0\n".repeat(atoms)), structure -> {
                    throw new AssertionError("checked");
                });
        model.loader().run(() -> false, progress -> { });
        assertTrue(model.loader().progress().done());
        assertEquals("not checked: more than 5000 atoms", model.table().text(Column.REASON, 0));
        assertEquals(Optional.empty(), model.assessment(0, model.table().source().row(0)));
    }

    @Test
    void marksNotesAndDeletesWithUndo() throws IOException {
        ResultsModel model = TestFiles.model(folder, "three.xyz", TestFiles.THREE_FRAMES);
        model.edits().mark(new int[] {0, 2}, true);
        model.edits().note(new int[] {1}, "wet");
        model.edits().delete(new int[] {0, 1});
        model.refresh(() -> false);
        assertArrayEquals(new int[] {2}, model.shown());
        assertEquals(Optional.of("Delete 2 rows"), model.edits().undoLabel());
        model.edits().undo();
        model.edits().undo();
        assertEquals("", model.table().text(Column.NOTE, 1));
        assertEquals(0, model.edits().deletions());
        model.edits().redo();
        assertEquals("wet", model.table().text(Column.NOTE, 1));
        model.edits().undo();
        model.edits().undo();
        assertFalse(model.edits().marked(0));
        assertEquals(Optional.empty(), model.edits().undoLabel());
        model.edits().undo();
    }

    @Test
    void undoesOnlyWhatAStepChanged() throws IOException {
        ResultsModel model = TestFiles.model(folder, "three.xyz", TestFiles.THREE_FRAMES);
        model.edits().mark(new int[] {0}, true);
        model.edits().mark(new int[] {0, 1}, true);
        model.edits().undo();
        assertTrue(model.edits().marked(0));
        assertFalse(model.edits().marked(1));
    }

    @Test
    void tellsOfASelectionOnceAndKeepsItSorted() throws IOException {
        ResultsModel model = TestFiles.model(folder, "three.xyz", TestFiles.THREE_FRAMES);
        List<ResultsModel.Change> told = new ArrayList<>();
        model.addListener(told::add);
        model.select(new int[] {2, 0});
        model.select(new int[] {0, 2});
        assertEquals(List.of(ResultsModel.Change.SELECTION), told);
        assertArrayEquals(new int[] {0, 2}, model.selected());
        assertTrue(model.selected(2) && !model.selected(1));
    }

    @Test
    void exportsRowsWithTheirPropertiesAndNotes() throws IOException {
        ResultsModel model = TestFiles.model(folder, "three.xyz", TestFiles.THREE_FRAMES);
        model.edits().note(new int[] {1}, "wet");
        Path target = folder.resolve("out.extxyz");
        RowExport export = new RowExport(model, StructureFormats.BUILT_IN);
        assertEquals(2, export.write(new int[] {2, 1}, target, n -> { }, () -> false));
        ResultsModel again = new ResultsModel(RecordFile.open(target, StructureFormats.BUILT_IN, () -> false),
                TestFiles.SMALL_IS_VALID);
        again.loader().run(() -> false, progress -> { });
        assertEquals("He", again.table().text(Column.FORMULA, 0));
        assertEquals("water", again.table().text(Column.NAME, 1));
        assertEquals("wet", again.table().text(again.table().column("note").orElseThrow(), 1));
        assertEquals(-5.5, again.table().number(again.table().column("energy").orElseThrow(), 1));
    }

    @Test
    void leavesTheTargetAsItWasWhenAnExportFailsOrIsCancelled() throws IOException {
        ResultsModel model = TestFiles.model(folder, "three.xyz", TestFiles.THREE_FRAMES);
        RowExport export = new RowExport(model, StructureFormats.BUILT_IN);
        Path cif = TestFiles.write(folder, "out.cif", "before");
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> export.write(new int[] {1}, cif, n -> { }, () -> false));
        assertTrue(refused.getMessage().contains("Row 2 is a molecule"), refused.getMessage());
        Path xyz = TestFiles.write(folder, "out.xyz", "before");
        assertEquals(0, export.write(new int[] {0, 1}, xyz, n -> { }, () -> true));
        assertEquals("before", Files.readString(cif));
        assertEquals("before", Files.readString(xyz));
        try (var files = Files.list(folder)) {
            assertEquals(3, files.count());
        }
    }

    @Test
    void refusesToExportOverTheFileThatIsOpen() throws IOException {
        ResultsModel model = TestFiles.model(folder, "three.xyz", TestFiles.THREE_FRAMES);
        assertThrows(IllegalArgumentException.class, () -> new RowExport(model, StructureFormats.BUILT_IN)
                .write(new int[] {0}, folder.resolve("three.xyz"), n -> { }, () -> false));
    }

    @Test
    void copiesCellsAsText() throws IOException {
        RowTable table = TestFiles.model(folder, "three.xyz", TestFiles.THREE_FRAMES).table();
        assertEquals("#\tFormula\n3\tHe\n1\tH2\n",
                RowExport.asText(table, new int[] {2, 0}, List.of(Column.NUMBER, Column.FORMULA)));
    }

    @Test
    void doubtsWhatIsValidButNotPlausible() {
        Assessment odd = new Assessment(List.of(new Assessment.Finding("valence", true, ""),
                new Assessment.Finding("bond lengths", false, "C1–C2 is long", Assessment.Family.PLAUSIBILITY)), List.of(),
                new int[0], java.util.Map.of(), Optional.empty());
        assertEquals(Verdict.DOUBTFUL, Verdict.of(odd));
        assertEquals("bond lengths: C1–C2 is long", Verdict.reason(odd));
    }

    @Test
    void looksAtTheFirstRowShownUntilOneIsSelected() throws IOException {
        ResultsModel model = TestFiles.model(folder, "three.xyz", TestFiles.THREE_FRAMES);
        model.query(new RowQuery(List.of(), List.of(new RowQuery.Key(Column.NUMBER, false))));
        model.refresh(() -> false);
        assertArrayEquals(new int[] {2}, model.lookedAt());
        model.select(new int[] {1, 0});
        assertArrayEquals(new int[] {0, 1}, model.lookedAt());
        model.query(new RowQuery(List.of(new Condition.Contains(null, "in no row")), List.of()));
        model.refresh(() -> false);
        model.select(new int[0]);
        assertArrayEquals(new int[0], model.lookedAt());
    }

    @Test
    void readsOriginsFromNamesAndNothingElse() {
        assertEquals(Optional.of(new Origin(-7, 42)), Origin.ofName("adit--7-42"));
        assertEquals("adit--7-42", new Origin(-7, 42).name());
        assertEquals(Optional.empty(), Origin.ofName("adit-x-1"));
        assertEquals(Optional.empty(), Origin.ofName("adit-9999999999999999999-1"));
    }

    @Test
    void writesNumbersWithSixDigits() {
        assertEquals("3", NumberText.of(3));
        assertEquals("0.333333", NumberText.of(1 / 3.0));
        assertEquals("", NumberText.of(Double.NaN));
        assertEquals("1.5E+300", NumberText.of(1.5e300));
        assertTrue(Double.isNaN(NumberText.parse("NaN")) && Double.isNaN(NumberText.parse("0x1p3")));
        assertEquals(-1.5e-3, NumberText.parse(" -1.5e-3 "));
    }
}
