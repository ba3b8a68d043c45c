package net.bioclipse.adit.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.physics.RelaxedStructure;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.io.StructureReader.Entry;

/**
 * One structure of a check.
 *
 * @param index      its number over all files, from 1
 * @param file       the file as the user named it
 * @param entry      what was read
 * @param assessment what was found
 * @param selection  whether it is known or filtered out
 * @param relaxed    what a relaxation made of it; empty when none was asked
 */
record CheckedStructure(long index, String file, Entry entry, Assessment assessment, Selected selection,
        Optional<RelaxedStructure> relaxed) {

    /**
     * What the user's sets and patterns say of a structure.
     *
     * @param novel    false when it is in a set of known structures; empty when nobody asked
     * @param passes   false when a pattern drops it or it is known; empty when nobody asked for either
     * @param why      why it does not pass; empty when it does
     */
    record Selected(Optional<Boolean> novel, Optional<Boolean> passes, String why) {

        static final Selected UNASKED = new Selected(Optional.empty(), Optional.empty(), "");

        /** Why a valid structure is not selected, as a reason beside those of its assessment. */
        Optional<Finding> refusal() {
            return passes.orElse(true) ? Optional.empty()
                    : Optional.of(new Finding(novel.orElse(true) ? "filter" : "known", false, why));
        }
    }

    String kind() {
        return entry.structure() instanceof Crystal ? "crystal" : "molecule";
    }

    String formula() {
        return entry.structure().formulaText();
    }

    /** Its name in the file, or its number. */
    String label() {
        return entry.name().isEmpty() ? "number " + index : entry.name();
    }

    /** "valence" or, when valid, an empty text. */
    String reason() {
        return assessment.failure().map(Finding::check).orElse("");
    }

    /** Why it is not valid, with atoms and numbers. */
    String message() {
        return assessment.failure().map(Finding::message).orElse("");
    }

    /** Whether any check of this family was made. */
    boolean checked(Family family) {
        return assessment.findings().stream().anyMatch(finding -> finding.family() == family);
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
        if (checked(Family.PLAUSIBILITY)) {
            Optional<Finding> failed = assessment.firstFailed(Family.PLAUSIBILITY);
            fields.put("plausible", assessment.plausible());
            fields.put("implausible_check", failed.map(Finding::check).orElse(null));
            fields.put("implausible_message", failed.map(Finding::message).orElse(null));
        }
        if (checked(Family.COMPARISON)) {
            Map<String, Boolean> verdicts = new LinkedHashMap<>();
            assessment.findings().stream().filter(finding -> finding.family() == Family.COMPARISON)
                    .forEach(finding -> verdicts.put(finding.check(), finding.passed()));
            fields.put("other_conventions", verdicts);
        }
        assessment.properties().forEach((name, value) -> fields.putIfAbsent(key(name), written(value)));
        selection.novel().ifPresent(novel -> fields.put("novel", novel));
        selection.passes().ifPresent(passes -> {
            fields.put("selected", passes);
            fields.put("not_selected_because", selection.why().isEmpty() ? null : selection.why());
        });
        relaxed.ifPresent(result -> result.fields().forEach((name, value) -> fields.put(name, written(value))));
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
