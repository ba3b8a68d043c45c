package net.bioclipse.adit.modelpackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads a model package and checks all of it before anything else touches it: the description key by key, names, places,
 * sizes and checksums of the files, and that the weights are exactly the tensors of the architecture. What the graphs
 * compute is checked by the engine that loads them.
 */
public final class ModelPackageReader {

    static final String DESCRIPTION = "model.json";
    static final String ASKED = "The model package cannot be used";

    private ModelPackageReader() {
    }

    /**
     * @param directory holds {@code model.json}, the graphs and the weights
     * @throws ModelPackageException naming the first thing that is wrong
     */
    public static ModelPackage read(Path directory) throws ModelPackageException {
        Path file = directory.resolve(DESCRIPTION);
        byte[] bytes = readSmall(file);
        JsonNode root = JsonDocument.read(bytes, ASKED, file);
        ModelDescription.checkFormat(root);
        Map<String, JsonNode> members = root.members(
                Stream.concat(ModelDescription.KEYS.stream(), Stream.of("files")).toList());
        ModelPackage modelPackage = ModelDescription.read(members, directory, Sha256.of(bytes));
        new PackageFiles(realPath(directory), members.get("files")).check();
        checkTensors(SafetensorsFile.open(directory.resolve(PackageFiles.WEIGHTS)), modelPackage.architecture());
        MeanLatents.of(modelPackage);
        return modelPackage;
    }

    /**
     * Reads a description that lists no files yet, as {@link ModelPackageWriter} takes it.
     *
     * @param file a {@code model.json} without the key {@code files}; the package's directory is where it lies
     */
    public static ModelPackage readDraft(Path file) throws ModelPackageException {
        byte[] bytes = readSmall(file);
        JsonNode root = JsonDocument.read(bytes, "The draft of a model package cannot be used", file);
        ModelDescription.checkFormat(root);
        Path directory = file.toAbsolutePath().getParent();
        return ModelDescription.read(root.members(ModelDescription.KEYS), directory, Sha256.of(bytes));
    }

    /**
     * Checks that a file holds exactly the tensors of the architecture, each with its shape, as F32 or F16.
     *
     * @throws ModelPackageException naming the first tensor that is wrong
     */
    public static void checkTensors(SafetensorsFile weights, Architecture architecture) throws ModelPackageException {
        Map<String, List<Long>> expected = Parameters.of(architecture);
        for (Map.Entry<String, List<Long>> parameter : expected.entrySet()) {
            TensorEntry found = weights.tensors().get(parameter.getKey());
            if (found == null) {
                throw refuse("tensor '" + parameter.getKey() + "' is missing",
                        "shape " + parameter.getValue() + " as the architecture demands would be right", weights.path());
            }
            boolean floats = found.type() == TensorType.F32 || found.type() == TensorType.F16;
            if (!floats || !found.shape().equals(parameter.getValue())) {
                throw refuse("tensor '" + found.name() + "' has type " + found.type() + " and shape " + found.shape(),
                        "type F32 or F16 and shape " + parameter.getValue() + " would be right", weights.path());
            }
        }
        for (String name : weights.tensors().keySet()) {
            if (!expected.containsKey(name)) {
                throw refuse("tensor " + ModelPackageException.quote(name) + " is unknown",
                        "only the " + expected.size() + " tensors of the architecture would be right", weights.path());
            }
        }
    }

    static byte[] readSmall(Path file) throws ModelPackageException {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file)) {
            throw refuse(name + (Files.exists(file) ? " is not a file" : " does not exist"),
                    "a file that describes the model would be right", file);
        }
        try {
            long size = Files.size(file);
            if (size > PackageFiles.LARGEST_SMALL_FILE) {
                throw refuse(name + " has " + size + " bytes",
                        "at most " + PackageFiles.LARGEST_SMALL_FILE + " would be right", file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw refuse(name + " cannot be read (" + e.getMessage() + ")", "a readable file would be right", file);
        }
    }

    private static Path realPath(Path directory) throws ModelPackageException {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw refuse("it cannot be read (" + e.getMessage() + ")", "a readable directory would be right", directory);
        }
    }

    private static ModelPackageException refuse(String found, String right, Path where) {
        return ModelPackageException.of(ASKED, found, right, where);
    }
}
