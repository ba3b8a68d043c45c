package net.bioclipse.adit.cli;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.bioclipse.adit.structure.Assessment;

/** Counts over all structures of a check. */
final class CheckTally {

    /** How one check went; the sum is on how many structures it was made. Its names are the keys of JSON. */
    record Count(long passed, long failed) {

        Count plus(boolean pass) {
            return pass ? new Count(passed + 1, failed) : new Count(passed, failed + 1);
        }
    }

    private static final Count NONE = new Count(0, 0);

    private final Map<String, Count> checks = new LinkedHashMap<>();
    private final Map<String, Long> reasons = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private long total;
    private long valid;
    private long unique;

    void add(Assessment assessment) {
        total++;
        // A check can look at several things of a structure; it counts once, as failed when one of them fails.
        Map<String, Boolean> passed = new LinkedHashMap<>();
        assessment.findings().forEach(finding -> passed.merge(finding.check(), finding.passed(), Boolean::logicalAnd));
        passed.forEach((check, pass) -> checks.put(check, checks.getOrDefault(check, NONE).plus(pass)));
        assessment.failure().ifPresentOrElse(failure -> reasons.merge(failure.check(), 1L, Long::sum), () -> {
            valid++;
            // As in generation: a structure whose identity cannot be told counts as one of its own.
            unique += assessment.identity().map(seen::add).orElse(true) ? 1 : 0;
        });
    }

    long total() {
        return total;
    }

    long valid() {
        return valid;
    }

    /** Valid structures that are not equal to an earlier one. */
    long unique() {
        return unique;
    }

    /** Check → how many structures failed it first, the most frequent first. */
    Map<String, Long> reasons() {
        Map<String, Long> sorted = new LinkedHashMap<>();
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** Every check that was made, in the order of its first appearance. */
    Map<String, Count> checks() {
        return checks;
    }
}
