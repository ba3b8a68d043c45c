package net.bioclipse.adit.report;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;

/** How each check went over all structures, by families. */
final class Checks {

    /** How one check went. */
    record Count(long passed, long failed) {

        Count plus(boolean pass) {
            return pass ? new Count(passed + 1, failed) : new Count(passed, failed + 1);
        }
    }

    private final Map<Family, Map<String, Count>> families = new EnumMap<>(Family.class);

    void add(Assessment assessment) {
        Map<Family, Map<String, Boolean>> passed = new EnumMap<>(Family.class);
        assessment.findings().forEach(finding -> passed.computeIfAbsent(finding.family(), f -> new LinkedHashMap<>())
                .merge(finding.check(), finding.passed(), Boolean::logicalAnd));
        passed.forEach((family, checks) -> {
            Map<String, Count> counts = families.computeIfAbsent(family, f -> new LinkedHashMap<>());
            checks.forEach((check, pass) -> counts.put(check, counts.getOrDefault(check, new Count(0, 0)).plus(pass)));
        });
    }

    /** Only the families of which something was checked, each with its checks in the order of their first appearance. */
    Map<Family, Map<String, Count>> families() {
        return families;
    }
}
