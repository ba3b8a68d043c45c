package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.SafetensorsWriter;
import net.bioclipse.adit.modelpackage.SafetensorsWriter.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDataTest {

    @TempDir
    Path folder;

    private final Bucket crystals = Samples.bucket(true, 4, 3);
    private final List<Tensor> tensors = new ArrayList<>(Samples.tensors("train", crystals));
    private Path file;

    @BeforeEach
    void names() {
        file = folder.resolve("data.safetensors");
    }

    private TrainingData read() throws Exception {
        SafetensorsWriter.write(file, tensors);
        return TrainingData.read(file);
    }

    private void assertRefused(String found) {
        String message = assertThrows(TrainingException.class, this::read).getMessage();
        assertTrue(message.startsWith("The training data cannot be used: " + found), message);
        assertTrue(message.endsWith("would be right (" + file + ")."), message);
    }

    @Test
    void readsBucketsOfBothSplits() throws Exception {
        tensors.addAll(Samples.tensors("val", Samples.bucket(false, 2, 11)));
        TrainingData data = read();
        assertEquals(1, data.train().size());
        Bucket read = data.train().get(0);
        assertTrue(read.crystal());
        assertEquals(1, read.dataset());
        assertArrayEquals(crystals.types(), read.types());
        assertArrayEquals(crystals.positions(), read.positions());
        assertArrayEquals(crystals.fractional(), read.fractional());
        assertArrayEquals(crystals.lattice(), read.lattice());
        assertEquals(2, TrainingData.structures(data.validation()));
        assertEquals(11, data.validation().get(0).atoms());
        assertEquals(2, data.validation().get(0).dataset());
    }

    @Test
    void namesTheStructureThatHoldsNoNumber() {
        crystals.positions()[2 * 9 + 4] = Float.NaN;
        assertRefused("structure 2 of 'train/crystal/3/positions' has the value NaN; numbers");
    }

    @Test
    void namesTheStructureWithAnUnknownElement() {
        crystals.types()[3 * 3] = 100;
        assertRefused("structure 3 of 'train/crystal/3' has the atomic number 100; 1 to 99");
        crystals.types()[3 * 3] = 0;
        assertRefused("structure 3 of 'train/crystal/3' has the atomic number 0; 1 to 99");
    }

    @Test
    void namesTheCrystalWithoutACell() {
        Arrays.fill(crystals.lattice(), 6, 12, 0);
        assertRefused("structure 1 of 'train/crystal/3/lattice' has the value 0.0; lengths and angles above 0");
    }

    @Test
    void refusesOtherShapes() {
        tensors.set(1, new Tensor("train/crystal/3/positions", List.of(4L, 9L), crystals.positions()));
        assertRefused("tensor 'train/crystal/3/positions' has shape [4, 9]; shape [4, 3, 3]");
    }

    @Test
    void refusesAnAtomCountThatTheTypesDoNotHave() {
        tensors.set(0, new Tensor("train/crystal/3/types", List.of(3L, 4L), crystals.types()));
        assertRefused("tensor 'train/crystal/3/types' has shape [3, 4]; shape [3, 3]");
    }

    @Test
    void refusesAMissingArray() {
        tensors.remove(3);
        assertRefused("tensor 'train/crystal/3/lattice' is missing");
        tensors.remove(0);
        assertRefused("tensor 'train/crystal/3/types' is missing");
    }

    @Test
    void refusesOtherNames() {
        tensors.add(new Tensor("test/crystal/3/types", List.of(1L), new int[1]));
        assertRefused("there is a tensor 'test/crystal/3/types'");
    }

    @Test
    void refusesAFileWithoutTrainingStructures() {
        tensors.clear();
        tensors.addAll(Samples.tensors("val", crystals));
        assertRefused("it has no training structures");
    }

    @Test
    void refusesABrokenFile() throws Exception {
        SafetensorsWriter.write(file, tensors);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 300));
        assertThrows(ModelPackageException.class, () -> TrainingData.read(file));
        Files.delete(file);
        assertThrows(ModelPackageException.class, () -> TrainingData.read(file));
    }
}
