package net.bioclipse.adit.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;

/** How often each structure came. */
final class Duplicates {

    /** Structures that count as the same. */
    static final class Group {

        final String name;
        final String label;
        long count;

        Group(String name, String label) {
            this.name = name;
            this.label = label;
        }
    }

    private final Map<String, Group> groups = new HashMap<>();

    void add(String name, String formula, Assessment assessment) {
        Optional<String> identity = assessment.identity().filter(text -> assessment.valid());
        identity.ifPresent(text -> groups.computeIfAbsent(text, key -> new Group(name,
                assessment.properties().getOrDefault("SMILES", formula).toString())).count++);
    }

    /** The structures that came more than once, the most frequent first. */
    List<Group> repeated(int most) {
        return groups.values().stream().filter(group -> group.count > 1)
                .sorted(Comparator.comparingLong((Group group) -> -group.count).thenComparing(group -> group.name))
                .limit(most).toList();
    }

    /** How many different structures came more than once. */
    long repeatedStructures() {
        return groups.values().stream().filter(group -> group.count > 1).count();
    }
}
