package net.bioclipse.adit.finetuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.generation.StructureKind;

/**
 * Samples of the parent and of the new model, from the same seed, beside the data.
 *
 * @param kind    what was drawn
 * @param data    the structures that were learned from
 * @param before  drawn by the parent; empty when there is none or it cannot draw this kind
 * @param after   drawn by the new model
 * @param samples folder of files with what was drawn
 */
public record Comparison(StructureKind kind, FeatureTally data, Optional<SampleQuality> before, SampleQuality after,
        Path samples) {

    /**
     * One figure.
     *
     * @param name   for tables
     * @param key    for files
     * @param before of the parent, or empty
     * @param after  of the new model
     * @param data   of the data, or empty
     */
    public record Figure(String name, String key, Optional<Double> before, double after, Optional<Double> data) {
    }

    /** What the parent drew, valid or not. */
    public Optional<Path> beforeFile() {
        return before.map(quality -> samples.resolve(fileName(kind, "before")));
    }

    /** What the new model drew, valid or not. */
    public Path afterFile() {
        return samples.resolve(fileName(kind, "after"));
    }

    static String fileName(StructureKind kind, String when) {
        return kind.word() + "s-" + when + (kind == StructureKind.CRYSTAL ? ".cif" : ".sdf");
    }

    /** All figures as shares from 0 to 1. */
    public List<Figure> figures() {
        String typical = typical().orElse("");
        List<Figure> figures = new ArrayList<>(List.of(
                new Figure("valid", "valid", before.map(SampleQuality::validity), after.validity(), Optional.empty()),
                new Figure("different among the valid", "unique", before.map(Comparison::unique), unique(after),
                        Optional.empty()),
                new Figure("likeness of features to the data", "likeness", before.map(b -> b.features().likeness(data)),
                        after.features().likeness(data), Optional.empty()),
                new Figure("likeness of sizes to the data", "sizeLikeness", before.map(b -> b.features().sizeLikeness(data)),
                        after.features().sizeLikeness(data), Optional.empty())));
        if (!typical.isEmpty()) {
            figures.add(new Figure("with the typical feature " + typical + ", among the valid", "typical",
                    before.map(b -> b.features().share(typical)), after.features().share(typical),
                    Optional.of(data.share(typical))));
        }
        return figures;
    }

    /** The feature by which the data differ most from what the parent draws. */
    public Optional<String> typical() {
        return data.typicalBeside(before.map(SampleQuality::features).orElseGet(FeatureTally::new));
    }

    /** The figures for a model package. */
    Map<String, Object> metrics() {
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("samples", after.drawn());
        typical().ifPresent(feature -> metrics.put("typicalFeature", feature));
        for (Figure figure : figures()) {
            figure.before().ifPresent(value -> metrics.put(figure.key() + "Before", rounded(value)));
            metrics.put(figure.key(), rounded(figure.after()));
        }
        return metrics;
    }

    private static double unique(SampleQuality sample) {
        return sample.valid() == 0 ? 0 : sample.unique() / (double) sample.valid();
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
