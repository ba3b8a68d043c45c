package net.bioclipse.adit.ui.detail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.ui.rows.NumberText;
import net.bioclipse.adit.ui.rows.Origin;
import net.bioclipse.adit.ui.rows.Row;

/**
 * Everything there is to say about one row, in sections.
 *
 * @param title    name or formula
 * @param sections in the order of reading
 * @param origin   the run it comes from, where its name tells
 */
record RowDetails(String title, List<Section> sections, Optional<Origin> origin) {

    /** Lines under a heading. */
    record Section(String heading, List<Line> lines) {
    }

    /**
     * One line.
     *
     * @param passed of a check, whether it was passed; empty for everything else
     * @param atoms  indices of the atoms that the text names
     */
    record Line(String what, String text, Optional<Boolean> passed, Set<Integer> atoms) {

        Line(String what, String text) {
            this(what, text, Optional.empty(), Set.of());
        }
    }

    private static final Map<Family, String> HEADINGS = Map.of(Family.VALIDITY, "Validity", Family.PLAUSIBILITY,
            "Plausibility", Family.COMPARISON, "Other conventions, for comparison");
    private static final Pattern ATOM = Pattern.compile("\\b([A-Z][a-z]?)(\\d{1,7})\\b");

    static RowDetails of(int row, Row content, Optional<Assessment> assessment) {
        if (content.entry().isEmpty()) {
            return new RowDetails("Row " + (row + 1), List.of(new Section("This record cannot be read",
                    List.of(new Line("reason", content.failure(), Optional.of(false), Set.of())))), Optional.empty());
        }
        AtomicStructure structure = content.entry().get().structure();
        String name = content.entry().get().name();
        Optional<Origin> origin = Origin.ofName(name);
        List<Section> sections = new ArrayList<>();
        assessment.ifPresent(found -> {
            for (Family family : Family.values()) {
                // What failed is what one looks for.
                List<Line> lines = found.findings().stream().filter(finding -> finding.family() == family)
                        .sorted(Comparator.comparing(Finding::passed)).map(finding -> line(finding, structure)).toList();
                section(HEADINGS.get(family), lines, sections);
            }
            sections.sort(Comparator.comparing(section -> section.lines().get(0).passed().orElse(true)));
        });
        List<Line> lines = new ArrayList<>(List.of(new Line("formula", structure.formulaText()),
                new Line("atoms", Integer.toString(structure.atomCount()))));
        if (structure instanceof Crystal crystal) {
            cell(crystal.lattice(), lines);
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        assessment.ifPresent(found -> properties.putAll(found.properties()));
        properties.forEach((key, value) -> lines.add(new Line(key, text(value))));
        section("Properties", lines, sections);
        section("Record", content.fields().entrySet().stream().filter(field -> !properties.containsKey(field.getKey()))
                .map(field -> new Line(field.getKey(), field.getValue())).toList(), sections);
        origin.ifPresent(from -> section("Origin", List.of(new Line("seed", Long.toString(from.seed())),
                new Line("number in the run", Long.toString(from.index()))), sections));
        return new RowDetails(name.isEmpty() ? structure.formulaText() : name, List.copyOf(sections), origin);
    }

    private static void section(String heading, List<Line> lines, List<Section> sections) {
        if (!lines.isEmpty()) {
            sections.add(new Section(heading, List.copyOf(lines)));
        }
    }

    private static Line line(Finding finding, AtomicStructure structure) {
        String text = finding.passed() ? finding.message().isEmpty() ? "passed" : finding.message() : finding.message();
        return new Line(finding.check(), text, Optional.of(finding.passed()), atoms(finding.message(), structure));
    }

    private static void cell(Lattice lattice, List<Line> lines) {
        lines.add(new Line("a, b, c (Å)", join(lattice.a(), lattice.b(), lattice.c())));
        lines.add(new Line("α, β, γ (°)", join(lattice.alpha(), lattice.beta(), lattice.gamma())));
        lines.add(new Line("volume (Å³)", NumberText.of(lattice.volume())));
    }

    private static String join(double... values) {
        return String.join(", ", java.util.Arrays.stream(values).mapToObj(NumberText::of).toList());
    }

    private static String text(Object value) {
        return value instanceof Number number ? NumberText.of(number.doubleValue()) : String.valueOf(value);
    }

    /** The atoms that a message names, "C5" being the fifth atom where that is a carbon. */
    static Set<Integer> atoms(String message, AtomicStructure structure) {
        Set<Integer> atoms = new TreeSet<>();
        Matcher matcher = ATOM.matcher(message);
        while (matcher.find()) {
            int index = Integer.parseInt(matcher.group(2)) - 1;
            if (index >= 0 && index < structure.atomCount() && Labels.atom(structure, index).equals(matcher.group())) {
                atoms.add(index);
            }
        }
        return atoms;
    }
}
