package net.bioclipse.adit.ui.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.bioclipse.adit.ui.AditUi;

/**
 * A folder with ONNX Runtime's GPU natives. The program brings those for the CPU along; those for CUDA are large, belong to
 * one version and one system, and are named by the user. They are loaded once in a process, with the first model.
 */
public final class Natives {

    /** Preference: the folder, empty for the natives that come along. */
    static final String FOLDER = "natives.folder";

    private static final String PROPERTY = "onnxruntime.native.path";

    private Natives() {
    }

    /** Lets the engine of this process find them; what was given on the command line of Java stays. */
    public static void use() {
        String folder = AditUi.preferences().get(FOLDER, "");
        if (!folder.isEmpty() && System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, folder);
        }
    }

    /** Options for another process that shall use them. */
    static List<String> options(String folder) {
        return folder.isEmpty() ? List.of() : List.of("-D" + PROPERTY + "=" + folder);
    }

    /** What is wrong with a folder, in a sentence; nothing when it may be one. */
    static Optional<String> problem(String folder) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        Path path = Path.of(folder);
        if (!Files.isDirectory(path)) {
            return Optional.of("The folder of natives, " + folder + ", is not there.");
        }
        List<String> missing = new ArrayList<>();
        for (String library : List.of("onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_cuda")) {
            String file = System.mapLibraryName(library);
            if (!Files.isReadable(path.resolve(file))) {
                missing.add(file);
            }
        }
        return missing.isEmpty() ? Optional.empty()
                : Optional.of("The folder of natives needs " + String.join(", ", missing) + ", as in the jar onnxruntime_gpu;"
                        + " " + folder + " has " + count(path) + " other files.");
    }

    private static long count(Path folder) {
        try (var files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            return 0;
        }
    }
}
