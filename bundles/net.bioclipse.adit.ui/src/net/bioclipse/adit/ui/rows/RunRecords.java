package net.bioclipse.adit.ui.rows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The record of the run that made a file, where it lies beside it. */
public final class RunRecords {

    private static final int LARGEST = 1 << 20;

    private RunRecords() {
    }

    /** "NAME.run.json" beside a file; empty when there is none. */
    public static Optional<Path> beside(Path structures) {
        return Optional.of(structures.resolveSibling(structures.getFileName() + ".run.json")).filter(Files::isRegularFile);
    }

    /** What the run counted, by the names of the record: "drawn", "valid", "unique", …; empty when that cannot be read. */
    public static Map<String, Long> counts(Path record) {
        Map<String, Long> counts = new LinkedHashMap<>();
        try {
            if (Files.size(record) <= LARGEST) {
                JsonObject json = JsonParser.parseString(Files.readString(record)).getAsJsonObject();
                json.getAsJsonObject("counts").entrySet().forEach(count -> counts.put(count.getKey(), count.getValue().getAsLong()));
            }
            return counts;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // What opens the record says what is wrong with it; without counts the rows themselves are counted.
            return Map.of();
        }
    }
}
