package net.bioclipse.adit.generation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import net.bioclipse.adit.generation.GenerationRequest.AtomRange;
import net.bioclipse.adit.generation.GenerationRequest.Keep;
import net.bioclipse.adit.generation.GenerationRequest.Relax;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Formula;

/**
 * The one table of what can be asked for when structures are generated. Help texts, the wizard, the documentation and the
 * run record are made from it, and every face reads values with it, so that all accept the same texts and say the same of
 * wrong ones.
 */
public final class GenerationParameters {

    private static final long MOST = 1_000_000_000L;
    private static final int LARGEST_STRUCTURE = 9999;

    public static final Parameter<StructureKind> KIND = Parameter.choice("kind", StructureKind.class, "molecule",
            "What to draw");
    public static final Parameter<Long> COUNT = Parameter.whole("count", "10", "", 1, MOST, "Structures to write",
            Long::valueOf);
    public static final Parameter<Long> SEED = Parameter.whole("seed", "", "drawn and printed", Long.MIN_VALUE,
            Long.MAX_VALUE, "Seed of the run: the same seed gives the same structures", Long::valueOf);
    public static final Parameter<String> OUTPUT = new Parameter<>("output", "FILE", "",
            "molecules.sdf or crystals.cif", "the name of a file",
            "File to write; its suffix is the format: sdf, smi, xyz, extxyz, cif, vasp or csv", GenerationParameters::named);
    public static final Parameter<String> MODEL = new Parameter<>("model", "NAME", "adit-qm9-mp20", "",
            "the name of an installed model or the folder of a model package", "Model to draw from",
            GenerationParameters::named);
    public static final Parameter<AtomRange> ATOMS = new Parameter<>("atoms", "N|MIN-MAX", "", "as in the training data",
            "a number such as 12 or a range such as 8-16, from 1 to " + LARGEST_STRUCTURE, "Atoms per structure or cell",
            GenerationParameters::atoms);
    public static final Parameter<SortedSet<Integer>> ELEMENTS = new Parameter<>("elements", "C,H,…", "",
            "all that the model knows", "element symbols with commas, such as C,H,O", "Elements that may appear",
            GenerationParameters::elements);
    public static final Parameter<Formula> FORMULA = new Parameter<>("formula", "FORMULA", "", "any",
            "a formula such as C6H6 or NaCl", "Exact formula of a molecule or cell", GenerationParameters::formula);
    public static final Parameter<Keep> KEEP = Parameter.choice("keep", Keep.class, "unique",
            "Structures to write: all that are decoded, the valid ones, or the valid ones without repetition");
    public static final Parameter<Integer> STEPS = Parameter.whole("steps", "", "the model's own", 1, 10_000,
            "Sampling steps", Integer::valueOf);
    public static final Parameter<Double> GUIDANCE = new Parameter<>("guidance", "S", "", "the model's own",
            "a number from 0 to 100", "Guidance scale s in u + s (c - u); 1 is none", text -> number(text, 100));
    public static final Parameter<Double> NOISE_SCALE = new Parameter<>("noise-scale", "S", "", "the model's own",
            "a number from 0 to 2", "Fresh noise while sampling: 1 draws as learned, less draws what is more typical",
            text -> number(text, 2));
    public static final Parameter<Integer> BATCH = Parameter.whole("batch", "64", "", 1, 4096,
            "Structures computed at once; changes the speed, not the structures", Integer::valueOf);
    public static final Parameter<Integer> THREADS = Parameter.whole("threads", "0", "", 0, 1024,
            "CPU threads, 0 for one on each core", Integer::valueOf);
    public static final Parameter<NeuralEngine.Device> DEVICE = Parameter.choice("device", NeuralEngine.Device.class,
            "auto", "Where to compute; auto takes a GPU when one works");
    public static final Parameter<Long> ATTEMPTS = Parameter.whole("attempts", "",
            "200 for each structure, at least 1000", 1, 1000 * MOST, "Structures to draw at most before giving up",
            Long::valueOf);

    public static final Parameter<List<String>> INCLUDE = lines("include", "SMARTS",
            "Keep only molecules with this substructure; may be repeated, all must be there");
    public static final Parameter<List<String>> EXCLUDE = lines("exclude", "SMARTS",
            "Keep only molecules without this substructure; may be repeated");
    public static final Parameter<List<String>> NOVEL_AGAINST = lines("novel-against", "FILE|training",
            "Keep only structures that are not in this file or folder, or not in the model's training data; may be repeated");

    public static final Parameter<Relax> RELAX = Parameter.choice("relax", Relax.class, "none",
            "Move each valid molecule to the nearest minimum of a force field and check it again");

    private static final List<Parameter<?>> ALL = List.of(KIND, COUNT, SEED, OUTPUT, MODEL, ATOMS, ELEMENTS, FORMULA, KEEP,
            RELAX, INCLUDE, EXCLUDE, NOVEL_AGAINST,
            STEPS, GUIDANCE, NOISE_SCALE, BATCH, THREADS, DEVICE, ATTEMPTS);

    private GenerationParameters() {
    }

    /** Those of which a user can give several values; their texts have one a line. */
    public static List<Parameter<List<String>>> lists() {
        return List.of(INCLUDE, EXCLUDE, NOVEL_AGAINST);
    }

    /** All parameters in the order in which people should meet them. */
    public static List<Parameter<?>> all() {
        return ALL;
    }

    /** @throws IllegalRequestException when there is none of this name; lists those there are */
    public static Parameter<?> byName(String name) {
        return ALL.stream().filter(parameter -> parameter.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalRequestException("There is no parameter " + Parameter.quoted(name)
                        + "; known are " + ALL.stream().map(Parameter::name).collect(Collectors.joining(", ")) + "."));
    }

    /**
     * The request that the texts describe. A seed that is not given is drawn.
     *
     * @param texts name of a parameter → what the user wrote; what is missing takes its default
     * @throws IllegalRequestException for an unknown name and for a text that is not allowed
     */
    public static GenerationRequest request(Map<String, String> texts) {
        texts.keySet().forEach(GenerationParameters::byName);
        long count = value(texts, COUNT).orElseThrow();
        return new GenerationRequest(value(texts, KIND).orElseThrow(), count,
                value(texts, SEED).orElseGet(() -> (long) ThreadLocalRandom.current().nextInt((int) MOST)),
                value(texts, ATOMS), value(texts, ELEMENTS).orElseGet(TreeSet::new), value(texts, FORMULA),
                value(texts, KEEP).orElseThrow(),
                value(texts, STEPS).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                value(texts, GUIDANCE).map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                value(texts, NOISE_SCALE).map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                value(texts, BATCH).orElseThrow(), value(texts, ATTEMPTS).orElse(Math.max(1000, 200 * count)),
                value(texts, INCLUDE).orElse(List.of()), value(texts, EXCLUDE).orElse(List.of()),
                value(texts, NOVEL_AGAINST).orElse(List.of()), value(texts, RELAX).orElseThrow());
    }

    /** The engine's options among the same texts. */
    public static NeuralEngine.Options options(Map<String, String> texts) {
        return new NeuralEngine.Options(value(texts, DEVICE).orElseThrow(), value(texts, THREADS).orElseThrow());
    }

    /** The value that a parameter has by these texts: given, its default, or empty when it has none. */
    public static <T> Optional<T> value(Map<String, String> texts, Parameter<T> parameter) {
        return parameter.in(texts);
    }

    /** The texts that describe a request, so that {@link #request} of them is equal to it. */
    public static Map<String, String> texts(GenerationRequest request) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(KIND.name(), request.kind().word());
        texts.put(COUNT.name(), Long.toString(request.count()));
        texts.put(SEED.name(), Long.toString(request.seed()));
        request.atoms().ifPresent(range -> texts.put(ATOMS.name(), text(range)));
        if (!request.elements().isEmpty()) {
            texts.put(ELEMENTS.name(), symbols(request.elements(), ","));
        }
        request.formula().ifPresent(formula -> texts.put(FORMULA.name(), formula.toString()));
        texts.put(KEEP.name(), Parameter.word(request.keep()));
        request.steps().ifPresent(steps -> texts.put(STEPS.name(), Integer.toString(steps)));
        request.guidance().ifPresent(scale -> texts.put(GUIDANCE.name(), text(scale)));
        request.noiseScale().ifPresent(scale -> texts.put(NOISE_SCALE.name(), text(scale)));
        texts.put(BATCH.name(), Integer.toString(request.batch()));
        texts.put(ATTEMPTS.name(), Long.toString(request.attempts()));
        putLines(texts, INCLUDE, request.include());
        putLines(texts, EXCLUDE, request.exclude());
        putLines(texts, NOVEL_AGAINST, request.novelAgainst());
        texts.put(RELAX.name(), Parameter.word(request.relax()));
        return texts;
    }

    /** "12" or "8-16". */
    static String text(AtomRange range) {
        return range.minimum() == range.maximum() ? Integer.toString(range.minimum())
                : range.minimum() + "-" + range.maximum();
    }

    static String text(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }

    static String symbols(Collection<Integer> elements, String separator) {
        return elements.stream().map(z -> z >= 1 && z <= Element.COUNT ? Element.of(z).symbol() : z.toString())
                .collect(Collectors.joining(separator));
    }

    private static Parameter<List<String>> lines(String name, String placeholder, String help) {
        return new Parameter<>(name, placeholder, "", "none", "one or more, each on a line of its own", help, text -> {
            List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            if (lines.isEmpty()) {
                throw new IllegalArgumentException(text);
            }
            return lines;
        });
    }

    private static void putLines(Map<String, String> texts, Parameter<List<String>> parameter, List<String> lines) {
        if (!lines.isEmpty()) {
            texts.put(parameter.name(), String.join("\n", lines));
        }
    }

    private static String named(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static AtomRange atoms(String text) {
        String[] ends = text.split("-", -1);
        int minimum = Integer.parseInt(ends[0].strip());
        int maximum = Integer.parseInt(ends[ends.length - 1].strip());
        if (ends.length > 2 || minimum < 1 || maximum < minimum || maximum > LARGEST_STRUCTURE) {
            throw new IllegalArgumentException(text);
        }
        return new AtomRange(minimum, maximum);
    }

    private static SortedSet<Integer> elements(String text) {
        SortedSet<Integer> elements = new TreeSet<>();
        for (String symbol : text.split(",", -1)) {
            int number = Element.ofSymbol(symbol.strip()).map(Element::number).orElseThrow(IllegalArgumentException::new);
            if (number >= Architecture.ATOM_TYPES) {
                throw new IllegalRequestException("a model can hold elements up to Es (" + (Architecture.ATOM_TYPES - 1)
                        + "), " + symbol.strip() + " is " + number + ".");
            }
            elements.add(number);
        }
        return java.util.Collections.unmodifiableSortedSet(elements);
    }

    private static Formula formula(String text) {
        if (text.length() > 200) {
            throw new IllegalArgumentException(text);
        }
        try {
            return Formula.parse(text);
        } catch (IllegalArgumentException e) {
            // The sentence says which symbol or count is wrong.
            throw new IllegalRequestException(e.getMessage());
        }
    }

    private static double number(String text, double most) {
        if (!text.matches("\\d{1,9}(\\.\\d{0,40})?") || Double.parseDouble(text) > most) {
            throw new IllegalArgumentException(text);
        }
        return Double.parseDouble(text);
    }
}
