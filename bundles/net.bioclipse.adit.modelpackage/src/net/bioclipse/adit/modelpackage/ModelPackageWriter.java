package net.bioclipse.adit.modelpackage;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Completes a package: writes {@code model.json} from a draft and the sizes and checksums of the files beside it. */
public final class ModelPackageWriter {

    private ModelPackageWriter() {
    }

    /**
     * Writes {@code model.json}. The other files of the package must lie in the directory already; whether they fit is
     * for {@link ModelPackageReader} to say.
     *
     * @param draft     a {@code model.json} without the key {@code files}
     * @param directory the package
     * @throws ModelPackageException when the draft is not as it should be
     * @throws IOException           when a file is missing or cannot be read or written
     */
    public static void write(Path draft, Path directory) throws ModelPackageException, IOException {
        ModelPackageReader.readDraft(draft);
        JsonNode root = JsonDocument.read(ModelPackageReader.readSmall(draft), ModelPackageReader.ASKED, draft);
        StringWriter text = new StringWriter();
        JsonWriter json = new JsonWriter(text);
        json.setIndent("  ");
        json.setHtmlSafe(false);
        json.beginObject();
        for (Map.Entry<String, JsonNode> member : root.members().entrySet()) {
            json.name(member.getKey());
            value(json, member.getValue().value());
        }
        json.name("files").beginObject();
        List<String> present =
                ModelPackage.OPTIONAL_FILES.stream().filter(name -> Files.exists(directory.resolve(name))).toList();
        for (String name : Stream.concat(ModelPackage.FILES.stream(), present.stream()).toList()) {
            Path file = directory.resolve(name);
            json.name(name).beginObject();
            json.name("bytes").value(Files.size(file));
            json.name("sha256").value(Sha256.of(file));
            json.endObject();
        }
        json.endObject().endObject().close();
        Files.writeString(directory.resolve(ModelPackageReader.DESCRIPTION), text + "\n");
    }

    private static void value(JsonWriter json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.beginObject();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                json.name((String) member.getKey());
                value(json, member.getValue());
            }
            json.endObject();
        } else if (value instanceof List<?> list) {
            json.beginArray();
            for (Object element : list) {
                value(json, element);
            }
            json.endArray();
        } else if (value instanceof BigDecimal number) {
            json.value(number);
        } else if (value instanceof Boolean flag) {
            json.value(flag);
        } else {
            json.value((String) value);
        }
    }
}
