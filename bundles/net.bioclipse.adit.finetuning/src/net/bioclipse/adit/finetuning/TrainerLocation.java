package net.bioclipse.adit.finetuning;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.modelpackage.ModelPackage;

/**
 * Where the training process has its classes: the system property {@value #PROPERTY} says it, or the training bundle lies
 * beside this one, in the plug-ins of a product, in the launcher's folder or in a source tree.
 */
public final class TrainerLocation {

    public static final String PROPERTY = "adit.trainer.classpath";

    static final String BUNDLE = "net.bioclipse.adit.training";

    private TrainerLocation() {
    }

    /**
     * The class path without the natives.
     *
     * @throws IllegalRequestException when the training bundle is not installed
     */
    public static List<Path> classPath() throws IOException {
        String told = System.getProperty(PROPERTY, "");
        if (!told.isBlank()) {
            return Arrays.stream(told.split(File.pathSeparator)).map(Path::of).toList();
        }
        Path own = codeOf(TrainerLocation.class);
        Path bundle = beside(own).orElseThrow(() -> new IllegalRequestException("Fine-tuning needs the training feature, but"
                + " there is no bundle '" + BUNDLE + "' beside '" + own + "'; install the feature of that name."));
        List<Path> path = new ArrayList<>(List.of(bundle));
        path.addAll(jars(libraries(bundle)));
        path.add(codeOf(ModelPackage.class));
        path.add(codeOf(Gson.class));
        return path;
    }

    /** The newest of several versions. */
    static Optional<Path> beside(Path own) throws IOException {
        if (own.endsWith(Path.of("target", "classes"))) {
            Path classes = own.getParent().getParent().resolveSibling(BUNDLE).resolve("target").resolve("classes");
            return Optional.of(classes).filter(Files::isDirectory);
        }
        try (Stream<Path> siblings = Files.list(own.toAbsolutePath().getParent())) {
            String name = BUNDLE.replace(".", "\\.") + "([_-].*)?(\\.jar)?";
            return siblings.filter(path -> path.getFileName().toString().matches(name))
                    .max(Path::compareTo);
        }
    }

    /** The bundle carries the Java classes of libtorch in {@code lib/}: in itself, or in its source folder. */
    private static Path libraries(Path bundle) {
        if (bundle.endsWith(Path.of("target", "classes"))) {
            return bundle.getParent().getParent().resolve("lib");
        }
        return Files.isDirectory(bundle) ? bundle.resolve("lib")
                : Path.of(System.getProperty("adit.home", ""), "bundles", BUNDLE, "lib");
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalRequestException("Fine-tuning needs the Java classes of libtorch, but there is no folder '"
                    + folder + "'; install the training feature, or build it with ./adit build.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static Path codeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A bundle was loaded from " + e.getInput() + ".", e);
        }
    }
}
