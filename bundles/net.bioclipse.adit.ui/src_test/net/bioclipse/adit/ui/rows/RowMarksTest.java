package net.bioclipse.adit.ui.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowMarksTest {

    private static final String NAME = "three.xyz";

    @TempDir
    private Path folder;

    private Path kept() {
        return folder.resolve(NAME + ".marks.json");
    }

    /** Marks water and helium, writes words to helium, and keeps that. */
    private ResultsModel marked() throws IOException {
        ResultsModel model = TestFiles.model(folder, NAME, TestFiles.THREE_FRAMES);
        RowMarks marks = RowMarks.open(model);
        model.edits().mark(new int[] {1, 2}, true);
        model.edits().note(new int[] {2}, "light, \"noble\" → keep");
        marks.save(row -> true);
        return model;
    }

    private ResultsModel opened(String text) throws IOException {
        ResultsModel model = TestFiles.model(folder, NAME, text);
        RowMarks marks = RowMarks.open(model);
        assertEquals(Optional.empty(), marks.problem());
        marks.place();
        return model;
    }

    @Test
    void areThereWhenTheFileIsOpenedAgain() throws IOException {
        marked();
        ResultsModel again = opened(TestFiles.THREE_FRAMES);
        assertArrayEquals(new int[] {1, 2}, again.edits().kept());
        assertTrue(again.edits().marked(1) && again.edits().marked(2) && !again.edits().marked(0));
        assertEquals("light, \"noble\" → keep", again.table().text(Column.NOTE, 2));
        assertEquals(Optional.empty(), again.edits().undoLabel());
    }

    @Test
    void leaveTheFileOfStructuresAlone() throws IOException {
        marked();
        assertEquals(TestFiles.THREE_FRAMES, Files.readString(folder.resolve(NAME)));
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void followTheirRowsWhereOthersWereAddedOrRemoved() throws IOException {
        marked();
        String helium = "1\nhelium\nHe 0 0 0\n";
        String water = TestFiles.THREE_FRAMES.substring(TestFiles.THREE_FRAMES.indexOf("3\n"),
                TestFiles.THREE_FRAMES.indexOf("1\nhelium"));
        ResultsModel again = opened(helium + "1\nneon\nNe 0 0 0\n" + helium + water);
        assertArrayEquals(new int[] {2, 3}, again.edits().kept());
        assertEquals("light, \"noble\" → keep", again.table().text(Column.NOTE, 2));
    }

    @Test
    void areKeptWhileTheirRowIsNotThere() throws IOException {
        marked();
        ResultsModel other = TestFiles.model(folder, NAME, "1\nneon\nNe 0 0 0\n");
        RowMarks marks = RowMarks.open(other);
        marks.place();
        assertEquals(0, other.edits().kept().length);
        other.edits().mark(new int[] {0}, true);
        marks.save(row -> true);
        ResultsModel again = opened(TestFiles.THREE_FRAMES);
        assertArrayEquals(new int[] {1, 2}, again.edits().kept());
    }

    @Test
    void moveUpWhenRowsAreDeletedFromTheFile() throws IOException {
        ResultsModel model = TestFiles.model(folder, NAME, "1\n\nHe 0 0 0\n".repeat(4));
        RowMarks marks = RowMarks.open(model);
        model.edits().mark(new int[] {1, 3}, true);
        marks.save(row -> row != 0 && row != 1);
        ResultsModel again = opened("1\n\nHe 0 0 0\n".repeat(2));
        assertArrayEquals(new int[] {1}, again.edits().kept());
    }

    @Test
    void goWithTheirFileWhenTheLastOneIsTakenBack() throws IOException {
        marked();
        ResultsModel again = opened(TestFiles.THREE_FRAMES);
        RowMarks marks = RowMarks.open(TestFiles.model(folder, NAME, TestFiles.THREE_FRAMES));
        marks.save(row -> true);
        assertTrue(Files.exists(kept()));
        marks = RowMarks.open(again);
        marks.place();
        again.edits().mark(new int[] {1, 2}, false);
        again.edits().note(new int[] {2}, "");
        marks.save(row -> true);
        assertFalse(Files.exists(kept()));
    }

    @Test
    void waitForRowsThatAreNotReadYet() throws IOException {
        marked();
        ResultsModel model = new ResultsModel(TestFiles.open(folder, NAME, TestFiles.THREE_FRAMES), TestFiles.SMALL_IS_VALID);
        RowMarks marks = RowMarks.open(model);
        marks.place();
        assertEquals(0, model.edits().kept().length);
        model.edits().note(new int[] {0}, "new");
        marks.save(row -> true);
        model.loader().run(() -> false, progress -> marks.place());
        assertArrayEquals(new int[] {0, 1, 2}, model.edits().kept());
        assertArrayEquals(new int[] {0, 1, 2}, opened(TestFiles.THREE_FRAMES).edits().kept());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"format\": 1}", "{\"format\": \"adit-marks/1\"}", "\0\1\2",
        "{\"format\": \"adit-marks/2\", \"rows\": []}", "{\"format\": \"adit-marks/1\", \"rows\": [{\"row\": 0, \"name\": \"\","
        + "\"formula\": \"\", \"marked\": true, \"note\": \"\"}]}", "{\"format\": \"adit-marks/1\", \"rows\": [{\"row\": 1e99}]}"})
    void sayThatTheirFileIsDamagedAndLeaveItAsItIs(String text) throws IOException {
        Files.writeString(kept(), text);
        ResultsModel model = TestFiles.model(folder, NAME, TestFiles.THREE_FRAMES);
        RowMarks marks = RowMarks.open(model);
        assertTrue(marks.problem().orElseThrow().contains(kept().toString()), marks.problem().get());
        assertFalse(marks.problem().get().contains("\n"));
        model.edits().mark(new int[] {1}, true);
        marks.save(row -> true);
        assertEquals(text, Files.readString(kept()));
    }

    @Test
    void sayThatTheirFileIsDamagedWhenItIsNoText() throws IOException {
        Files.write(kept(), new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF});
        assertTrue(RowMarks.open(TestFiles.model(folder, NAME, TestFiles.THREE_FRAMES)).problem().isPresent());
        Files.writeString(kept(), "[".repeat(200_000));
        assertTrue(RowMarks.open(TestFiles.model(folder, NAME, TestFiles.THREE_FRAMES)).problem().isPresent());
    }
}
