package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.SafetensorsFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Losses and gradients are those of the reference in PyTorch, {@code models/reference/golden_training.py}. */
class GoldenGradientsTest {

    private static final Architecture TINY = new Architecture(16, 1, 1, 2, 16, 2, 2, 1000);
    private static final double CLOSE = 1e-4;

    private static SafetensorsFile golden;

    @BeforeAll
    static void opens() throws ModelPackageException, URISyntaxException {
        Natives.assumePresent();
        golden = SafetensorsFile.open(Path.of(GoldenGradientsTest.class.getResource("golden.safetensors").toURI()));
    }

    @ParameterizedTest
    @CsvSource({"autoencoder.molecule, encoder, 1", "autoencoder.crystal, encoder, 1", "autoencoder.molecule, encoder, 3",
            "decoder.crystal, decoder, 1", "decoder.crystal, decoder, 2", "denoiser, denoiser, 1",
            "denoiser.self, denoiser, 1", "denoiser.self, denoiser, 4"})
    void lossAndGradientAreThoseOfTheReference(String name, String first, int threads) throws Exception {
        Weights weights = Natives.weights(TINY, false);
        weights.set(all(weights.layout()));
        String last = first.equals("denoiser") ? "denoiser" : "decoder";
        ParameterLayout.Range range = weights.layout().range(first, last);
        try (Workers workers = new Workers(weights, threads, 1000)) {
            Input input = first.equals("denoiser") ? latents(name) : structures(name);
            workers.slope(input, range);
            Workers.Slope slope = workers.slope(input, range); // knows nothing of the one before
            // The batch's second moments are those of each thread's part, so that only a whole batch is comparable.
            boolean comparable = threads == 1 || !name.startsWith("autoencoder");
            double loss = golden.floats(name + "/loss")[0];
            assertEquals(loss, slope.loss(), loss * (comparable ? CLOSE : 0.05));
            double[] gradient = new double[range.length()];
            Arrays.setAll(gradient, i -> slope.gradient()[range.start() + i]);
            assertEquals(norm(gradient), slope.norm(), norm(gradient) * CLOSE);
            if (comparable) {
                compare(name, weights.layout(), range, slope.gradient());
            }
        }
    }

    @Test
    void inBfloat16LossAndGradientAreNearby() throws Exception {
        Weights weights = Natives.weights(TINY, true);
        weights.set(all(weights.layout()));
        ParameterLayout.Range range = weights.layout().range("denoiser", "denoiser");
        try (Workers workers = new Workers(weights, 1, 1000)) {
            Workers.Slope slope = workers.slope(latents("denoiser"), range);
            float right = golden.floats("denoiser/loss")[0];
            assertEquals(right, slope.loss(), 0.02 * right);
            ParameterLayout.Parameter p = weights.layout().get("denoiser.blocks.0.mlp.0.weight");
            float[] gradient = golden.floats("denoiser/gradient/" + p.name());
            double[] difference = new double[p.length()];
            double[] length = new double[p.length()];
            for (int i = 0; i < p.length(); i++) {
                difference[i] = gradient[i] - slope.gradient()[p.offset() + i];
                length[i] = gradient[i];
            }
            assertEquals(0, norm(difference) / norm(length), 0.05);
        }
    }

    private static double norm(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
    }

    private static void compare(String name, ParameterLayout layout, ParameterLayout.Range range, float[] found)
            throws ModelPackageException {
        assertEquals(layout.size(), found.length);
        double largest = 0;
        for (ParameterLayout.Parameter p : layout.in(range)) {
            String key = name + "/gradient/" + p.name();
            float[] right = golden.tensors().containsKey(key) ? golden.floats(key) : new float[p.length()];
            for (int i = 0; i < p.length(); i++) {
                double value = found[p.offset() + i];
                assertEquals(right[i], value, CLOSE * Math.max(1, Math.abs(right[i])), p.name() + "[" + i + "]");
                largest = Math.max(largest, Math.abs(value));
            }
        }
        assertTrue(largest > 0.1, "all gradients are small: " + largest);
    }

    private static float[] all(ParameterLayout layout) throws ModelPackageException {
        float[] values = new float[layout.size()];
        for (ParameterLayout.Parameter p : layout.all()) {
            System.arraycopy(golden.floats("weights/" + p.name()), 0, values, p.offset(), p.length());
        }
        return values;
    }

    private static StructureInput structures(String name) throws ModelPackageException {
        boolean crystal = name.endsWith("crystal");
        int size = golden.tensors().get(name + "/types").shape().get(0).intValue();
        int atoms = golden.tensors().get(name + "/types").shape().get(1).intValue();
        float[] fractional = golden.floats(name + "/fractional");
        float[] lattice = golden.floats(name + "/lattice");
        Bucket truth = new Bucket(crystal, size, atoms, golden.ints(name + "/types"), golden.floats(name + "/positions"),
                fractional, lattice);
        boolean sampled = golden.tensors().containsKey(name + "/sampling");
        Bucket seen = sampled ? new Bucket(crystal, size, atoms, golden.ints(name + "/seen_types"),
                golden.floats(name + "/seen_positions"), fractional, lattice) : truth;
        return new StructureInput(truth, seen, sampled ? golden.floats(name + "/sampling") : null,
                golden.floats(name + "/latent_noise"));
    }

    private static LatentInput latents(String name) throws ModelPackageException {
        return new LatentInput(6, golden.floats(name + "/clean"), golden.floats(name + "/noisy"),
                golden.floats(name + "/times"), golden.ints(name + "/datasets"), name.endsWith("self"), 0.8);
    }
}
