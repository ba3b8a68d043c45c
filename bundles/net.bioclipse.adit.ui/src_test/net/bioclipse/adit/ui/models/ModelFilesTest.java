package net.bioclipse.adit.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the model that is shipped. */
class ModelFilesTest {

    private static final Path SHIPPED = Path.of(System.getProperty("adit.home")).resolve("models/adit-qm9-mp20");

    @TempDir
    private Path folder;

    private Path models() {
        return folder.resolve("models");
    }

    private List<String> installed() throws IOException {
        if (!Files.exists(models())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(models())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path zip(String prefix) throws IOException {
        Path zip = folder.resolve("model.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip)); Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                out.putNextEntry(new ZipEntry(prefix + file.getFileName()));
                Files.copy(file, out);
            }
        }
        return zip;
    }

    @Test
    void addsAFolderAndRemovesIt() throws Exception {
        ModelPackage model = ModelFiles.add(SHIPPED, models());
        assertEquals(models().resolve("adit-qm9-mp20"), model.directory());
        assertEquals(List.of("adit-qm9-mp20"), installed());
        ModelFiles.remove(model.directory());
        assertEquals(List.of(), installed());
    }

    @Test
    void addsAZipFileWithAndWithoutAFolderInIt() throws Exception {
        assertEquals("adit-qm9-mp20", ModelFiles.add(zip("adit-qm9-mp20/"), models()).id());
        ModelFiles.remove(models().resolve("adit-qm9-mp20"));
        assertEquals("adit-qm9-mp20", ModelFiles.add(zip(""), models()).id());
    }

    @Test
    void refusesASecondOneOfTheSameNameAndKeepsTheFirst() throws Exception {
        ModelFiles.add(SHIPPED, models());
        IOException refusal = assertThrows(IOException.class, () -> ModelFiles.add(SHIPPED, models()));
        assertEquals("A model 'adit-qm9-mp20' is installed already; remove it first.", refusal.getMessage());
        assertEquals(List.of("adit-qm9-mp20"), installed());
    }

    @Test
    void leavesNothingBehindOfWhatIsNoModel() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("model.json"), "{}");
        assertThrows(ModelPackageException.class, () -> ModelFiles.add(other, models()));
        assertEquals(List.of(), installed());
    }

    @Test
    void refusesAZipFileThatWritesOutside() throws Exception {
        IOException refusal = assertThrows(IOException.class, () -> ModelFiles.add(zip("../../outside-"), models()));
        assertTrue(refusal.getMessage().contains("wants to write outside of its folder"), refusal.getMessage());
        assertFalse(Files.exists(folder.resolve("outside-model.json")));
        assertEquals(List.of(), installed());
    }
}
