package net.bioclipse.adit.training;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.bioclipse.adit.modelpackage.Architecture;

/**
 * What is to be trained: {@code plan.json}, format {@code adit-training-plan/1}.
 *
 * @param architecture      sizes of the networks
 * @param latentMean        mean of the 8 latent features; null: measure it once the encoder is trained
 * @param latentScale       their standard deviation; null together with the mean
 * @param both              whether to train the autoencoder too, before the denoiser
 * @param budget            minutes, epochs
 * @param learningRate      the largest
 * @param seed              of all random numbers
 * @param threads           that share a batch
 * @param device            auto, cpu or cuda
 * @param precision         auto, float32 or bfloat16
 * @param batchTokens       atoms of a batch
 * @param moleculeShare     share of batches that are molecules; null: the share of structures
 * @param timeLimit         the denoiser's loss counts 1 / (1 − min(t, limit))² times
 * @param latentNoise       largest noise on latents while the autoencoder learns
 * @param decoderNoise      largest noise on latents while the decoder is refined
 * @param patience          validations without improvement that end a stage
 * @param checkpointMinutes time between checkpoints
 * @param identity          what may not change between a checkpoint and its resumption
 */
record TrainingPlan(Architecture architecture, double[] latentMean, double[] latentScale, boolean both, Budget budget,
        double learningRate, long seed, int threads, String device, String precision, int batchTokens, Double moleculeShare,
        double timeLimit, double latentNoise, double decoderNoise, int patience, double checkpointMinutes, String identity) {

    private static final String FORMAT = "adit-training-plan/1";
    private static final List<String> MAY_CHANGE =
            List.of("minutes", "epochs", "threads", "device", "checkpointMinutes", "patience");
    private static final double LARGE = 1e9;
    private static final int WIDEST = 8192;
    private static final int MOST_LAYERS = 256;

    /** @throws TrainingException naming the key that is wrong */
    static TrainingPlan read(Path file) throws IOException {
        JsonObject root;
        try {
            root = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new TrainingException("The training plan cannot be used: it is not a JSON object; format " + FORMAT
                    + " would be right (" + file + ").");
        }
        return new Keys(root, file).plan();
    }

    /** The keys of one JSON object, each taken once, so that an unknown one is noticed. */
    private record Keys(JsonObject object, Path file, List<String> taken) {

        Keys(JsonObject object, Path file) {
            this(object, file, new ArrayList<>());
        }

        TrainingPlan plan() {
            word("format", null, List.of(FORMAT));
            Architecture architecture = architecture();
            Keys latent = isNull("latent") ? null : inner("latent");
            TrainingPlan plan = new TrainingPlan(architecture, latent == null ? null : latent.numbers("mean", -LARGE),
                    latent == null ? null : latent.numbers("scale", 1 / LARGE),
                    word("stage", null, List.of("denoiser", "both")).equals("both"),
                    new Budget(limit("minutes"), limit("epochs")), number("learningRate", 1e-9, 1),
                    whole("seed", -1L << 53, 1L << 53),
                    (int) whole("threads", 1, 1024), word("device", "auto", List.of("auto", "cpu", "cuda")),
                    word("precision", "auto", List.of("auto", "float32", "bfloat16")),
                    (int) whole("batchTokens", 1, 1 << 22), isNull("moleculeShare") ? null : number("moleculeShare", 0, 1),
                    number("timeLimit", 0, 0.999), number("latentNoise", 0, 100), number("decoderNoise", 0, 100),
                    (int) whole("patience", 1, Integer.MAX_VALUE), number("checkpointMinutes", 0, LARGE), identity());
            if (Double.isInfinite(plan.budget.minutes()) && Double.isInfinite(plan.budget.epochs())) {
                throw refuse("neither minutes nor epochs are given", "at least one of them");
            }
            if (!plan.both && latent == null) {
                throw refuse("the stage denoiser has no latent", "mean and scale of the base model");
            }
            if (latent != null) {
                latent.nothingElse();
            }
            nothingElse();
            return plan;
        }

        private Architecture architecture() {
            Keys a = inner("architecture");
            int heads = (int) a.whole("autoencoderHeads", 1, WIDEST);
            int denoiserHeads = (int) a.whole("denoiserHeads", 1, WIDEST);
            Architecture architecture = new Architecture(a.width("autoencoderWidth", heads),
                    (int) a.whole("encoderLayers", 1, MOST_LAYERS), (int) a.whole("decoderLayers", 1, MOST_LAYERS), heads,
                    a.width("denoiserWidth", denoiserHeads), (int) a.whole("denoiserLayers", 1, MOST_LAYERS), denoiserHeads,
                    a.number("timeScale", 1 / LARGE, LARGE));
            a.nothingElse();
            return architecture;
        }

        private int width(String key, int heads) {
            int width = (int) whole(key, 2, WIDEST);
            if (width % 2 != 0 || width % heads != 0) {
                throw refuse("'" + key + "' is " + width, "an even multiple of its " + heads + " heads");
            }
            return width;
        }

        private double limit(String key) {
            return isNull(key) ? Double.POSITIVE_INFINITY : number(key, 1e-6, LARGE);
        }

        private Keys inner(String key) {
            JsonElement value = take(key);
            if (value == null || !value.isJsonObject()) {
                throw refuse("'" + key + "' is " + value, "an object");
            }
            return new Keys(value.getAsJsonObject(), file);
        }

        private double[] numbers(String key, double minimum) {
            JsonElement value = take(key);
            if (value == null || !value.isJsonArray() || value.getAsJsonArray().size() != Architecture.LATENT) {
                throw refuse("'" + key + "' is " + value, "a list of " + Architecture.LATENT + " numbers");
            }
            double[] numbers = new double[Architecture.LATENT];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = number(value.getAsJsonArray().get(i), key, minimum, LARGE);
            }
            return numbers;
        }

        private long whole(String key, long minimum, long maximum) {
            double value = number(key, minimum, maximum);
            if (value != Math.rint(value)) {
                throw refuse("'" + key + "' is " + value, "a whole number");
            }
            return (long) value;
        }

        private double number(String key, double minimum, double maximum) {
            return number(take(key), key, minimum, maximum);
        }

        private double number(JsonElement value, String key, double minimum, double maximum) {
            boolean number = value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
            if (!number || !(value.getAsDouble() >= minimum && value.getAsDouble() <= maximum)) {
                throw refuse("'" + key + "' is " + value, "a number from " + minimum + " to " + maximum);
            }
            return value.getAsDouble();
        }

        private String word(String key, String otherwise, List<String> known) {
            if (otherwise != null && isNull(key)) {
                return otherwise;
            }
            JsonElement value = take(key);
            String word = value != null && value.isJsonPrimitive() ? value.getAsString() : null;
            if (word == null || !known.contains(word)) {
                throw refuse("'" + key + "' is " + value, String.join(" or ", known));
            }
            return word;
        }

        private boolean isNull(String key) {
            boolean missing = !object.has(key) || object.get(key).isJsonNull();
            if (missing) {
                taken.add(key);
            }
            return missing;
        }

        private JsonElement take(String key) {
            taken.add(key);
            return object.get(key);
        }

        private void nothingElse() {
            for (String key : object.keySet()) {
                if (!taken.contains(key)) {
                    throw refuse("'" + key + "' is unknown", String.join(", ", taken));
                }
            }
        }

        private String identity() {
            JsonObject kept = object.deepCopy();
            MAY_CHANGE.forEach(kept::remove);
            return kept.toString();
        }

        private TrainingException refuse(String found, String right) {
            return new TrainingException("The training plan cannot be used: " + found + "; " + right + " would be right ("
                    + file + ").");
        }
    }
}
