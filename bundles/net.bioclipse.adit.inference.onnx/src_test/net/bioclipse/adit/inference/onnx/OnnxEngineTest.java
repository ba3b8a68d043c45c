package net.bioclipse.adit.inference.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.generation.DecodedAtoms;
import net.bioclipse.adit.generation.Denoiser.Condition;
import net.bioclipse.adit.generation.InferenceException;
import net.bioclipse.adit.generation.Latents;
import net.bioclipse.adit.generation.LoadedModel;
import net.bioclipse.adit.generation.NeuralEngine.Device;
import net.bioclipse.adit.generation.NeuralEngine.Options;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The graphs of {@code toy} have answers that can be told without running them, see {@code toy/graphs.py}. */
class OnnxEngineTest {

    private static final Condition MOLECULE = new Condition(2, 0);

    @TempDir
    private Path folder;

    @BeforeEach
    void copiesTheGraphs() throws IOException {
        for (String name : List.of("conditioner", "denoiser", "decoder", "encoder")) {
            put(name, name + ".onnx");
        }
    }

    private void put(String toy, String file) throws IOException {
        try (InputStream stream = OnnxEngineTest.class.getResourceAsStream("toy/" + toy + ".onnx")) {
            Files.write(folder.resolve(file), stream.readAllBytes());
        }
    }

    private LoadedModel open(Device device, int threads) throws ModelPackageException {
        // Modulations of 16 numbers: 6 of one block of width 2, and 2 of the output.
        ModelPackage modelPackage = new ModelPackage(folder, "toy", "A toy.", new Architecture(2, 1, 1, 1, 2, 1, 1, 1),
                new double[] {1, 0, 0, 0, 0, 0, 0, 0}, new double[] {2, 1, 1, 1, 1, 1, 1, 4},
                new ModelPackage.Sampler("euler-flow/1", 5, 1), Map.of(), Map.of(), List.of(), Map.of(), "CC0-1.0", "0");
        return new OnnxEngine().open(modelPackage, new Options(device, threads));
    }

    private LoadedModel open() throws ModelPackageException {
        return open(Device.CPU, 1);
    }

    private static Latents constant(int batch, int atoms, float value) {
        Latents latents = Latents.zeros(batch, atoms);
        Arrays.fill(latents.values(), value);
        return latents;
    }

    private static void assertConstant(float expected, Latents found) {
        assertArrayEquals(constant(found.batch(), found.atoms(), expected).values(), found.values(), 1e-5f);
    }

    @Test
    void predictsFromNoiseThePreviousPredictionTimeAndCondition() throws ModelPackageException {
        try (LoadedModel model = open()) {
            Latents noisy = constant(2, 3, 4);
            Latents previous = constant(2, 3, 8);
            assertConstant(2 + 2 + 0.5f + 20, model.denoiser().predict(noisy, previous, 0.5, MOLECULE));
            assertConstant(2 + 2 + 0.25f, model.denoiser().predict(noisy, previous, 0.25, Condition.NONE));
            assertConstant(2 + 2 + 0.5f + 10 + 300, model.denoiser().predict(noisy, previous, 0.5, new Condition(1, 3)));
            // Kept modulations are used again.
            assertConstant(2 + 2 + 0.5f + 20, model.denoiser().predict(noisy, previous, 0.5, MOLECULE));
            assertConstant(4, noisy);
            assertConstant(8, previous);
        }
    }

    @Test
    void takesBatchesOfAnySizeOneAfterTheOther() throws ModelPackageException {
        try (LoadedModel model = open()) {
            for (int[] shape : new int[][] {{1, 1}, {64, 29}, {2, 3}, {1, 200}, {7, 5}}) {
                Latents noisy = constant(shape[0], shape[1], 1);
                Latents clean = model.denoiser().predict(noisy, Latents.zeros(shape[0], shape[1]), 0, Condition.NONE);
                assertEquals(shape[0], clean.batch());
                assertEquals(shape[1], clean.atoms());
                assertConstant(0.5f, clean);
            }
        }
    }

    @Test
    void tellsManyTimesApart() throws ModelPackageException {
        try (LoadedModel model = open()) {
            for (int i = 0; i < 300; i++) {
                float time = i / 300f;
                Latents zeros = Latents.zeros(1, 1);
                assertConstant(time, model.denoiser().predict(zeros, zeros, time, Condition.NONE));
            }
        }
    }

    @Test
    void decodesLatentsInTheirOwnMeanAndScale() throws ModelPackageException {
        try (LoadedModel model = open()) {
            Latents latents = new Latents(1, 2, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0});
            DecodedAtoms decoded = model.decoder().decode(latents);
            assertEquals(200, decoded.typeLogits().length);
            assertArrayEquals(new float[] {3, 2, 3, 4, 5, 6, 7, 32, 0, 0}, Arrays.copyOf(decoded.typeLogits(), 10));
            assertArrayEquals(new float[] {3, 2, 3, 1, 0, 0}, decoded.positions());
            assertArrayEquals(new float[] {4, 5, 6, 0, 0, 0}, decoded.fractional());
            assertArrayEquals(new float[] {2, 1, 1.5f, 2, 2.5f, 3}, decoded.lattice());
        }
    }

    @Test
    void encodesIntoNormalisedLatents() throws ModelPackageException {
        try (LoadedModel model = open()) {
            Latents latents = model.encoder().encode(1, 2, new long[] {5, 6}, new float[] {1, 2, 3, 4, 5, 6},
                    new float[] {0.25f, 0.5f, 8, 0, 0, 4});
            assertArrayEquals(new float[] {2, 5, 1, 2, 3, 0.25f, 0.5f, 2, 2.5f, 6, 4, 5, 6, 0, 0, 1}, latents.values());
        }
    }

    @Test
    void namesTheDeviceThatComputes() throws ModelPackageException {
        try (LoadedModel one = open(Device.CPU, 1); LoadedModel two = open(Device.CPU, 2);
                LoadedModel all = open(Device.CPU, 0)) {
            assertEquals("CPU, 1 thread", one.device());
            assertEquals("CPU, 2 threads", two.device());
            assertTrue(all.device().startsWith("CPU, " + Runtime.getRuntime().availableProcessors() + " thread"));
        }
    }

    @Test
    void computesOnTheCpuWhenThereIsNoGpuAndNobodyInsists() throws ModelPackageException {
        try (LoadedModel model = open(Device.AUTO, 1)) {
            assertEquals("CPU, 1 thread", model.device());
            assertConstant(1, model.denoiser().predict(constant(1, 1, 2), Latents.zeros(1, 1), 0, Condition.NONE));
        }
    }

    @Test
    void saysWhatIsMissingForCuda() {
        String version = new OnnxEngine().version();
        assertEquals("The device cuda was asked for, but CUDA does not work here: this build of ONNX Runtime has no CUDA"
                + " provider; right would be an NVIDIA GPU with its driver, CUDA and cuDNN, and the GPU natives of ONNX"
                + " Runtime " + version + " in the folder named by -Donnxruntime.native.path; or --device cpu.",
                assertThrows(InferenceException.class, () -> open(Device.CUDA, 1)).getMessage());
    }

    @Test
    void opensAndClosesAHundredTimes() throws ModelPackageException {
        for (int i = 0; i < 100; i++) {
            try (LoadedModel model = open()) {
                model.encoder();
            }
        }
    }

    @Test
    void isClosedOnceHoweverOftenAndUselessAfterwards() throws ModelPackageException {
        LoadedModel model = open();
        model.close();
        model.close();
        assertThrows(IllegalStateException.class,
                () -> model.denoiser().predict(Latents.zeros(1, 1), Latents.zeros(1, 1), 0, MOLECULE));
        assertThrows(IllegalStateException.class, () -> model.decoder().decode(Latents.zeros(1, 1)));
        assertEquals("The model 'toy' is closed.", assertThrows(IllegalStateException.class, model::encoder).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "denoiser-name       | its inputs are [modulation, noise, previous]; [modulation, noisy, previous] would be right",
        "denoiser-output     | its outputs are [velocity]; [clean] would be right",
        "denoiser-latent     | input 'noisy' is float [batch, atoms, 16]; float [batch, atoms, 8] would be right",
        "denoiser-modulation | input 'modulation' is float [rows, 24]; float [rows, 16] would be right",
        "denoiser-type       | input 'noisy' is int64 [batch, atoms, 8]; float [batch, atoms, 8] would be right",
        "denoiser-batch      | input 'noisy' is float [1, atoms, 8]; float [batch, atoms, 8] would be right",
        "denoiser-rank       | input 'noisy' is float [batch, atoms, one, 8]; float [batch, atoms, 8] would be right"})
    void refusesAGraphThatBreaksTheContract(String toy, String finding) throws IOException {
        put(toy, "denoiser.onnx");
        assertEquals("The graph denoiser.onnx of model 'toy' cannot be used: " + finding + " ("
                + folder.resolve("denoiser.onnx") + ").",
                assertThrows(ModelPackageException.class, this::open).getMessage());
    }

    @Test
    void refusesAFileThatIsNoGraph() throws IOException {
        Path file = folder.resolve("decoder.onnx");
        byte[] whole = Files.readAllBytes(file);
        List<byte[]> damaged = List.of(new byte[0], Arrays.copyOf(whole, whole.length / 2), "hello".getBytes("US-ASCII"),
                new byte[10_000], Arrays.copyOf(new byte[] {0x7f, 'E', 'L', 'F', -1, -1, -1}, 500));
        for (byte[] bytes : damaged) {
            Files.write(file, bytes);
            assertRefused("decoder.onnx");
        }
        Files.delete(file);
        assertRefused("decoder.onnx");
    }

    private void assertRefused(String file) {
        String message = assertThrows(ModelPackageException.class, this::open).getMessage();
        assertTrue(message.startsWith("The graph " + file + " of model 'toy' cannot be used: "), message);
        assertTrue(message.endsWith(" would be right (" + folder.resolve(file) + ")."), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void refusesWeightsOutsideThePackageAndBeyondTheirFile() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        for (String name : List.of("conditioner.onnx", "decoder.onnx", "encoder.onnx")) {
            Files.move(folder.resolve(name), inner.resolve(name));
        }
        Files.write(folder.resolve("secret.bin"), new byte[64]);
        Files.write(inner.resolve("weights.safetensors"), new byte[64]);
        folder = inner;
        for (String toy : List.of("denoiser-outside", "denoiser-beyond")) {
            put(toy, "denoiser.onnx");
            assertRefused("denoiser.onnx");
        }
    }

    @Test
    void refusesADamagedGraphAlsoWhenTheDeviceIsLeftOpen() throws IOException {
        Files.write(folder.resolve("denoiser.onnx"), new byte[] {1, 2, 3});
        assertThrows(ModelPackageException.class, () -> open(Device.AUTO, 1));
    }

    @Test
    void opensWithoutTheEncoderUntilItIsAskedFor() throws IOException, ModelPackageException {
        Files.write(folder.resolve("encoder.onnx"), new byte[] {1, 2, 3});
        try (LoadedModel model = open()) {
            model.decoder().decode(Latents.zeros(1, 1));
            InferenceException failure = assertThrows(InferenceException.class, model::encoder);
            assertTrue(failure.getMessage().startsWith("The graph encoder.onnx of model 'toy' cannot be used"));
            assertInstanceOf(ModelPackageException.class, failure.getCause());
        }
    }

    @Test
    void refusesAnswersOfTheWrongSize() throws IOException, ModelPackageException {
        put("denoiser-lying", "denoiser.onnx");
        try (LoadedModel model = open()) {
            assertEquals("The graph gave 96 values as 'clean'; 48 would be right (" + folder.resolve("denoiser.onnx") + ").",
                    assertThrows(InferenceException.class, () -> model.denoiser().predict(Latents.zeros(2, 3),
                            Latents.zeros(2, 3), 0, MOLECULE)).getMessage());
        }
    }

    @Test
    void passesOnWhatTheRuntimeSaysInOneLine() throws IOException, ModelPackageException {
        put("denoiser-failing", "denoiser.onnx");
        try (LoadedModel model = open()) {
            String message = assertThrows(InferenceException.class, () -> model.denoiser().predict(Latents.zeros(2, 3),
                    Latents.zeros(2, 3), 0, MOLECULE)).getMessage();
            assertTrue(message.startsWith("Computing with a graph failed: ONNX Runtime says 'Error code - "), message);
            assertTrue(message.endsWith("'; a smaller --batch needs less memory (" + folder.resolve("denoiser.onnx") + ")."),
                    message);
            assertEquals(1, message.lines().count());
        }
    }

    /** Decision 25. The library of Windows has no collector of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"linux-x64/libonnxruntime.so", "linux-aarch64/libonnxruntime.so", "osx-aarch64/libonnxruntime.dylib"})
    void theNativeLibraryKnowsNoCollectorOfEvents(String name) throws IOException {
        try (InputStream stream = OrtEnvironment.class.getResourceAsStream("native/" + name)) {
            String library = new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(library.contains("com.microsoft"), "this is a library of ONNX Runtime");
            assertFalse(library.contains("events.data.microsoft.com"));
        }
    }
}
