package net.bioclipse.adit.structure.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.bioclipse.adit.structure.io.StructureReader.Entry;

/** Reads texts as if they were files. */
record Reading(StructureReader reader, Path directory) {

    List<Entry> of(String text) throws IOException {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    List<Entry> of(byte[] bytes) throws IOException {
        List<Entry> entries = new ArrayList<>();
        reader.read(Files.write(file(), bytes), entries::add);
        return entries;
    }

    Path file() {
        return directory.resolve("file");
    }

    /** The text must be refused with this message, "FILE" standing for the path. */
    void refuses(String text, String message) {
        StructureFormatException e = assertThrows(StructureFormatException.class, () -> of(text));
        assertEquals(message, e.getMessage().replace(file().toString(), "FILE"));
    }
}
