package net.bioclipse.adit.modelpackage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.bioclipse.adit.modelpackage.ModelPackage.Kind;
import net.bioclipse.adit.modelpackage.ModelPackage.Sampler;
import net.bioclipse.adit.modelpackage.ModelPackage.TrainingData;

/** Checks a {@code model.json} key by key; {@code docs/model-package.md} describes it. */
final class ModelDescription {

    static final String FORMAT = "adit-model-package/1";
    static final List<String> KEYS = List.of("format", "id", "description", "architecture", "latent", "sampler", "kinds",
            "conventions", "trainingData", "metrics", "licence");
    /** Samplers that {@code generation} knows. */
    static final List<String> SAMPLERS = List.of("euler-flow/1", "stochastic-flow/1");

    private static final List<String> KINDS = List.of("molecule", "crystal");
    private static final int WIDEST = 8192;
    private static final int MOST_LAYERS = 128;
    private static final int MOST_ATOMS = 10_000;
    private static final int MOST_STEPS = 10_000;
    private static final int LAST_SPACE_GROUP = Architecture.SPACE_GROUPS - 1;
    private static final double LARGE = 1e6;

    private ModelDescription() {
    }

    /** @param members all keys of {@link #KEYS}, after the format was checked */
    static ModelPackage read(Map<String, JsonNode> members, Path directory, String checksum) throws ModelPackageException {
        Map<String, JsonNode> latent = members.get("latent").members(List.of("mean", "scale"));
        return new ModelPackage(directory, id(members.get("id")), members.get("description").text(),
                architecture(members.get("architecture")), latentNumbers(latent.get("mean"), -LARGE),
                latentNumbers(latent.get("scale"), 1 / LARGE), sampler(members.get("sampler")), kinds(members.get("kinds")),
                texts(members.get("conventions")), trainingData(members.get("trainingData")),
                metrics(members.get("metrics")), members.get("licence").text(), checksum);
    }

    /** Comes before all other keys, which another version may not have. */
    static void checkFormat(JsonNode root) throws ModelPackageException {
        JsonNode format = root.members().get("format");
        if (format == null) {
            throw root.refuse("'format' is missing", "'" + FORMAT + "' would be right");
        }
        format.word(List.of(FORMAT));
    }

    private static String id(JsonNode node) throws ModelPackageException {
        String id = node.text();
        if (!id.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw node.expected("at most 64 lower-case letters, digits, '.', '_' and '-', a letter or digit first,");
        }
        return id;
    }

    private static Architecture architecture(JsonNode node) throws ModelPackageException {
        Map<String, JsonNode> m = node.members(List.of("autoencoderWidth", "encoderLayers", "decoderLayers",
                "autoencoderHeads", "denoiserWidth", "denoiserLayers", "denoiserHeads", "timeScale"));
        int heads = (int) m.get("autoencoderHeads").whole(1, WIDEST);
        int denoiserHeads = (int) m.get("denoiserHeads").whole(1, WIDEST);
        return new Architecture(width(m.get("autoencoderWidth"), heads), layers(m.get("encoderLayers")),
                layers(m.get("decoderLayers")), heads, width(m.get("denoiserWidth"), denoiserHeads),
                layers(m.get("denoiserLayers")), denoiserHeads, m.get("timeScale").number(1 / LARGE, LARGE));
    }

    private static int width(JsonNode node, int heads) throws ModelPackageException {
        int width = (int) node.whole(2, WIDEST);
        if (width % 2 != 0 || width % heads != 0) {
            throw node.expected("an even multiple of its " + heads + " heads");
        }
        return width;
    }

    private static int layers(JsonNode node) throws ModelPackageException {
        return (int) node.whole(1, MOST_LAYERS);
    }

    private static double[] latentNumbers(JsonNode node, double minimum) throws ModelPackageException {
        List<JsonNode> elements = node.elements();
        if (elements.size() != Architecture.LATENT) {
            throw node.refuse("'" + node.place() + "' has " + elements.size() + " numbers",
                    Architecture.LATENT + " would be right");
        }
        double[] numbers = new double[Architecture.LATENT];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = elements.get(i).number(minimum, LARGE);
        }
        return numbers;
    }

    private static Sampler sampler(JsonNode node) throws ModelPackageException {
        Map<String, JsonNode> members = node.members(List.of("name", "steps", "guidance"), List.of("churn", "noiseScale"));
        return new Sampler(members.get("name").word(SAMPLERS), (int) members.get("steps").whole(1, MOST_STEPS),
                members.get("guidance").number(0, 100),
                members.containsKey("churn") ? members.get("churn").number(0, 1) : 1,
                members.containsKey("noiseScale") ? members.get("noiseScale").number(0, 2) : 1);
    }

    private static Map<String, Kind> kinds(JsonNode node) throws ModelPackageException {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.members().entrySet()) {
            if (!KINDS.contains(member.getKey())) {
                throw node.refuse(ModelPackageException.quote(member.getKey()) + " is no kind of structure",
                        String.join(" and ", KINDS) + " would be right");
            }
            kinds.put(member.getKey(), kind(member.getValue()));
        }
        if (kinds.isEmpty()) {
            throw node.refuse("'kinds' is empty", "at least one of " + String.join(", ", KINDS) + " would be right");
        }
        return Collections.unmodifiableMap(kinds);
    }

    private static Kind kind(JsonNode node) throws ModelPackageException {
        Map<String, JsonNode> members = node.members(List.of("dataset", "atomCounts", "elements", "spaceGroups"),
                List.of("meanScale"));
        SortedMap<Integer, Long> atomCounts = histogram(members.get("atomCounts"), MOST_ATOMS);
        if (atomCounts.isEmpty()) {
            throw members.get("atomCounts").expected("at least one number of atoms");
        }
        return new Kind((int) members.get("dataset").whole(1, Architecture.DATASETS - 1), atomCounts,
                elements(members.get("elements")), histogram(members.get("spaceGroups"), LAST_SPACE_GROUP),
                members.containsKey("meanScale") ? members.get("meanScale").number(0, 2) : 1);
    }

    /** {"12": 340, …}: how many training structures have the number that is the key. */
    private static SortedMap<Integer, Long> histogram(JsonNode node, int largest) throws ModelPackageException {
        SortedMap<Integer, Long> histogram = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : node.members().entrySet()) {
            if (!member.getKey().matches("[1-9][0-9]{0,4}") || Integer.parseInt(member.getKey()) > largest) {
                throw node.refuse("'" + node.place() + "' has the key " + ModelPackageException.quote(member.getKey()),
                        "whole numbers from 1 to " + largest + " would be right");
            }
            histogram.put(Integer.valueOf(member.getKey()), member.getValue().whole(1, 1L << 40));
        }
        return Collections.unmodifiableSortedMap(histogram);
    }

    private static List<Integer> elements(JsonNode node) throws ModelPackageException {
        List<Integer> elements = new ArrayList<>();
        int previous = 0;
        for (JsonNode element : node.elements()) {
            previous = (int) element.whole(previous + 1, Architecture.ATOM_TYPES - 1);
            elements.add(previous);
        }
        if (elements.isEmpty()) {
            throw node.expected("at least one atomic number");
        }
        return List.copyOf(elements);
    }

    private static Map<String, String> texts(JsonNode node) throws ModelPackageException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.members().entrySet()) {
            texts.put(member.getKey(), member.getValue().text());
        }
        return Collections.unmodifiableMap(texts);
    }

    private static List<TrainingData> trainingData(JsonNode node) throws ModelPackageException {
        List<TrainingData> data = new ArrayList<>();
        for (JsonNode element : node.elements()) {
            Map<String, JsonNode> members = element.members(List.of("name", "licence", "attribution"));
            data.add(new TrainingData(members.get("name").text(), members.get("licence").text(),
                    members.get("attribution").text()));
        }
        return List.copyOf(data);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> metrics(JsonNode node) throws ModelPackageException {
        node.members();
        return (Map<String, Object>) node.plain();
    }
}
