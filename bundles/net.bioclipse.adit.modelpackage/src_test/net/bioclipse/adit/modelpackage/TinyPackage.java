package net.bioclipse.adit.modelpackage;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A complete package of zeros. Its graphs are no graphs: the reader does not look into them. */
final class TinyPackage {

    static final String DRAFT = """
            {
              "format": "adit-model-package/1",
              "id": "tiny",
              "description": "Zeros.",
              "architecture": {"autoencoderWidth": 4, "encoderLayers": 1, "decoderLayers": 1, "autoencoderHeads": 2,
                "denoiserWidth": 6, "denoiserLayers": 1, "denoiserHeads": 3, "timeScale": 1000},
              "latent": {"mean": [0, 0.5, -2, 0, 0, 0, 0, 0], "scale": [1, 1, 1, 1, 1, 1, 1, 1e-3]},
              "sampler": {"name": "euler-flow/1", "steps": 50, "guidance": 2.0},
              "kinds": {
                "molecule": {"dataset": 2, "atomCounts": {"18": 300, "9": 12}, "elements": [1, 6, 8], "spaceGroups": {}},
                "crystal": {"dataset": 1, "atomCounts": {"4": 5}, "elements": [3], "spaceGroups": {"225": 5}, "meanScale": 0.5}
              },
              "conventions": {"pose": "principal-axes/1"},
              "trainingData": [{"name": "Made up", "licence": "CC0-1.0", "attribution": "Nobody."}],
              "metrics": {"valid": 0.25, "drawn": 1000, "notes": ["a", true, null]},
              "licence": "CC-BY-4.0"
            }
            """;

    static final Architecture ARCHITECTURE = new Architecture(4, 1, 1, 2, 6, 1, 3, 1000);

    private TinyPackage() {
    }

    static Path write(Path directory) throws IOException, ModelPackageException {
        Files.createDirectories(directory);
        writeWeights(directory, Parameters.of(ARCHITECTURE));
        for (String name : ModelPackage.FILES) {
            if (!name.equals("weights.safetensors")) {
                Files.writeString(directory.resolve(name), "This is " + name + "\n");
            }
        }
        return complete(directory);
    }

    /** Makes {@code model.json} fit the files again. */
    static Path complete(Path directory) throws IOException, ModelPackageException {
        Path draft = Files.writeString(directory.resolve("draft.json"), DRAFT);
        ModelPackageWriter.write(draft, directory);
        Files.delete(draft);
        return directory;
    }

    static void writeWeights(Path directory, Map<String, List<Long>> shapes) throws IOException, ModelPackageException {
        SafetensorsWriter.write(directory.resolve("weights.safetensors"), TensorType.F32, shapes, name ->
                new float[(int) shapes.get(name).stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b)]);
    }

    /** Sets a value of {@code model.json}, or removes it when the JSON text is empty. Places are separated by slashes. */
    static void edit(Path directory, String place, String json) throws IOException {
        Path file = directory.resolve("model.json");
        JsonObject root = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        List<String> keys = List.of(place.split("/"));
        JsonObject parent = root;
        for (String key : keys.subList(0, keys.size() - 1)) {
            parent = parent.getAsJsonObject(key);
        }
        String last = keys.get(keys.size() - 1);
        if (json == null) {
            parent.remove(last);
        } else {
            parent.add(last, JsonParser.parseString(json));
        }
        Files.writeString(file, root.toString());
    }

    static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
