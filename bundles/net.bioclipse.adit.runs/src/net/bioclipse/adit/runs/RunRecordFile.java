package net.bioclipse.adit.runs;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.RunRecord;

/** Reads the JSON text of a run record. */
public final class RunRecordFile {

    private static final int LARGEST = 1 << 20;

    private RunRecordFile() {
    }

    /** @throws IllegalRequestException with one line when the file is not a run record */
    public static RunRecord read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw refusal(file, "it is larger than 1 MiB");
        }
        // Seeds have more digits than a double keeps.
        Gson gson = new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER).create();
        Map<String, Object> map;
        try {
            map = gson.fromJson(new String(bytes, StandardCharsets.UTF_8), new TypeToken<Map<String, Object>>() { });
        } catch (JsonParseException e) {
            throw refusal(file, "it is not JSON");
        }
        if (map == null) {
            throw refusal(file, "it is empty");
        }
        try {
            return RunRecord.fromMap(map);
        } catch (IllegalRequestException e) {
            throw new IllegalRequestException(e.getMessage().replaceFirst("\\.$", "") + " (" + file + ").");
        }
    }

    private static IllegalRequestException refusal(Path file, String found) {
        return new IllegalRequestException("'--again " + file + "' asks for the record of a run, but " + found
                + "; right would be a file '*.run.json' as generate writes it beside its output.");
    }
}
