package net.bioclipse.adit.finetuning;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** In how many structures each of the {@link Features} is found, and how many atoms structures have. */
public final class FeatureTally {

    private final Map<String, Long> features = new TreeMap<>();
    private final Map<String, Long> sizes = new TreeMap<>();
    private long structures;

    void add(int atoms, Set<String> found) {
        structures++;
        sizes.merge(Integer.toString(atoms), 1L, Long::sum);
        found.forEach(feature -> features.merge(feature, 1L, Long::sum));
    }

    public long structures() {
        return structures;
    }

    /** Share of the structures that have a feature, 0 to 1. */
    public double share(String feature) {
        return structures == 0 ? 0 : features.getOrDefault(feature, 0L) / (double) structures;
    }

    /**
     * The overlap of two distributions of features, 1 − ½ Σ |p − q|: 0 for nothing in common, 1 for the same shares.
     * Few structures never reach 1, even of the same kind.
     */
    public double likeness(FeatureTally other) {
        return overlap(features, other.features);
    }

    /** The same overlap for numbers of atoms. */
    public double sizeLikeness(FeatureTally other) {
        return overlap(sizes, other.sizes);
    }

    /** The feature that most distinguishes these structures from others; empty when there is none. */
    public Optional<String> typicalBeside(FeatureTally others) {
        return features.keySet().stream().max((a, b) -> Double.compare(share(a) - others.share(a),
                share(b) - others.share(b)));
    }

    private static double overlap(Map<String, Long> first, Map<String, Long> second) {
        double sumFirst = first.values().stream().mapToLong(Long::longValue).sum();
        double sumSecond = second.values().stream().mapToLong(Long::longValue).sum();
        if (sumFirst == 0 || sumSecond == 0) {
            return 0;
        }
        Set<String> all = new TreeSet<>(first.keySet());
        all.addAll(second.keySet());
        return all.stream().mapToDouble(word -> Math.min(first.getOrDefault(word, 0L) / sumFirst,
                second.getOrDefault(word, 0L) / sumSecond)).sum();
    }
}
