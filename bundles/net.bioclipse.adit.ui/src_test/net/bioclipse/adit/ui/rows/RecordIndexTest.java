package net.bioclipse.adit.ui.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordIndexTest {

    @TempDir
    private Path folder;

    private List<String> records(RecordLayout layout, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("records"), bytes);
        RecordIndex index = RecordIndex.of(file, layout, () -> false);
        List<String> records = new ArrayList<>();
        for (int i = 0; i < index.size(); i++) {
            records.add(new String(bytes, (int) index.start(i), (int) (index.end(i) - index.start(i)), StandardCharsets.UTF_8));
        }
        return records;
    }

    @Test
    void splitsSdfBehindItsDollars() throws IOException {
        assertEquals(List.of("a\n$$$$\n", "\nb\n$$$$\n"), records(RecordLayout.DOLLARS, "a\n$$$$\n\nb\n$$$$\n\n \n"));
    }

    @Test
    void takesAnSdfRecordThatTheFileCutsOff() throws IOException {
        assertEquals(List.of("a\n$$$$\n", "b"), records(RecordLayout.DOLLARS, "a\n$$$$\nb"));
    }

    @Test
    void takesAnyLineEnd() throws IOException {
        assertEquals(List.of("a\r\n$$$$\r\n", "b\r\n"), records(RecordLayout.DOLLARS, "a\r\n$$$$\r\nb\r\n"));
        assertEquals(List.of("C\r", "CC\r"), records(RecordLayout.LINES, "C\rCC\r"));
    }

    @Test
    void passesOverBlankLinesAndAHeadingOfSmiles() throws IOException {
        assertEquals(List.of("C a\n", "CC b"), records(RecordLayout.LINES, "SMILES Name\nC a\n\n  \nCC b"));
        assertEquals(List.of("smilesX\n"), records(RecordLayout.LINES, "smilesX\n"));
    }

    @Test
    void countsTheLinesOfFrames() throws IOException {
        assertEquals(List.of("1\n2\nH 0 0 0\n", " 1 \n\nHe 0 0 0\n"),
                records(RecordLayout.FRAMES, "1\n2\nH 0 0 0\n\n 1 \n\nHe 0 0 0\n"));
    }

    @Test
    void makesOneRecordOfAllBehindAWrongCount() throws IOException {
        assertEquals(List.of("1\nx\nH 0 0 0\n", "many\n1\ny\nH 0 0 0\n"),
                records(RecordLayout.FRAMES, "1\nx\nH 0 0 0\nmany\n1\ny\nH 0 0 0\n"));
        assertEquals(1, records(RecordLayout.FRAMES, "99999999\nx\nH 0 0 0\n").size());
    }

    @Test
    void splitsCifBlocksWithAtomsOnly() throws IOException {
        String first = "data_a\n_cell_length_a 1\n";
        String second = "DATA_b\nloop_\n_atom_site_label\nC\n;\ndata_text\n;\n";
        String third = "data_c\nloop_\n_atom_site_label\nC\n";
        assertEquals(List.of(second, third), records(RecordLayout.BLOCKS, "# comment\n" + first + second + third));
    }

    @Test
    void isOneRecordWhereNoneCanBeTold() throws IOException {
        assertEquals(List.of("data_a\n"), records(RecordLayout.BLOCKS, "data_a\n"));
        assertEquals(List.of("anything\n"), records(RecordLayout.WHOLE, "anything\n"));
        assertEquals(List.of(""), records(RecordLayout.DOLLARS, ""));
    }

    @Test
    void findsRecordsAcrossTheBordersOfItsBuffer() throws IOException {
        String record = "x".repeat(997) + "\n$$$$\n";
        assertEquals(500, records(RecordLayout.DOLLARS, record.repeat(500)).stream().filter(record::equals).count());
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        Path file = Files.writeString(folder.resolve("many"), "C\n".repeat(40_000));
        RecordIndex index = RecordIndex.of(file, RecordLayout.LINES, () -> true);
        assertEquals((1 << 14) - 1, index.size());
    }
}
