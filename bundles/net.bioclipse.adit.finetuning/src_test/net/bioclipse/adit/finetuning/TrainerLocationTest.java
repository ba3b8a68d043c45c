package net.bioclipse.adit.finetuning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerLocationTest {

    @TempDir
    Path folder;

    @Test
    void findsTheBundleInTheFolderOfPlugIns() throws Exception {
        Path own = Files.createFile(folder.resolve("net.bioclipse.adit.finetuning_0.1.0.jar"));
        assertEquals(Optional.empty(), TrainerLocation.beside(own));
        Files.createDirectory(folder.resolve("net.bioclipse.adit.training.tests_0.1.0"));
        Files.createDirectory(folder.resolve("net.bioclipse.adit.training_0.1.0"));
        Path newer = Files.createDirectory(folder.resolve("net.bioclipse.adit.training_0.2.0"));
        assertEquals(Optional.of(newer), TrainerLocation.beside(own));
    }

    @Test
    void findsItsClassesInASourceTreeAndItsJarBesideTheLaunchersJars() throws Exception {
        Path own = Files.createDirectories(folder.resolve("net.bioclipse.adit.finetuning/target/classes"));
        Path classes = Files.createDirectories(folder.resolve("net.bioclipse.adit.training/target/classes"));
        assertEquals(Optional.of(classes), TrainerLocation.beside(own));
        Path app = Files.createDirectories(folder.resolve("app"));
        Path jar = Files.createFile(app.resolve("net.bioclipse.adit.training.jar"));
        assertEquals(Optional.of(jar), TrainerLocation.beside(app.resolve("net.bioclipse.adit.finetuning.jar")));
    }

    @Test
    void thePropertySaysIt() throws Exception {
        String before = System.getProperty(TrainerLocation.PROPERTY);
        System.setProperty(TrainerLocation.PROPERTY, "a.jar" + java.io.File.pathSeparator + "b");
        try {
            assertEquals(List.of(Path.of("a.jar"), Path.of("b")), TrainerLocation.classPath());
        } finally {
            if (before == null) {
                System.clearProperty(TrainerLocation.PROPERTY);
            } else {
                System.setProperty(TrainerLocation.PROPERTY, before);
            }
        }
    }
}
