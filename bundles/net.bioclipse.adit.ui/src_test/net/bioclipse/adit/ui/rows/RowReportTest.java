package net.bioclipse.adit.ui.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.report.Report;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Depictor;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowReportTest {

    private static final Depictor NO_PICTURES = new Depictor() {
        @Override
        public Optional<String> svg(Molecule molecule, Assessment assessment, Set<Integer> highlighted) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> png(Molecule molecule, Assessment assessment, Set<Integer> highlighted, int width, int height) {
            return Optional.empty();
        }
    };

    @TempDir
    private Path folder;

    private RowReport report(String text) throws IOException {
        ResultsModel model = TestFiles.model(folder, "some.xyz", text);
        // Two structures are the same when they have the same formula.
        List<String> seen = new ArrayList<>();
        return new RowReport(model, new Report(NO_PICTURES), (index, structure, assessment) -> {
            String formula = structure.formula().toString();
            seen.add(formula);
            return seen.indexOf(formula) + 1;
        });
    }

    private String page(String text, int... rows) throws IOException {
        Path target = folder.resolve("some.xyz.report.html");
        List<Integer> told = new ArrayList<>();
        assertTrue(report(text).write(rows, target, Map.of("adit", "1"), told::add, () -> false));
        assertEquals(rows.length, told.size());
        return Files.readString(target).replaceAll("(?s)<style>.*</style>", "").replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void countsTheStagesOfItsRows() throws IOException {
        String page = page(TestFiles.THREE_FRAMES + "1\nagain\nHe 0 0 0\n" + "1\nbad\nQq 0 0 0\n", 0, 1, 2, 3, 4);
        assertTrue(page.contains("Structures of some.xyz"), page);
        for (String stage : List.of("5 rows", "4 readable", "3 valid", "3 plausible", "2 unique")) {
            assertTrue(page.contains(stage), stage + " in " + page);
        }
        assertTrue(page.contains("1 row could not be read"), page);
    }

    @Test
    void isAboutTheChosenRowsOnly() throws IOException {
        String page = page(TestFiles.THREE_FRAMES, 1);
        assertTrue(page.contains("Row 2 of some.xyz") && page.contains("0 valid"), page);
    }

    @Test
    void tellsWhatTheRunWasAsked() throws IOException {
        Files.writeString(folder.resolve("some.xyz.run.json"),
                "{\"format\": \"adit-run/1\", \"parameters\": {\"seed\": 4711}, \"model\": \"m\", \"modelChecksum\": \"c\"}");
        assertTrue(page(TestFiles.THREE_FRAMES, 0).contains("4711"));
        Files.writeString(folder.resolve("some.xyz.run.json"), "not a record");
        assertTrue(page(TestFiles.THREE_FRAMES, 0).contains("not JSON"));
    }

    @Test
    void leavesWhatWasThereWhenCancelled() throws IOException {
        Path target = Files.writeString(folder.resolve("page.html"), "before");
        assertFalse(report(TestFiles.THREE_FRAMES).write(new int[] {0, 1}, target, Map.of(), n -> { }, () -> true));
        assertEquals("before", Files.readString(target));
    }
}
