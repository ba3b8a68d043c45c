package net.bioclipse.adit.modelpackage;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Completes a package: writes {@code model.json} from a draft and the sizes and checksums of the files beside it. */
public final class ModelPackageWriter {

    private ModelPackageWriter() {
    }

    /**
     * Writes {@code model.json}. The other files of the package must lie in the directory already.
     *
     * @param draft     a {@code model.json} without the key {@code files}
     * @param directory the package
     * @throws ModelPackageException when the draft or the finished package is not as it should be
     * @throws IOException           when a file is missing or cannot be read or written
     */
    public static void write(Path draft, Path directory) throws ModelPackageException, IOException {
        ModelPackageReader.readDraft(draft);
        JsonNode root = JsonDocument.read(ModelPackageReader.readSmall(draft), ModelPackageReader.ASKED, draft);
        Map<String, Object> files = new LinkedHashMap<>();
        for (String name : ModelPackage.FILES) {
            Path file = directory.resolve(name);
            files.put(name, Map.of("bytes", Files.size(file), "sha256", Sha256.of(file)));
        }
    }
}
