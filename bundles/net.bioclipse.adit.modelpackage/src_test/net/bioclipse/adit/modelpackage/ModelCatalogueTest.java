package net.bioclipse.adit.modelpackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCatalogueTest {

    @TempDir
    Path models;

    @Test
    void listsPackagesByNameAndSaysWhatIsWrongWithABrokenOne() throws Exception {
        TinyPackage.write(models.resolve("good"));
        Files.delete(TinyPackage.write(models.resolve("broken")).resolve("LICENSE"));
        Files.createDirectory(models.resolve("reference"));
        List<ModelCatalogue.Entry> entries = ModelCatalogue.list(models);
        assertEquals(List.of("broken", "good"), entries.stream().map(ModelCatalogue.Entry::name).toList());
        assertTrue(entries.get(0).problem().orElseThrow().contains("file LICENSE is missing"));
        assertTrue(entries.get(0).modelPackage().isEmpty());
        assertEquals("tiny", entries.get(1).modelPackage().orElseThrow().id());
        assertTrue(entries.get(1).problem().isEmpty());
    }

    @Test
    void aDirectoryThatDoesNotExistHoldsNoModels() throws Exception {
        assertEquals(List.of(), ModelCatalogue.list(models.resolve("nothing")));
    }

    @Test
    void findsAPackageByNameAndByPath() throws Exception {
        Path directory = TinyPackage.write(models.resolve("good"));
        assertEquals(directory, ModelCatalogue.find("good", models).directory());
        assertEquals(directory, ModelCatalogue.find(directory.toString(), models.resolve("nothing")).directory());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "", " ", "..nope", "a\0b"})
    void saysWhichModelsThereAre(String wanted) throws Exception {
        TinyPackage.write(models.resolve("good"));
        TinyPackage.write(models.resolve("best"));
        ModelPackageException e = assertThrows(ModelPackageException.class, () -> ModelCatalogue.find(wanted, models));
        assertEquals("Model '" + wanted.replace('\0', '?') + "' was asked for: there is no such model and no such "
                + "directory; one of best, good or the path of a model package would be right (" + models + ").",
                e.getMessage());
    }

    @Test
    void saysWhatIsWrongWithTheWantedPackage() throws Exception {
        Files.delete(TinyPackage.write(models.resolve("broken")).resolve("encoder.onnx"));
        ModelPackageException e = assertThrows(ModelPackageException.class, () -> ModelCatalogue.find("broken", models));
        assertTrue(e.getMessage().contains("file encoder.onnx is missing"), e.getMessage());
    }
}
