package net.bioclipse.adit.ui.finetune;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.bioclipse.adit.modelpackage.ModelPackage;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

/** The bundle with the training process, which is a feature of its own. This JVM never loads a class of it. */
final class TrainingFeature {

    private static final String BUNDLE = "net.bioclipse.adit.training";

    /** For people who chose the menu without it. */
    static final String MISSING = "Fine-tuning needs the feature 'Bioclipse ADiT training', which is not installed here.\n\n"
            + "Add it from the update site that ADiT came from: Help > Install New Software, name the site, and choose"
            + " 'Bioclipse ADiT training' (net.bioclipse.adit.training.feature, 3 MB). Where that menu is missing, the"
            + " command line of the sources does the same: ./adit finetune --help.";

    private TrainingFeature() {
    }

    static boolean installed() {
        return location().isPresent();
    }

    private static Optional<Path> location() {
        Bundle bundle = Platform.getBundle(BUNDLE);
        return Optional.ofNullable(bundle).flatMap(FileLocator::getBundleFileLocation).map(File::toPath)
                .filter(Files::isDirectory);
    }

    /**
     * Class path of the training process, without the natives.
     *
     * @throws IOException when the feature is missing or not whole
     */
    static List<Path> classPath() throws IOException {
        Path folder = location().orElseThrow(() -> new IOException(MISSING.replace("\n\n", " ")));
        Path classes = folder.resolve("target").resolve("classes");
        List<Path> path = new ArrayList<>(List.of(Files.isDirectory(classes) ? classes : folder));
        try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
            jars.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(path::add);
        }
        path.add(codeOf(ModelPackage.class));
        path.add(codeOf(Gson.class));
        return path;
    }

    private static Path codeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A bundle was loaded from " + e.getInput() + ".", e);
        }
    }
}
