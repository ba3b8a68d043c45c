package net.bioclipse.adit.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a face says about the work as a whole; the rest of a report is counted by {@link Report}.
 *
 * @param title    "Molecules of adit-qm9-mp20"
 * @param subtitle one sentence: what was done, by what
 * @param stages   counts from the first to the last stage: drawn, decoded, valid, …
 * @param reasons  check → how many structures it stopped, the most frequent first
 * @param settings name → value as the user would write it
 * @param versions program → version
 * @param notes    sentences that a reader must know: files that could not be read to their end
 */
public record Summary(String title, String subtitle, List<Stage> stages, Map<String, Long> reasons,
        Map<String, String> settings, Map<String, String> versions, List<String> notes) {

    /**
     * How many structures came so far.
     *
     * @param name    "valid"
     * @param count   structures
     * @param meaning what it takes, a few words: "passed every check of validity"
     */
    public record Stage(String name, long count, String meaning) {
    }

    public Summary {
        stages = List.copyOf(stages);
        reasons = ordered(reasons);
        settings = ordered(settings);
        versions = ordered(versions);
        notes = List.copyOf(notes);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
