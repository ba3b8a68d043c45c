package net.bioclipse.adit.ui.rows;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.bioclipse.adit.structure.io.AtomicFile;

/**
 * "NAME.marks.json" beside a file of structures: {@code {"format": "adit-marks/1", "rows": [{"row": 17, "name":
 * "adit-42-17", "formula": "C7H8O2", "marked": true, "note": "like this one"}]}}. Rows count from 1.
 */
final class MarksFile {

    private static final String FORMAT = "adit-marks/1";
    private static final long LARGEST = 256L << 20;

    private MarksFile() {
    }

    static Path beside(Path structures) {
        return structures.resolveSibling(structures.getFileName() + ".marks.json");
    }

    /** @throws IOException with a sentence for the user when there is a file that cannot be understood */
    static List<RowMark> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        if (Files.size(file) > LARGEST) {
            throw refusal(file, "it is larger than 256 MiB");
        }
        try {
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            if (!json.has("format") || !FORMAT.equals(json.get("format").getAsString())) {
                throw refusal(file, "its format is not '" + FORMAT + "'");
            }
            List<RowMark> marks = new ArrayList<>();
            for (JsonElement row : json.getAsJsonArray("rows")) {
                marks.add(mark(row.getAsJsonObject()));
            }
            return marks;
        } catch (RuntimeException | StackOverflowError | java.nio.charset.MalformedInputException e) {
            // The JSON library says in many ways that a text is not what was expected.
            throw refusal(file, "it is damaged");
        }
    }

    private static RowMark mark(JsonObject row) {
        int number = row.get("row").getAsInt();
        if (number < 1) {
            throw new IllegalArgumentException();
        }
        return new RowMark(number - 1, row.get("name").getAsString(), row.get("formula").getAsString(),
                row.get("marked").getAsBoolean(), row.get("note").getAsString());
    }

    private static IOException refusal(Path file, String found) {
        return new IOException("The marks in '" + file + "' cannot be read: " + found
                + ". It stays as it is, and new marks are not kept; remove it or put a right one in its place.");
    }

    /** Writes the file, whole or not at all; without marks there is no file. */
    static void write(Path file, List<RowMark> marks) throws IOException {
        if (marks.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        JsonArray rows = new JsonArray();
        for (RowMark mark : marks) {
            JsonObject row = new JsonObject();
            row.addProperty("row", mark.row() + 1);
            row.addProperty("name", mark.name());
            row.addProperty("formula", mark.formula());
            row.addProperty("marked", mark.marked());
            row.addProperty("note", mark.note());
            rows.add(row);
        }
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.add("rows", rows);
        try (AtomicFile target = AtomicFile.create(file)) {
            target.stream().write(new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json)
                    .concat("\n").getBytes(StandardCharsets.UTF_8));
            target.commit();
        }
    }
}
