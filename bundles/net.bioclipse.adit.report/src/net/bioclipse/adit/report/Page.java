package net.bioclipse.adit.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.report.Examples.Example;
import net.bioclipse.adit.structure.Assessment.Family;

/** The HTML text of a report, section by section. A section that has nothing to say is left out. */
final class Page {

    private static final int MOST_BOND_CHARTS = 9;
    private static final int FEWEST_BONDS = 10;
    private static final int MOST_DUPLICATES = 20;

    private final Summary summary;
    private final Examples examples;
    private final Distributions sample;
    private final Duplicates duplicates;
    private final Checks checks;
    private final Distributions reference;
    private final String referenceName;
    private final StringBuilder html = new StringBuilder();

    Page(Summary summary, Examples examples, Distributions sample, Duplicates duplicates, Checks checks,
            Distributions reference, String referenceName) {
        this.summary = summary;
        this.examples = examples;
        this.sample = sample;
        this.duplicates = duplicates;
        this.checks = checks;
        this.reference = reference;
        this.referenceName = referenceName;
    }

    @Override
    public String toString() {
        html.setLength(0);
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escaped(summary.title())).append("</title>\n<style>\n").append(style())
                .append("</style>\n</head>\n<body>\n<main>\n");
        head();
        stages();
        families();
        reasons();
        kept();
        distributions();
        repeated();
        circumstances();
        html.append("</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private void head() {
        html.append("<p class=\"eyebrow\">Bioclipse ADiT</p>\n<h1>").append(escaped(summary.title())).append("</h1>\n");
        paragraph("soft", summary.subtitle());
        summary.notes().forEach(note -> paragraph("note", note));
        html.append("<div class=\"numbers\">\n");
        long first = first();
        summary.stages().forEach(stage -> html.append("<div class=\"card\"><b>").append(number(stage.count()))
                .append("</b><span class=\"soft\">").append(escaped(stage.name()))
                .append(stage.count() == first ? "" : " · " + share(stage.count(), first)).append("</span></div>\n"));
        html.append("</div>\n");
    }

    private long first() {
        return summary.stages().isEmpty() ? 0 : summary.stages().get(0).count();
    }

    private void stages() {
        heading("Stage by stage", "Each bar is the part of all structures that came so far.");
        html.append("<div class=\"card funnel\">\n");
        summary.stages().forEach(stage -> html.append("<div><b>").append(escaped(stage.name()))
                .append("</b><br><span class=\"soft\">").append(escaped(stage.meaning())).append("</span></div>")
                .append(track(stage.count(), first())).append("<div class=\"count\">").append(number(stage.count()))
                .append("<br><span class=\"soft\">").append(share(stage.count(), first())).append("</span></div>\n"));
        html.append("</div>\n");
    }

    private static String track(long part, long whole) {
        return "<div class=\"track\"><i style=\"width:" + width(part, whole) + "%\"></i></div>";
    }

    private void families() {
        if (checks.families().isEmpty()) {
            return;
        }
        heading("Checks", "How each check went on all structures on which it was made. A structure can fail several.");
        html.append("<div class=\"two-columns\">\n");
        checks.families().forEach((family, counts) -> {
            html.append("<div class=\"card scroll\"><h3>").append(name(family)).append("</h3><p class=\"soft\">")
                    .append(meaning(family)).append("</p><table><tr><th>Check</th><th>Passed</th><th></th></tr>\n");
            counts.forEach((check, count) -> {
                long all = count.passed() + count.failed();
                html.append("<tr><td>").append(escaped(check)).append("</td><td class=\"wide\"><div class=\"track two\"><i"
                        + " style=\"width:").append(width(count.passed(), all)).append("%\"></i><i style=\"width:")
                        .append(width(count.failed(), all)).append("%\"></i></div></td><td class=\"count\">")
                        .append(number(count.passed())).append(" of ").append(number(all)).append("</td></tr>\n");
            });
            html.append("</table></div>\n");
        });
        html.append("</div>\n");
    }

    private static String name(Family family) {
        return switch (family) {
            case VALIDITY -> "Validity";
            case PLAUSIBILITY -> "Plausibility";
            case COMPARISON -> "Other conventions";
        };
    }

    private static String meaning(Family family) {
        return switch (family) {
            case VALIDITY -> "Chemistry allows the structure. A structure is valid when it passes all of these.";
            case PLAUSIBILITY -> "Nature would make it so: lengths, angles, planarity, room for every atom.";
            case COMPARISON -> "Verdicts as other authors give them, for comparison with published figures only.";
        };
    }

    private void reasons() {
        if (summary.reasons().isEmpty()) {
            return;
        }
        heading("What stopped structures", "Each structure counts once, for the first check that it failed.");
        long stopped = summary.reasons().values().stream().mapToLong(Long::longValue).sum();
        summary.reasons().forEach((reason, count) -> {
            html.append("<h3>").append(escaped(reason)).append(" <span class=\"soft\">· ").append(number(count))
                    .append(" (").append(share(count, stopped)).append(")</span></h3>\n");
            pictures(examples.refused(reason));
        });
        examples.reasons().stream().filter(reason -> !summary.reasons().containsKey(reason)).forEach(reason -> {
            html.append("<h3>").append(escaped(reason)).append(" <span class=\"soft\">· valid, but not plausible</span></h3>\n");
            pictures(examples.refused(reason));
        });
    }

    private void kept() {
        if (!examples.kept().isEmpty()) {
            heading("What passed", "The first ones, in their order.");
            pictures(examples.kept());
        }
    }

    private void pictures(List<Example> shown) {
        html.append("<div class=\"pictures\">\n");
        shown.forEach(example -> html.append("<figure><div>")
                .append(example.picture().isEmpty() ? "<span>no picture</span>" : example.picture())
                .append("</div><figcaption><b>").append(escaped(example.formula())).append("</b> ")
                .append(escaped(example.name())).append("<br>").append(escaped(shortened(example.words())))
                .append("</figcaption></figure>\n"));
        html.append("</div>\n");
    }

    private void distributions() {
        if (sample.structures() == 0) {
            return;
        }
        boolean compared = !referenceName.isEmpty();
        heading("Distributions", "Of the valid structures, as shares of all of them"
                + (compared ? "." : "; a reference set (--reference FILE) would be drawn over them."));
        if (compared) {
            html.append("<div class=\"legend\"><span>these structures</span><span>").append(escaped(referenceName))
                    .append("</span></div>\n");
        }
        html.append("<div class=\"charts\">\n");
        sample.numbers().forEach((name, histogram) -> chart(name, Charts.histogram(name, histogram,
                Optional.ofNullable(reference.numbers().get(name))), histogram, reference.numbers().get(name)));
        chart("elements", Charts.categories("elements", sample.elements(), reference.elements()), null, null);
        if (!sample.spaceGroups().isEmpty()) {
            chart("space groups", Charts.categories("space groups", sample.spaceGroups(), reference.spaceGroups()), null, null);
        }
        sample.bonds().entrySet().stream().filter(bond -> bond.getValue().total() >= FEWEST_BONDS)
                .sorted(Comparator.comparingLong((Map.Entry<String, Histogram> bond) -> -bond.getValue().total()))
                .limit(MOST_BOND_CHARTS).forEach(bond -> chart("length of " + bond.getKey() + ", Å", Charts.histogram(
                        bond.getKey(), bond.getValue(), Optional.ofNullable(reference.bonds().get(bond.getKey()))),
                        bond.getValue(), reference.bonds().get(bond.getKey())));
        html.append("</div>\n");
    }

    private void chart(String name, String svg, Histogram numbers, Histogram compared) {
        html.append("<div class=\"card\"><h3>").append(escaped(name));
        if (numbers != null) {
            html.append(" <span class=\"soft\">· mean ").append(mean(numbers))
                    .append(compared == null || compared.total() == 0 ? "" : ", reference " + mean(compared)).append("</span>");
        }
        html.append("</h3>").append(svg).append("</div>\n");
    }

    private static String mean(Histogram histogram) {
        return String.format(Locale.ROOT, Math.abs(histogram.mean()) >= 100 ? "%.0f" : "%.3g", histogram.mean());
    }

    private void repeated() {
        List<Duplicates.Group> groups = duplicates.repeated(MOST_DUPLICATES);
        if (groups.isEmpty()) {
            return;
        }
        long all = duplicates.repeatedStructures();
        heading("Repeated structures", all == 1 ? "One valid structure came more than once."
                : number(all) + " valid structures came more than once" + (all > groups.size() ? "; the most frequent:" : "."));
        html.append("<div class=\"card scroll\"><table><tr><th>Structure</th><th>First</th><th>Times</th></tr>\n");
        groups.forEach(group -> html.append("<tr><td><code>").append(escaped(shortened(group.label))).append("</code></td><td>")
                .append(escaped(group.name)).append("</td><td class=\"count\">").append(number(group.count))
                .append("</td></tr>\n"));
        html.append("</table></div>\n");
    }

    private void circumstances() {
        heading("Settings and versions", "");
        html.append("<div class=\"two-columns\">\n");
        table("Settings", summary.settings());
        table("Versions", summary.versions());
        html.append("</div>\n<footer>Shares are of the first stage unless said otherwise.</footer>\n");
    }

    private void table(String name, Map<String, String> rows) {
        if (rows.isEmpty()) {
            return;
        }
        html.append("<div class=\"card scroll\"><h3>").append(name).append("</h3><table>\n");
        rows.forEach((key, value) -> html.append("<tr><td>").append(escaped(key)).append("</td><td><code>")
                .append(escaped(value)).append("</code></td></tr>\n"));
        html.append("</table></div>\n");
    }

    private void heading(String words, String explanation) {
        html.append("<h2>").append(escaped(words)).append("</h2>\n");
        paragraph("soft", explanation);
    }

    private void paragraph(String kind, String words) {
        if (!words.isEmpty()) {
            html.append("<p class=\"").append(kind).append("\">").append(escaped(words)).append("</p>\n");
        }
    }

    private static String escaped(String text) {
        return Svg.escaped(text);
    }

    private static String shortened(String text) {
        return text.length() <= 160 ? text : text.substring(0, 159) + "…";
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private static String width(long part, long whole) {
        return whole == 0 ? "0" : Svg.number(100.0 * part / whole);
    }

    private static String style() {
        try (InputStream stream = Page.class.getResourceAsStream("report.css")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
