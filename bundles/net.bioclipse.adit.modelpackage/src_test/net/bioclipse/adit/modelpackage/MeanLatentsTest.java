package net.bioclipse.adit.modelpackage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeanLatentsTest {

    private static final double[] ONES = {1, 1, 1, 1, 1, 1, 1, 1};

    @TempDir
    Path directory;

    private final List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();

    @Test
    void takesTheMixtureOfTheNearestAtomCountOfTheKind() throws Exception {
        add("molecule.3", 3);
        add("molecule.9", 9);
        MeanLatents means = read();
        assertEquals(3, means.of("molecule", 1).orElseThrow().means()[0]);
        assertEquals(3, means.of("molecule", 6).orElseThrow().means()[0]);
        assertEquals(9, means.of("molecule", 200).orElseThrow().means()[0]);
        assertTrue(means.of("crystal", 3).isEmpty());
        assertTrue(MeanLatents.NONE.of("molecule", 3).isEmpty());
    }

    @Test
    void aDrawIsTheMeanOfAComponentAndItsFactorTimesTheGaussians() {
        float[] means = new float[16];
        java.util.Arrays.fill(means, 8, 16, 10);
        float[] factors = new float[128];
        factors[64] = 2; // second component: the first Gaussian twice …
        factors[64 + 8] = 3; // … and three times in the second feature, with
        factors[64 + 9] = 4; // four times the second Gaussian
        MeanLatents.Mixture mixture = new MeanLatents.Mixture(new float[] {0.25f, 0.75f}, means, factors);
        assertArrayEquals(new double[8], mixture.at(0.2, ONES));
        assertArrayEquals(new double[] {12, 17, 10, 10, 10, 10, 10, 10}, mixture.at(0.25, ONES));
        assertArrayEquals(new double[] {10, 10, 10, 10, 10, 10, 10, 10}, mixture.at(0.999999999, new double[8]));
    }

    @Test
    void refusesOtherNamesShapesAndValues() throws Exception {
        add("molecule.3", 1);
        tensors.set(1, new SafetensorsWriter.Tensor("molecule.3.means", List.of(8L), new float[8]));
        assertRefused("tensor molecule.3.means has shape [8]; shape [1, 8] would be right");
        add("molecule.3", Float.NaN);
        assertRefused("tensor molecule.3.means holds the value NaN; finite numbers would be right");
        add("molecule.3", 1);
        tensors.remove(2);
        assertRefused("tensor molecule.3.factors is missing; shape [1, 8, 8] would be right");
        add("ion.3", 1);
        assertRefused("tensor 'ion.3.weights'; names like molecule.17.means would be right");
    }

    private void add(String name, float mean) {
        float[] means = new float[8];
        java.util.Arrays.fill(means, mean);
        tensors.add(new SafetensorsWriter.Tensor(name + ".weights", List.of(1L), new float[] {1}));
        tensors.add(new SafetensorsWriter.Tensor(name + ".means", List.of(1L, 8L), means));
        tensors.add(new SafetensorsWriter.Tensor(name + ".factors", List.of(1L, 8L, 8L), new float[64]));
    }

    private MeanLatents read() throws Exception {
        Path file = directory.resolve("mean-latents.safetensors");
        SafetensorsWriter.write(file, tensors);
        return MeanLatents.read(file);
    }

    private void assertRefused(String what) {
        String message = assertThrows(ModelPackageException.class, this::read).getMessage();
        assertTrue(message.startsWith("The mean latents cannot be used: " + what), message);
        tensors.clear();
    }
}
