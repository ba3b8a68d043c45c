package net.bioclipse.adit.finetuning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.bioclipse.adit.finetuning.FineTuningRequest.Kinds;
import net.bioclipse.adit.finetuning.FineTuningRequest.Stage;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.Parameter;

/**
 * The one table of what can be asked for when a model is fine-tuned or trained from nothing: help, wizard and record are
 * made from it.
 */
public final class FineTuningParameters {

    /** After so many passes a model begins to repeat the structures instead of drawing others like them. */
    private static final int ENOUGH = 100;

    public static final Parameter<List<String>> DATA = new Parameter<>("data", "PATH", "", "must be given",
            "the name of a file or folder",
            "Structures to learn from: a file or a folder of SDF, XYZ, extended XYZ or CIF files; may be repeated",
            text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()).map(FineTuningParameters::named).toList());
    public static final Parameter<String> OUTPUT = new Parameter<>("output", "DIR", "", "must be given",
            "the name of a folder", "Folder to make for the new model package", FineTuningParameters::named);
    public static final Parameter<String> BASE = new Parameter<>("base", "NAME", GenerationParameters.MODEL.standard(), "",
            GenerationParameters.MODEL.allowed(), "Model to start from", FineTuningParameters::named);
    public static final Parameter<String> ARCHITECTURE = new Parameter<>("architecture", "SIZE|FILE", "small", "",
            "small, large or a JSON file with the keys of 'architecture' in a model.json",
            "Sizes of the networks", FineTuningParameters::named);
    public static final Parameter<Kinds> KIND = Parameter.choice("kind", Kinds.class, "both",
            "Structures to learn; records of another kind are refused");
    public static final Parameter<Double> MINUTES = decimal("minutes", "M", "20", "", 0.01, 100_000,
            "Longest time for training; reading and sampling come on top");
    public static final Parameter<Double> EPOCHS = decimal("epochs", "E", "", "at most " + ENOUGH
            + " in fine-tuning", 0.001, 1_000_000, "Passes over the data, instead of a time");
    public static final Parameter<Stage> STAGE = Parameter.choice("stage", Stage.class, "denoiser",
            "Networks to train: the denoiser, or both it and the autoencoder (for elements and sizes new to the model)");
    public static final Parameter<Double> LEARNING_RATE = decimal("learning-rate", "R", "", "chosen by the other settings", 1e-8, 1,
            "Highest learning rate");
    public static final Parameter<NeuralEngine.Device> DEVICE = Parameter.choice("device", NeuralEngine.Device.class, "auto",
            "Where to compute; auto takes a GPU when its libraries have been fetched by an earlier cuda");
    public static final Parameter<Integer> THREADS = Parameter.whole("threads", "0", "", 0, 1024,
            "CPU threads, 0 for one on each core", Integer::valueOf);
    public static final Parameter<Long> SEED = Parameter.whole("seed", "1", "", Long.MIN_VALUE, Long.MAX_VALUE,
            "Seed of training and of the samples before and after", Long::valueOf);
    public static final Parameter<Integer> SAMPLES = Parameter.whole("samples", "100", "", 0, 100_000,
            "Structures to draw before and after for the comparison, 0 for none", Integer::valueOf);
    public static final Parameter<Boolean> ACCEPT_INVALID = flag("accept-invalid",
            "Learn from structures that fail a check, too");
    public static final Parameter<Boolean> RESUME = flag("resume", "Go on with training that was interrupted");

    private static final List<Parameter<?>> FINETUNE = List.of(DATA, OUTPUT, BASE, KIND, MINUTES, EPOCHS, STAGE,
            LEARNING_RATE, DEVICE, THREADS, SEED, SAMPLES, ACCEPT_INVALID, RESUME);
    private static final List<Parameter<?>> PRETRAIN = List.of(DATA, OUTPUT, ARCHITECTURE, KIND, MINUTES, EPOCHS,
            LEARNING_RATE, DEVICE, THREADS, SEED, SAMPLES, ACCEPT_INVALID, RESUME);

    private FineTuningParameters() {
    }

    /** Those of fine-tuning, in the order in which people should meet them. */
    public static List<Parameter<?>> ofFineTuning() {
        return FINETUNE;
    }

    /** Those of training from nothing. */
    public static List<Parameter<?>> ofPretraining() {
        return PRETRAIN;
    }

    /** Whether a parameter may be given several times; its text has a line for each. */
    public static boolean isList(Parameter<?> parameter) {
        return parameter == DATA;
    }

    /** Whether a parameter is given by its name alone. */
    public static boolean isFlag(Parameter<?> parameter) {
        return parameter == ACCEPT_INVALID || parameter == RESUME;
    }

    /**
     * The request that the texts describe.
     *
     * @param pretraining whether to start from nothing
     * @param texts       name of a parameter → what the user wrote; what is missing takes its default
     * @throws IllegalRequestException for an unknown name, a text that is not allowed, and both minutes and epochs
     */
    public static FineTuningRequest request(boolean pretraining, Map<String, String> texts) {
        List<Parameter<?>> known = pretraining ? PRETRAIN : FINETUNE;
        for (String name : texts.keySet()) {
            if (known.stream().noneMatch(parameter -> parameter.name().equals(name))) {
                throw new IllegalRequestException("There is no parameter '" + name + "'; known are "
                        + known.stream().map(Parameter::name).collect(Collectors.joining(", ")) + ".");
            }
        }
        if (texts.containsKey(MINUTES.name()) && texts.containsKey(EPOCHS.name())) {
            throw new IllegalRequestException("'minutes' and 'epochs' were both given; right would be one of them.");
        }
        boolean limited = !pretraining && !texts.containsKey(EPOCHS.name());
        return new FineTuningRequest(given(texts, DATA), given(texts, OUTPUT), pretraining, BASE.in(texts).orElseThrow(),
                ARCHITECTURE.in(texts).orElseThrow(), KIND.in(texts).orElseThrow(),
                texts.containsKey(EPOCHS.name()) ? Optional.empty() : MINUTES.in(texts),
                limited ? Optional.of((double) ENOUGH) : EPOCHS.in(texts),
                pretraining ? Stage.BOTH : STAGE.in(texts).orElseThrow(), LEARNING_RATE.in(texts),
                DEVICE.in(texts).orElseThrow(), THREADS.in(texts).orElseThrow(), SEED.in(texts).orElseThrow(),
                SAMPLES.in(texts).orElseThrow(), ACCEPT_INVALID.in(texts).orElseThrow(), RESUME.in(texts).orElseThrow());
    }

    private static <T> T given(Map<String, String> texts, Parameter<T> parameter) {
        return parameter.in(texts).orElseThrow(() -> new IllegalRequestException("'" + parameter.name()
                + "' was not given; right would be " + parameter.allowed() + "."));
    }

    private static Parameter<Boolean> flag(String name, String help) {
        return new Parameter<>(name, "", "false", "", "true or false", help, text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(text);
            }
            return Boolean.valueOf(text);
        });
    }

    private static Parameter<Double> decimal(String name, String placeholder, String standard, String otherwise,
            double minimum, double maximum, String help) {
        Function<String, Double> reader = text -> {
            double number = text.matches("[0-9.]{1,20}([eE][-+]?[0-9]{1,2})?") ? new BigDecimal(text).doubleValue() : -1;
            if (!(number >= minimum && number <= maximum)) {
                throw new IllegalArgumentException(text);
            }
            return number;
        };
        return new Parameter<>(name, placeholder, standard, otherwise,
                "a number from " + BigDecimal.valueOf(minimum).toPlainString() + " to "
                        + BigDecimal.valueOf(maximum).stripTrailingZeros().toPlainString(), help, reader);
    }

    private static String named(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
