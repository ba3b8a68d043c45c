package net.bioclipse.adit.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bioclipse.adit.physics.RelaxedStructure;
import net.bioclipse.adit.structure.Assessment.Family;

/** For people: one line a structure and a summary. */
final class TextCheckReport implements CheckReport {

    private final PrintStream out;

    TextCheckReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin() {
        // Lines explain themselves.
    }

    @Override
    public void add(CheckedStructure checked) {
        out.print(String.format(Locale.ROOT, "%5d  %-8s  %-14s  %s\n", checked.index(), checked.kind(), checked.formula(),
                checked.assessment().valid() ? described(checked) : refused(checked)).replaceAll("\\s+\n$", "\n"));
    }

    private static String refused(CheckedStructure checked) {
        return "refused  " + checked.reason() + (checked.message().isEmpty() ? "" : ": " + checked.message());
    }

    private static String described(CheckedStructure checked) {
        Map<String, Object> fields = checked.fields();
        return "valid    " + Stream.of(text(fields, "smiles", "%s"),
                text(fields, "density", "%.3f g/cm³"), text(fields, "minimum_distance", "shortest %.3f Å"),
                text(fields, "space_group", "%s"), text(fields, "logp", "logP %.2f"), text(fields, "tpsa", "TPSA %.1f Å²"),
                text(fields, "strain", "strain %.1f kcal/mol"),
                beside(checked)).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    /** What speaks against a valid structure, and what became of it. */
    private static String beside(CheckedStructure checked) {
        return Stream.of(checked.assessment().firstFailed(Family.PLAUSIBILITY)
                .map(failure -> "not plausible: " + failure.check() + " (" + failure.message() + ")"),
                checked.selection().refusal().map(why -> "not selected: " + why.message()),
                checked.relaxed().map(RelaxedStructure::described))
                .flatMap(Optional::stream).collect(Collectors.joining(", "));
    }

    private static String text(Map<String, Object> fields, String key, String format) {
        Object value = fields.get(key);
        return value == null ? "" : String.format(Locale.ROOT, value instanceof Number ? format : "%s", value);
    }

    @Override
    public void end(CheckTally tally, List<String> problems) {
        out.print(String.format(Locale.ROOT, "%s: %d valid (%s)%s, %d unique%s%s\n", structures(tally.total()), tally.valid(),
                percent(tally.valid(), tally.total()), counted(tally.plausible(), "plausible"), tally.unique(),
                counted(tally.novel(), "novel"), counted(tally.selected(), "selected")));
        if (!tally.reasons().isEmpty()) {
            out.print("  refused: " + counts(tally.reasons()) + "\n");
        }
        if (!tally.checks().isEmpty()) {
            out.print("  passed:  " + passed(tally, Family.VALIDITY) + "\n");
        }
        if (!tally.implausible().isEmpty()) {
            out.print("  not plausible: " + counts(tally.implausible()) + "\n");
        }
        if (!passed(tally, Family.COMPARISON).isEmpty()) {
            out.print("  other conventions, for comparison: " + passed(tally, Family.COMPARISON) + "\n");
        }
        if (!tally.relaxations().isEmpty()) {
            out.print("  relaxed: " + counts(tally.relaxations()) + "\n");
        }
    }

    private static String passed(CheckTally tally, Family family) {
        return tally.checks().entrySet().stream()
                .filter(check -> check.getValue().family().equals(family.name().toLowerCase(Locale.ROOT)))
                .map(check -> check.getKey() + " " + check.getValue().passed() + "/"
                        + (check.getValue().passed() + check.getValue().failed()))
                .collect(Collectors.joining(", "));
    }

    private static String counted(OptionalLong count, String what) {
        return count.isPresent() ? ", " + count.getAsLong() + " " + what : "";
    }

    static String structures(long count) {
        return count == 1 ? "1 structure" : count + " structures";
    }

    /** "valence 12, connected 3". */
    static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    static String percent(long part, long whole) {
        return whole == 0 ? "0 %" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }
}
