package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.ModelPackageReader;
import net.bioclipse.adit.modelpackage.SafetensorsFile;
import net.bioclipse.adit.modelpackage.TensorEntry;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The networks answer what the reference answers, by the arrays that ONNX Runtime is tested with too. */
class GoldenForwardTest {

    private static final Path GOLDEN = Path.of(System.getProperty("adit.home"),
            "bundles/net.bioclipse.adit.assembly/src_test/net/bioclipse/adit/assembly/golden");
    private static final float CLOSE = 1e-4f;

    private static SafetensorsFile arrays;
    private static Weights weights;
    private static double[] mean;
    private static double[] scale;

    @BeforeAll
    static void opens() throws ModelPackageException {
        Natives.assumePresent();
        arrays = SafetensorsFile.open(GOLDEN.resolve("arrays.safetensors"));
        var draft = ModelPackageReader.readDraft(GOLDEN.resolve("draft.json"));
        Architecture architecture = draft.architecture();
        mean = draft.latentMean();
        scale = draft.latentScale();
        weights = Natives.weights(architecture, false);
        weights.set(InitialWeights.of(GOLDEN.resolve("weights.safetensors"), architecture, weights.layout(), 0));
    }

    private static Tensor tensor(String name) throws ModelPackageException {
        return Tensor.create(arrays.floats(name),
                arrays.tensors().get(name).shape().stream().mapToLong(Long::longValue).toArray());
    }

    private static void assertClose(String name, Tensor found) throws ModelPackageException {
        assertArrayEquals(arrays.floats(name), Tensors.values(found), CLOSE, name);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 11})
    void encoder(int atoms) throws Exception {
        String part = "encoder." + atoms + ".";
        int[] types = wholes(part + "types");
        Bucket bucket = new Bucket(false, types.length / atoms, atoms, types, arrays.floats(part + "positions"),
                arrays.floats(part + "fractional"), new float[types.length / atoms * 6]);
        try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
            TensorVector encoded = new Autoencoder(weights).encode(bucket);
            assertClose(part + "mean", encoded.get(0));
            assertClose(part + "log_variance", encoded.get(1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 11})
    void decoder(int atoms) throws Exception {
        String part = "decoder." + atoms + ".";
        float[] latents = arrays.floats(part + "latents");
        for (int i = 0; i < latents.length; i++) {
            latents[i] = (float) (latents[i] * scale[i % 8] + mean[i % 8]);
        }
        try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
            Autoencoder.Decoded decoded = new Autoencoder(weights)
                    .decode(Tensor.create(latents, latents.length / atoms / 8, atoms, 8));
            assertClose(part + "type_logits", decoded.types());
            assertClose(part + "positions", decoded.positions());
            assertClose(part + "fractional", decoded.fractional());
            assertClose(part + "lattice", decoded.lattice());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 11})
    void denoiser(int atoms) throws Exception {
        String part = "denoiser." + atoms + ".";
        try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
            Denoiser denoiser = new Denoiser(weights);
            Tensor noisy = tensor(part + "noisy");
            Tensor previous = tensor(part + "previous");
            float[] times = new float[(int) noisy.size(0)];
            Arrays.fill(times, arrays.floats(part + "time")[0]);
            int[] datasets = new int[times.length];
            Arrays.fill(datasets, 2);
            assertClose(part + "molecule", denoiser.predict(noisy, previous, denoiser.condition(times, datasets)));
            Arrays.fill(datasets, 1);
            assertClose(part + "crystal", denoiser.predict(noisy, previous, denoiser.condition(times, datasets)));
        }
    }

    /** The types lie there as I64. */
    private static int[] wholes(String name) throws Exception {
        TensorEntry entry = arrays.tensors().get(name);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(arrays.path())).order(ByteOrder.LITTLE_ENDIAN);
        int[] values = new int[(int) (entry.bytes() / Long.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) bytes.getLong((int) entry.offset() + i * Long.BYTES);
        }
        return values;
    }
}
