package net.bioclipse.adit.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import net.bioclipse.adit.report.Summary.Stage;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Sameness;

/** Counts over all structures of a check. */
final class CheckTally {

    /** How one check went; the sum is on how many structures it was made. Its names are the keys of JSON. */
    record Count(long passed, long failed, String family) {

        Count plus(boolean pass) {
            return pass ? new Count(passed + 1, failed, family) : new Count(passed, failed + 1, family);
        }
    }

    private final Map<String, Count> checks = new LinkedHashMap<>();
    private final Map<String, Long> reasons = new LinkedHashMap<>();
    private final Map<String, Long> implausible = new LinkedHashMap<>();
    private final Map<String, Long> relaxations = new LinkedHashMap<>();
    private final Sameness sameness;
    private long total;
    private long valid;
    private boolean plausibilityAsked;
    private long plausible;
    private long unique;
    private boolean noveltyAsked;
    private long novel;
    private boolean selectionAsked;
    private long selected;

    /** @param sameness tells repeated structures; of its own for each tally */
    CheckTally(Sameness sameness) {
        this.sameness = sameness;
    }

    void add(CheckedStructure checked) {
        total++;
        Assessment assessment = checked.assessment();
        count(assessment);
        assessment.failure().ifPresentOrElse(failure -> reasons.merge(failure.check(), 1L, Long::sum), () -> {
            valid++;
            boolean isNew = sameness.firstEqual(total, checked.entry().structure(), assessment) == total;
            unique += isNew ? 1 : 0;
            novel += isNew && checked.selection().novel().orElse(false) ? 1 : 0;
            selected += checked.selection().passes().orElse(false) ? 1 : 0;
            assessment.firstFailed(Family.PLAUSIBILITY)
                    .ifPresent(failure -> implausible.merge(failure.check(), 1L, Long::sum));
        });
        plausibilityAsked |= checked.checked(Family.PLAUSIBILITY);
        plausible += assessment.plausible() ? 1 : 0;
        noveltyAsked |= checked.selection().novel().isPresent();
        selectionAsked |= checked.selection().passes().isPresent();
        checked.selection().refusal().filter(why -> assessment.valid())
                .ifPresent(why -> reasons.merge(why.check(), 1L, Long::sum));
        checked.relaxed().ifPresent(relaxed -> {
            relaxations.merge(relaxed.state(), 1L, Long::sum);
            relaxed.after().ifPresent(after -> {
                relaxations.merge(relaxed.kept() ? "kept its bonds" : "fell apart", 1L, Long::sum);
                relaxations.merge("plausible when relaxed", after.plausible() ? 1L : 0L, Long::sum);
            });
        });
    }

    /** A check can look at several things of a structure; it counts once, as failed when one of them fails. */
    private void count(Assessment assessment) {
        Map<String, Finding> first = new LinkedHashMap<>();
        assessment.findings().forEach(finding -> first.merge(finding.check(), finding,
                (earlier, later) -> earlier.passed() ? later : earlier));
        first.forEach((check, finding) -> checks.put(check, checks
                .getOrDefault(check, new Count(0, 0, finding.family().name().toLowerCase(Locale.ROOT))).plus(finding.passed())));
    }

    long total() {
        return total;
    }

    long valid() {
        return valid;
    }

    /** Valid structures that passed every check of plausibility; empty when none was made. */
    OptionalLong plausible() {
        return plausibilityAsked ? OptionalLong.of(plausible) : OptionalLong.empty();
    }

    /** Valid structures that are not equal to an earlier one. */
    long unique() {
        return unique;
    }

    /** Unique structures that are not known; empty when nobody asked. */
    OptionalLong novel() {
        return noveltyAsked ? OptionalLong.of(novel) : OptionalLong.empty();
    }

    /** Valid structures that pass the user's patterns and are not known; empty when nobody asked. */
    OptionalLong selected() {
        return selectionAsked ? OptionalLong.of(selected) : OptionalLong.empty();
    }

    /** Check → how many structures failed it first, the most frequent first; "known" and "filter" among them. */
    Map<String, Long> reasons() {
        return sorted(reasons);
    }

    /** Check of plausibility → how many valid structures failed it first, the most frequent first. */
    Map<String, Long> implausible() {
        return sorted(implausible);
    }

    /** How relaxations ended → how many. */
    Map<String, Long> relaxations() {
        return relaxations;
    }

    private static Map<String, Long> sorted(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** Every check that was made, in the order of its first appearance. */
    Map<String, Count> checks() {
        return checks;
    }

    /** The counts as stages of a report. */
    List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage("read", total, "from the files"));
        stages.add(new Stage("valid", valid, "passed every check of validity"));
        plausible().ifPresent(count -> stages.add(new Stage("plausible", count,
                "valid, and passed every check of plausibility")));
        stages.add(new Stage("unique", unique, "valid, and not equal to an earlier one"));
        novel().ifPresent(count -> stages.add(new Stage("novel", count, "unique, and not known")));
        selected().ifPresent(count -> stages.add(new Stage("selected", count,
                "valid, and not dropped by a pattern or as known")));
        return stages;
    }
}
