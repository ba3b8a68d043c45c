package net.bioclipse.adit.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.io.StructureReader.Entry;

/**
 * One structure of a check.
 *
 * @param index      its number over all files, from 1
 * @param file       the file as the user named it
 * @param entry      what was read
 * @param assessment what was found
 */
record CheckedStructure(long index, String file, Entry entry, Assessment assessment) {

    String kind() {
        return entry.structure() instanceof Crystal ? "crystal" : "molecule";
    }

    String formula() {
        return entry.structure().formula().toString();
    }

    /** "valence" or, when valid, an empty text. */
    String reason() {
        return assessment.failure().map(Assessment.Finding::check).orElse("");
    }

    /** Why it is not valid, with atoms and numbers. */
    String message() {
        return assessment.failure().map(Assessment.Finding::message).orElse("");
    }

    /**
     * All that is known by the keys of JSON and CSV: properties of the assessment go by their names in lower case with
     * underscores, "minimum distance" as {@code minimum_distance}.
     */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("index", index);
        fields.put("file", file);
        fields.put("name", entry.name());
        fields.put("kind", kind());
        fields.put("formula", formula());
        fields.put("valid", assessment.valid());
        fields.put("reason", reason().isEmpty() ? null : reason());
        fields.put("message", message().isEmpty() ? null : message());
        assessment.properties().forEach((name, value) -> fields.putIfAbsent(key(name), written(value)));
        return fields;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    /** Numbers with eight digits, which is more than any of them is worth; JSON has no word for infinity. */
    private static Object written(Object value) {
        if (!(value instanceof Double number)) {
            return value;
        }
        return Double.isFinite(number) ? new BigDecimal(number).round(new MathContext(8)).doubleValue() : null;
    }
}
