package net.bioclipse.adit.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import net.bioclipse.adit.generation.DecodedAtoms;
import net.bioclipse.adit.generation.Denoiser;
import net.bioclipse.adit.generation.EulerFlowSampler;
import net.bioclipse.adit.generation.GuidedDenoiser;
import net.bioclipse.adit.generation.Latents;
import net.bioclipse.adit.generation.LoadedModel;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.RunControl;
import net.bioclipse.adit.generation.StochasticFlowSampler;
import net.bioclipse.adit.generation.TimeGrid;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.Parameters;
import net.bioclipse.adit.modelpackage.SafetensorsFile;
import net.bioclipse.adit.modelpackage.SafetensorsWriter;
import net.bioclipse.adit.modelpackage.TensorEntry;
import net.bioclipse.adit.modelpackage.TensorType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packaging, engine and sampler together give the numbers of the reference in PyTorch, see {@code golden/README.md}. */
class GoldenArraysTest {

    /** Each part alone; the arrays are of size 1 to 10. */
    private static final float CLOSE = 2e-5f;
    /** Twenty steps. */
    private static final float RUN = 1e-4f;

    private static final Denoiser.Condition MOLECULE = new Denoiser.Condition(2, 0);
    private static final Denoiser.Condition CRYSTAL = new Denoiser.Condition(1, 0);

    @TempDir
    private static Path folder;
    private static SafetensorsFile arrays;
    private static LoadedModel model;

    static Path golden() throws URISyntaxException {
        return Path.of(GoldenArraysTest.class.getResource("golden/draft.json").toURI()).getParent();
    }

    @BeforeAll
    static void assembles() throws ModelPackageException, IOException, URISyntaxException {
        arrays = SafetensorsFile.open(golden().resolve("arrays.safetensors"));
        model = Workshop.engine().open(Workshop.assemble(golden(), folder.resolve("golden")),
                new NeuralEngine.Options(NeuralEngine.Device.CPU, 2));
    }

    @AfterAll
    static void closes() {
        model.close();
    }

    private static Latents latents(String name) throws ModelPackageException {
        int batch = arrays.tensors().get(name).shape().get(0).intValue();
        return new Latents(batch, arrays.tensors().get(name).shape().get(1).intValue(), arrays.floats(name));
    }

    private static long[] wholes(String name) throws IOException {
        TensorEntry entry = arrays.tensors().get(name);
        ByteBuffer bytes = ByteBuffer.allocate((int) entry.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(arrays.path())) {
            assertEquals(entry.bytes(), channel.read(bytes, entry.offset()));
        }
        long[] values = new long[bytes.capacity() / Long.BYTES];
        bytes.flip().asLongBuffer().get(values);
        return values;
    }

    private static void assertClose(float[] expected, float[] found, float tolerance, String what) {
        assertEquals(expected.length, found.length, what);
        float worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs(expected[i] - found[i]));
        }
        float difference = worst;
        assertTrue(worst <= tolerance, () -> what + " differs by " + difference);
    }

    private static void assertClose(String name, float[] found, float tolerance) throws ModelPackageException {
        assertClose(arrays.floats(name), found, tolerance, name);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 11})
    void encodes(int atoms) throws ModelPackageException, IOException {
        String part = "encoder." + atoms + ".";
        long[] types = wholes(part + "types");
        Latents encoded = model.encoder().encode(types.length / atoms, atoms, types, arrays.floats(part + "positions"),
                arrays.floats(part + "fractional"));
        float[] raw = encoded.values().clone();
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (float) (raw[i] * model.modelPackage().latentScale()[i % 8] + model.modelPackage().latentMean()[i % 8]);
        }
        assertClose(part + "mean", raw, CLOSE);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 11})
    void decodes(int atoms) throws ModelPackageException {
        String part = "decoder." + atoms + ".";
        DecodedAtoms decoded = model.decoder().decode(latents(part + "latents"));
        assertClose(part + "type_logits", decoded.typeLogits(), CLOSE);
        assertClose(part + "positions", decoded.positions(), CLOSE);
        assertClose(part + "fractional", decoded.fractional(), CLOSE);
        assertClose(part + "lattice", decoded.lattice(), CLOSE);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 11})
    void denoises(int atoms) throws ModelPackageException {
        String part = "denoiser." + atoms + ".";
        BiFunction<Denoiser, Denoiser.Condition, float[]> predict = (denoiser, condition) -> {
            try {
                return denoiser.predict(latents(part + "noisy"), latents(part + "previous"),
                        arrays.floats(part + "time")[0], condition).values();
            } catch (ModelPackageException e) {
                throw new AssertionError(e);
            }
        };
        assertClose(part + "molecule", predict.apply(model.denoiser(), MOLECULE), CLOSE);
        assertClose(part + "crystal", predict.apply(model.denoiser(), CRYSTAL), CLOSE);
        assertClose(part + "guided_2_5", predict.apply(new GuidedDenoiser(model.denoiser(), 2.5), MOLECULE), CLOSE);
    }

    private static final RunControl UNWATCHED = new RunControl() {

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void progress(long done, long total, String what) {
            // nobody watches
        }
    };

    private static Latents sample(Latents noise, Denoiser.Condition condition, double guidance) {
        return new EulerFlowSampler().sample(new GuidedDenoiser(model.denoiser(), guidance), condition, new TimeGrid(20),
                step -> noise, UNWATCHED).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 11})
    void samples(int atoms) throws ModelPackageException {
        String part = "sample." + atoms + ".";
        Latents noise = latents(part + "noise");
        assertClose(part + "molecule", sample(noise, MOLECULE, 1).values(), RUN);
        assertClose(part + "crystal_guided_2", sample(noise, CRYSTAL, 2).values(), RUN);
    }

    @Test
    void samplesWithFreshNoise() throws ModelPackageException {
        float[] noise = arrays.floats("stochastic.noise");
        int size = noise.length / 4;
        Latents drawn = new StochasticFlowSampler(0.5, 0.5).sample(model.denoiser(), MOLECULE, new TimeGrid(4),
                step -> new Latents(3, 11, Arrays.copyOfRange(noise, step * size, step * size + size)), UNWATCHED).orElseThrow();
        assertClose("stochastic.molecule", drawn.values(), RUN);
    }

    @Test
    void drawsEachStructureOfABatchAsIfItWereAlone() throws ModelPackageException {
        // Sizes change from call to call, as they do in a run of mixed sizes.
        Latents five = latents("sample.5.noise");
        Latents eleven = latents("sample.11.noise");
        float[] fives = sample(five, MOLECULE, 1).values();
        float[] elevens = sample(eleven, MOLECULE, 1).values();
        for (int row = 0; row < 3; row++) {
            assertClose(Arrays.copyOfRange(fives, row * 40, row * 40 + 40),
                    sample(row(five, row), MOLECULE, 1).values(), RUN, "structure " + row + " of 5 atoms");
            assertClose(Arrays.copyOfRange(elevens, row * 88, row * 88 + 88),
                    sample(row(eleven, row), MOLECULE, 1).values(), RUN, "structure " + row + " of 11 atoms");
        }
    }

    @Test
    void computesWithWeightsInHalfPrecision() throws ModelPackageException, IOException, URISyntaxException {
        Path draft = Files.createDirectory(folder.resolve("draft"));
        for (String name : List.of("draft.json", "MODEL_CARD.md", "LICENSE")) {
            Files.copy(golden().resolve(name), draft.resolve(name));
        }
        SafetensorsFile whole = SafetensorsFile.open(golden().resolve("weights.safetensors"));
        SafetensorsWriter.write(draft.resolve("weights.safetensors"), TensorType.F16,
                Parameters.of(model.modelPackage().architecture()), whole::floats);
        ModelPackage half = Workshop.assemble(draft, folder.resolve("half"));
        assertTrue(Files.size(half.directory().resolve("weights.safetensors")) < Files.size(whole.path()) * 0.7);
        try (LoadedModel halved = Workshop.engine().open(half, new NeuralEngine.Options(NeuralEngine.Device.CPU, 1))) {
            float[] clean = halved.denoiser().predict(latents("denoiser.11.noisy"), latents("denoiser.11.previous"),
                    arrays.floats("denoiser.11.time")[0], MOLECULE).values();
            // Half precision keeps eleven bits.
            assertClose("denoiser.11.molecule", clean, 0.02f);
            assertClose("decoder.11.positions", halved.decoder().decode(latents("decoder.11.latents")).positions(), 0.02f);
        }
    }

    private static Latents row(Latents all, int row) {
        int length = all.atoms() * Latents.WIDTH;
        return new Latents(1, all.atoms(), Arrays.copyOfRange(all.values(), row * length, (row + 1) * length));
    }
}
