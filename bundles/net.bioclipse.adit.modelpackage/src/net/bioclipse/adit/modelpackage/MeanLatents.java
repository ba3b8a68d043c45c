package net.bioclipse.adit.modelpackage;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the means of structures' latents over their atoms are distributed in the training data: for each kind and atom count a
 * mixture of Gaussians over the 8 normalised features. The denoiser learns from noise whose mean over the atoms is 0, so that
 * a noisy structure shows its mean; a run has to choose one for every structure it draws.
 *
 * <p>The file holds for each kind and count K weights, means [K, 8] and lower Cholesky factors of the covariances [K, 8, 8]:
 * {@code molecule.17.weights}, {@code molecule.17.means}, {@code molecule.17.factors}.
 */
public final class MeanLatents {

    /** Of a package that says nothing. */
    public static final MeanLatents NONE = new MeanLatents(Map.of());

    private static final String ASKED = "The mean latents cannot be used";
    private static final int WIDTH = Architecture.LATENT;

    private final Map<String, SortedMap<Integer, Mixture>> kinds;

    private MeanLatents(Map<String, SortedMap<Integer, Mixture>> kinds) {
        this.kinds = kinds;
    }

    /**
     * One mixture.
     *
     * @param weights K shares, of sum 1
     * @param means   K × 8
     * @param factors K × 8 × 8, lower triangular
     */
    public record Mixture(float[] weights, float[] means, float[] factors) {

        /**
         * @param share     chooses the component, even in [0, 1)
         * @param gaussians 8 independent standard Gaussians
         * @return 8 features
         */
        public double[] at(double share, double[] gaussians) {
            int k = 0;
            for (double left = share - weights[0]; left >= 0 && k < weights.length - 1; left -= weights[k]) {
                k++;
            }
            double[] mean = new double[WIDTH];
            for (int i = 0; i < WIDTH; i++) {
                mean[i] = means[k * WIDTH + i];
                for (int j = 0; j <= i; j++) {
                    mean[i] += factors[(k * WIDTH + i) * WIDTH + j] * gaussians[j];
                }
            }
            return mean;
        }
    }

    /** Reads the file of a package that has one. */
    public static MeanLatents of(ModelPackage model) throws ModelPackageException {
        Optional<Path> file = model.optionalFile(ModelPackage.MEAN_LATENTS);
        return file.isPresent() ? read(file.get()) : NONE;
    }

    /** @throws ModelPackageException when names, shapes or values are not as they should be */
    public static MeanLatents read(Path path) throws ModelPackageException {
        SafetensorsFile file = SafetensorsFile.open(path);
        Map<String, SortedMap<Integer, Mixture>> kinds = new TreeMap<>();
        for (TensorEntry entry : file.tensors().values()) {
            if (!entry.name().matches("(molecule|crystal)\\.[1-9]\\d{0,4}\\.(weights|means|factors)")) {
                throw refuse("tensor " + ModelPackageException.quote(entry.name()), "names like molecule.17.means", path);
            }
            String[] parts = entry.name().split("\\.");
            if (parts[2].equals("weights")) {
                kinds.computeIfAbsent(parts[0], kind -> new TreeMap<>())
                        .put(Integer.valueOf(parts[1]), mixture(file, parts[0] + "." + parts[1]));
            }
        }
        return new MeanLatents(kinds);
    }

    private static Mixture mixture(SafetensorsFile file, String name) throws ModelPackageException {
        long components = file.tensors().get(name + ".weights").shape().stream().reduce(1L, Math::multiplyExact);
        return new Mixture(values(file, name + ".weights", List.of(components)),
                values(file, name + ".means", List.of(components, (long) WIDTH)),
                values(file, name + ".factors", List.of(components, (long) WIDTH, (long) WIDTH)));
    }

    private static float[] values(SafetensorsFile file, String name, List<Long> shape) throws ModelPackageException {
        TensorEntry entry = file.tensors().get(name);
        if (entry == null || !entry.shape().equals(shape) || shape.get(0) < 1) {
            throw refuse("tensor " + name + (entry == null ? " is missing" : " has shape " + entry.shape()),
                    "shape " + shape, file.path());
        }
        float[] values = file.floats(name);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw refuse("tensor " + name + " holds the value " + value, "finite numbers", file.path());
            }
        }
        return values;
    }

    /** The mixture of the nearest atom count, the smaller of two; empty when the package says nothing of this kind. */
    public Optional<Mixture> of(String kind, int atoms) {
        SortedMap<Integer, Mixture> counts = kinds.getOrDefault(kind, new TreeMap<>());
        return counts.keySet().stream().min(Comparator.comparingInt(n -> Math.abs(n - atoms))).map(counts::get);
    }

    private static ModelPackageException refuse(String found, String right, Path where) {
        return ModelPackageException.of(ASKED, found, right + " would be right", where);
    }
}
