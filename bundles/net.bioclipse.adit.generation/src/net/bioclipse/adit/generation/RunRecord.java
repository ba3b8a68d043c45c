package net.bioclipse.adit.generation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What was asked of which model: written as a JSON file beside every output and read back to ask for the same again.
 * Turning the map into JSON text is the face's part.
 *
 * @param parameters    name of a parameter → text, every one that is needed to repeat the run
 * @param model         id of the model package
 * @param modelChecksum SHA-256 that identifies it
 */
public record RunRecord(Map<String, String> parameters, String model, String modelChecksum) {

    private static final String FORMAT = "adit-run/1";

    public RunRecord {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * The record as a map in a stable order, with counts and circumstances that are for people and not read back.
     *
     * @param versions program → version: "adit", "java", "onnxruntime"
     */
    public Map<String, Object> toMap(RunReport report, Map<String, String> versions) {
        Map<String, Object> asked = new LinkedHashMap<>();
        parameters.forEach((name, text) -> {
            Object value = GenerationParameters.byName(name).parse(text);
            asked.put(name, value instanceof Number ? value : text);
        });
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("asked", report.asked());
        counts.put("drawn", report.drawn());
        counts.put("decoded", report.decoded());
        counts.put("valid", report.valid());
        report.plausible().ifPresent(count -> counts.put("plausible", count));
        counts.put("unique", report.unique());
        report.novel().ifPresent(count -> counts.put("novel", count));
        counts.put("kept", report.kept());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("format", FORMAT);
        map.put("parameters", asked);
        map.put("model", model);
        map.put("modelChecksum", modelChecksum);
        map.put("state", report.state().name().toLowerCase(Locale.ROOT));
        map.put("counts", counts);
        map.put("refusals", report.refusals());
        map.put("device", report.device());
        map.put("seconds", report.seconds());
        map.put("versions", versions);
        return map;
    }

    /**
     * @param map as {@link #toMap} made it; numbers may be of any type that keeps all digits
     * @throws IllegalRequestException when it is not a run record or asks for something unknown
     */
    public static RunRecord fromMap(Map<String, ?> map) {
        if (!FORMAT.equals(map.get("format"))) {
            throw new IllegalRequestException("A run record has the format '" + FORMAT + "', this one has "
                    + Parameter.quoted(String.valueOf(map.get("format"))) + ".");
        }
        if (!(map.get("parameters") instanceof Map<?, ?> asked)) {
            throw new IllegalRequestException("A run record has an object 'parameters', this one has none.");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        asked.forEach((name, value) -> {
            String text = text(value);
            GenerationParameters.byName(String.valueOf(name)).parse(text);
            parameters.put(String.valueOf(name), text);
        });
        return new RunRecord(parameters, text(map.get("model")), text(map.get("modelChecksum")));
    }

    private static String text(Object value) {
        if (!(value instanceof Number)) {
            return String.valueOf(value);
        }
        try {
            // A reader may have made 20.0 of 20.
            BigDecimal number = new BigDecimal(value.toString());
            return number.scale() > 50 || number.scale() < -50 ? value.toString()
                    : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return value.toString();
        }
    }
}
