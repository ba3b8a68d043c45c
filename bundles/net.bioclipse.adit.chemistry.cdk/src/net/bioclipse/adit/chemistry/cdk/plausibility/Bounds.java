package net.bioclipse.adit.chemistry.cdk.plausibility;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Tables;

/** The table {@code bounds.tsv}: every threshold of the checks of plausibility, and where it comes from. */
final class Bounds {

    private static final Map<String, Map<String, Range>> BY_CHECK = load();

    /** From the lowest to the highest value that is plausible. */
    record Range(double lowest, double highest) {

        boolean contains(double value) {
            return value >= lowest && value <= highest;
        }

        Range times(double factor) {
            return new Range(lowest * factor, highest * factor);
        }
    }

    private Bounds() {
    }

    static Optional<Range> find(String check, String environment) {
        return Optional.ofNullable(BY_CHECK.get(check).get(environment));
    }

    /** A range that the table must have. */
    static Range of(String check, String environment) {
        return find(check, environment).orElseThrow(() -> new IllegalStateException(
                "The table bounds.tsv has no line '" + check + "' for '" + environment + "'."));
    }

    private static Map<String, Map<String, Range>> load() {
        Map<String, Map<String, Range>> bounds = new HashMap<>();
        for (String[] cells : Tables.rows(Bounds.class, "bounds.tsv")) {
            bounds.computeIfAbsent(cells[0], check -> new HashMap<>())
                    .put(cells[1], new Range(Double.parseDouble(cells[2]), Double.parseDouble(cells[3])));
        }
        return bounds;
    }
}
