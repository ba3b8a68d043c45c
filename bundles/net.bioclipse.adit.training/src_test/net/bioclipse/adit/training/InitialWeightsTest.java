package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.SafetensorsWriter;
import net.bioclipse.adit.modelpackage.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitialWeightsTest {

    private static final Architecture WIDE = new Architecture(64, 1, 1, 2, 64, 1, 2, 1000);

    @TempDir
    Path folder;

    private final ParameterLayout layout = new ParameterLayout(WIDE);

    private float[] random(long seed) throws ModelPackageException {
        return InitialWeights.of(folder.resolve("absent"), WIDE, layout, seed);
    }

    private float[] part(float[] weights, String name) {
        ParameterLayout.Parameter p = layout.get(name);
        return Arrays.copyOfRange(weights, p.offset(), p.offset() + p.length());
    }

    private static double deviation(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares / values.length);
    }

    @Test
    void randomWeightsAreThoseOfPyTorchWithAdaptiveNormsAtZero() throws ModelPackageException {
        float[] weights = random(1);
        assertEquals(1, deviation(part(weights, "encoder.atom_types.weight")), 0.05);
        assertEquals(0.02, deviation(part(weights, "denoiser.space_groups.weight")), 0.001);
        assertEquals(1 / Math.sqrt(3 * 64), deviation(part(weights, "encoder.layers.0.attention.qkv.weight")), 0.002);
        assertEquals(1 / Math.sqrt(3 * 256), deviation(part(weights, "denoiser.blocks.0.mlp.2.weight")), 0.001);
        assertEquals(1 / Math.sqrt(3 * 256), deviation(part(weights, "denoiser.time.0.bias")), 0.005);
        for (String zero : List.of("denoiser.blocks.0.modulation.weight", "denoiser.modulation.bias",
                "denoiser.output.weight",
                "decoder.norm.bias")) {
            assertEquals(0, deviation(part(weights, zero)), zero);
        }
        assertEquals(1, deviation(part(weights, "decoder.layers.0.norm1.weight")));
    }

    @Test
    void theSameSeedGivesTheSameWeights() throws ModelPackageException {
        assertArrayEquals(random(1), random(1));
        assertTrue(Arrays.mismatch(random(1), random(2)) >= 0);
    }

    private Path write(float[] weights) throws Exception {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        layout.all().forEach(p -> shapes.put(p.name(), Arrays.stream(p.shape()).boxed().toList()));
        Path file = folder.resolve("base.safetensors");
        SafetensorsWriter.write(file, TensorType.F32, shapes, name -> part(weights, name));
        return file;
    }

    @Test
    void aBaseIsTakenAsItIs() throws Exception {
        float[] weights = random(3);
        assertArrayEquals(weights, InitialWeights.of(write(weights), WIDE, layout, 1));
    }

    @Test
    void refusesABaseOfAnotherArchitecture() throws Exception {
        Path file = write(random(3));
        Architecture other = new Architecture(64, 1, 2, 2, 64, 1, 2, 1000);
        assertThrows(ModelPackageException.class, () -> InitialWeights.of(file, other, new ParameterLayout(other), 1));
    }

    @Test
    void refusesABaseThatHoldsNoNumber() throws Exception {
        float[] weights = random(3);
        weights[layout.get("decoder.latent.weight").offset() + 1] = Float.POSITIVE_INFINITY;
        Path file = write(weights);
        String message = assertThrows(TrainingException.class, () -> InitialWeights.of(file, WIDE, layout, 1)).getMessage();
        assertEquals("The base model cannot be used: tensor 'decoder.latent.weight' holds the value Infinity; "
                + "numbers would be right (" + file + ").", message);
    }
}
