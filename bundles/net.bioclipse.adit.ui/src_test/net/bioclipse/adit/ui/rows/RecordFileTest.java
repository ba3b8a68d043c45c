package net.bioclipse.adit.ui.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.structure.io.StructureFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsOneRecordAsWellAsMany() throws IOException {
        try (RecordFile file = TestFiles.open(folder, "three.xyz", TestFiles.THREE_FRAMES)) {
            List<Row> rows = file.rows(0, 3);
            assertEquals("H2", rows.get(0).entry().orElseThrow().structure().formula().toString());
            for (int i = 0; i < 3; i++) {
                assertEquals(rows.get(i).entry().orElseThrow().structure(), file.row(i).entry().orElseThrow().structure());
            }
        }
    }

    @Test
    void readsTheKeysOfExtendedXyz() throws IOException {
        try (RecordFile file = TestFiles.open(folder, "three.xyz", TestFiles.THREE_FRAMES)) {
            assertEquals(Map.of("energy", "-5.5", "label", "two words"), file.row(1).fields());
            assertEquals(Map.of(), file.row(0).fields());
        }
    }

    @Test
    void saysOfADamagedRecordWhyAndReadsTheOthers() throws IOException {
        String text = TestFiles.THREE_FRAMES.replace("H 0.96 0 0", "H 0.96 zero 0");
        try (RecordFile file = TestFiles.open(folder, "damaged.xyz", text)) {
            List<Row> rows = file.rows(0, 3);
            assertTrue(rows.get(1).entry().isEmpty());
            assertTrue(rows.get(1).failure().contains("coordinates of atom 2") && rows.get(1).failure().contains("in this record"),
                    rows.get(1).failure());
            assertEquals("He", rows.get(2).entry().orElseThrow().structure().formula().toString());
        }
    }

    @Test
    void makesAnUnreadableRowOfAnEmptyOrBinaryFile() throws IOException {
        try (RecordFile empty = TestFiles.open(folder, "empty.xyz", "");
                RecordFile binary = TestFiles.open(folder, "binary.cif", "data_\0\1\2")) {
            assertTrue(empty.row(0).failure().contains("empty"), empty.row(0).failure());
            assertTrue(binary.row(0).failure().contains("zero byte"), binary.row(0).failure());
        }
    }

    @Test
    void refusesAFileOfUnknownFormatOrThatIsNotThere() throws IOException {
        Path text = TestFiles.write(folder, "notes.txt", "x");
        assertTrue(assertThrows(IllegalArgumentException.class,
                () -> RecordFile.open(text, StructureFormats.BUILT_IN, () -> false)).getMessage().contains("known are"));
        assertTrue(assertThrows(IOException.class,
                () -> RecordFile.open(folder.resolve("no.xyz"), StructureFormats.BUILT_IN, () -> false)).getMessage()
                .contains("there is none"));
    }

    @Test
    void copiesTheChosenRecordsByteByByte() throws IOException {
        try (RecordFile file = TestFiles.open(folder, "three.xyz", TestFiles.THREE_FRAMES)) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            file.copyTo(all, row -> true);
            assertEquals(TestFiles.THREE_FRAMES, all.toString(StandardCharsets.UTF_8));
            ByteArrayOutputStream some = new ByteArrayOutputStream();
            file.copyTo(some, row -> row != 1);
            assertEquals("2\nhydrogen\nH 0 0 0\nH 0 0 0.74\n1\nhelium\nHe 0 0 0\n", some.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void readsTheDataFieldsOfSdf() {
        String record = "t\n\n\n\nM  END\n>  25 <pKa> (1)\n4.76\n\n> <two>\nfirst\nsecond\n\n> <last>\nx\n$$$$\n";
        assertEquals(Map.of("pKa", "4.76", "two", "first second"), RecordFields.of(RecordLayout.DOLLARS, record));
        assertEquals(Map.of(), RecordFields.of(RecordLayout.DOLLARS, "> <before>\nx\n\nM  END\n"));
    }
}
