package net.bioclipse.adit.structure.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InChIKeyTableTest {

    private static final String WATER = "XLYOFNOQVPJJNP-UHFFFAOYSA-N";
    private static final String METHANE = "VNWKTOKETHGBQD-UHFFFAOYSA-N";

    @TempDir
    Path directory;

    private List<String> read(String text) throws IOException {
        List<String> found = new ArrayList<>();
        new InChIKeyTable().read(Files.writeString(directory.resolve("keys"), text), key -> found.add(key.orElse("none")));
        return found;
    }

    @Test
    void readsAPlainList() throws IOException {
        assertEquals(List.of(WATER, METHANE), read(WATER + "\n" + METHANE));
    }

    @Test
    void readsAColumnOfATableWithAHeading() throws IOException {
        assertEquals(List.of(WATER, "none", METHANE), read("\uFEFFname;key;mass\r\n\"water\";\"" + WATER + "\";18\r\n\r\n"
                + "mud;;\r\nInChIKey=" + METHANE + ",x\r\n"));
    }

    @Test
    void takesNoPartsOfOtherWords() throws IOException {
        assertEquals(List.of(WATER, "none", "none"), read(WATER + "\nX" + METHANE + "\n" + METHANE + "A\n"));
    }

    @Test
    void refusesWhatHoldsNoKeys() {
        for (String text : List.of("", "\n\n", "CCO ethanol\n", "{\"a\": 1}")) {
            IOException e = assertThrows(IOException.class, () -> read(text));
            assertTrue(e.getMessage().startsWith("A list or table of InChIKeys was expected, but '"), e.getMessage());
        }
        assertTrue(assertThrows(IOException.class, () -> read(WATER + "\n\0")).getMessage().contains("zero byte"));
    }
}
