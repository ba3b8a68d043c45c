package net.bioclipse.adit.modelpackage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A model on disk, read and checked by {@link ModelPackageReader}: pure data, it never names a class and never carries
 * code. The graphs are files in {@link #directory()} that point into {@code weights.safetensors}.
 *
 * @param directory    where its files lie
 * @param id           short name, the directory's name as shipped: "adit-qm9-mp20"
 * @param description  one sentence
 * @param architecture sizes of the networks
 * @param latentMean   mean of each of the 8 latent features over the training data; the denoiser works on (z − mean) / scale
 * @param latentScale  their standard deviation, positive
 * @param sampler      how to draw, unless the user says otherwise
 * @param kinds        what it can draw, by the words "molecule" and "crystal"
 * @param conventions  pose, cell and atom order of the training data by known words: "pose" → "principal-axes/1"
 * @param trainingData what it was trained on, with attribution
 * @param metrics      figures of the model card, by name
 * @param licence      SPDX expression for the weights
 * @param checksum     SHA-256 of {@code model.json}, which holds the checksums of all other files; identifies the model
 */
public record ModelPackage(Path directory, String id, String description, Architecture architecture, double[] latentMean,
        double[] latentScale, Sampler sampler, Map<String, Kind> kinds, Map<String, String> conventions,
        List<TrainingData> trainingData, Map<String, Object> metrics, String licence, String checksum) {

    /** Files that every package holds beside {@code model.json}. */
    public static final List<String> FILES = List.of("denoiser.onnx", "conditioner.onnx", "decoder.onnx", "encoder.onnx",
            "weights.safetensors", "MODEL_CARD.md", "LICENSE");

    /** Identities of the molecules that the model was trained on, an index of hashes of their InChIKeys. */
    public static final String KNOWN_MOLECULES = "known-molecules.adit-keys";

    /** Fingerprints of the crystals that the model was trained on. */
    public static final String KNOWN_CRYSTALS = "known-crystals.adit-crystals";

    /** How the means of the training structures' latents are distributed, see {@link MeanLatents}. */
    public static final String MEAN_LATENTS = "mean-latents.safetensors";

    /** Files that a package may hold; what is not listed in {@code model.json} is not there. */
    public static final List<String> OPTIONAL_FILES = List.of(KNOWN_MOLECULES, KNOWN_CRYSTALS, MEAN_LATENTS);

    /**
     * @param name     a known word with its version: "euler-flow/1"
     * @param steps    default number of steps
     * @param guidance default guidance scale s in u + s (c − u); 1 means none
     * @param churn    part of the last interval by which a stochastic sampler goes back before each step, 0 to 1
     * @param noiseScale default scale of the noise that it adds then; 1 draws from the learned distribution
     */
    public record Sampler(String name, int steps, double guidance, double churn, double noiseScale) {

        /** A sampler that adds no noise, or all of it over whole intervals. */
        public Sampler(String name, int steps, double guidance) {
            this(name, steps, guidance, 1, 1);
        }
    }

    /**
     * What the model knows about one kind of structure.
     *
     * @param dataset     its row in the data set table
     * @param atomCounts  atoms per structure → how many training structures
     * @param elements    atomic numbers seen in training, ascending
     * @param spaceGroups space group number → how many training structures; empty for molecules
     * @param meanScale   scale of the deviations of drawn mean latents from the centres of their components
     */
    public record Kind(int dataset, SortedMap<Integer, Long> atomCounts, List<Integer> elements,
            SortedMap<Integer, Long> spaceGroups, double meanScale) {
    }

    /** One of the {@link #OPTIONAL_FILES}, checked when the package was read; empty when the package does not have it. */
    public Optional<Path> optionalFile(String name) {
        if (!OPTIONAL_FILES.contains(name)) {
            throw new IllegalArgumentException("'" + name + "' is none of " + OPTIONAL_FILES + ".");
        }
        return Optional.of(directory.resolve(name)).filter(Files::exists);
    }

    /** A data set, its licence (SPDX) and the sentence that its authors are owed. */
    public record TrainingData(String name, String licence, String attribution) {
    }
}
