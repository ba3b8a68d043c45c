package net.bioclipse.adit.arrows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Lists that must agree with the folders: what is built, what is shipped, and CDK's class path. */
class ShippedBundlesTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("repository"));

    @Test
    void everyBundleIsBuiltAndInAFeature() throws IOException {
        String modules = Files.readString(REPOSITORY.resolve("bundles/pom.xml"));
        StringBuilder features = new StringBuilder();
        try (Stream<Path> folders = Files.list(REPOSITORY.resolve("features"))) {
            for (Path file : folders.map(folder -> folder.resolve("feature.xml")).filter(Files::exists).toList()) {
                features.append(Files.readString(file));
            }
        }
        for (Path bundle : ArrowsCheck.bundles(REPOSITORY)) {
            String name = bundle.getFileName().toString();
            assertTrue(modules.contains("<module>" + name + "</module>"), name + " is missing in bundles/pom.xml");
            assertTrue(features.indexOf("<plugin id=\"" + name + "\"") >= 0, name + " is in no feature");
        }
    }

    @Test
    void everyJarOfCdkIsOnTheClassPathOfItsBundle() throws IOException {
        Path bundle = REPOSITORY.resolve("bundles/net.bioclipse.adit.thirdparty.cdk");
        TreeSet<String> classPath = new TreeSet<>(ManifestHeaders.of(bundle).names("Bundle-ClassPath"));
        assertTrue(classPath.remove("."));
        try (Stream<Path> jars = Files.list(bundle.resolve("lib"))) {
            List<String> found = jars.map(jar -> "lib/" + jar.getFileName()).sorted().toList();
            assertEquals(String.join("\n", classPath), String.join("\n", found));
        }
    }
}
