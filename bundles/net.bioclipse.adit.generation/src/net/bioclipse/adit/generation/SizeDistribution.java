package net.bioclipse.adit.generation;

import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** How many atoms a structure gets: the histogram of the training data or a part of it. */
public final class SizeDistribution {

    private final int[] sizes;
    /** Sum of the weights up to and including each size, the last one being 1. */
    private final double[] cumulative;

    /** @param counts atoms per structure → how many structures, not empty, each count positive */
    public SizeDistribution(SortedMap<Integer, Long> counts) {
        sizes = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
        cumulative = new double[sizes.length];
        double sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            sum += counts.get(sizes[i]);
            cumulative[i] = sum;
        }
        for (int i = 0; i < sizes.length; i++) {
            cumulative[i] /= sum;
        }
    }

    /**
     * The sizes that a request leaves: the formula's alone, those of its range, or all.
     *
     * @param seen atoms per structure → how many structures of the training data
     * @throws IllegalRequestException when the model saw none of them, or formula and range contradict each other
     */
    public static SizeDistribution of(GenerationRequest request, SortedMap<Integer, Long> seen) {
        String kinds = request.kind().word() + "s of " + ranges(seen.keySet()) + " atoms";
        if (request.formula().isPresent()) {
            int size = request.formula().get().atomCount();
            String formula = "Formula " + request.formula().get() + " has " + size + " atoms";
            if (!seen.containsKey(size)) {
                throw new IllegalRequestException(formula + "; the model saw " + kinds + ".");
            }
            request.atoms().filter(range -> size < range.minimum() || size > range.maximum()).ifPresent(range -> {
                throw new IllegalRequestException(formula + ", but atoms asks for " + GenerationParameters.text(range)
                        + "; leave atoms out or give " + size + ".");
            });
            return new SizeDistribution(new TreeMap<>(java.util.Map.of(size, 1L)));
        }
        if (request.atoms().isEmpty()) {
            return new SizeDistribution(seen);
        }
        GenerationRequest.AtomRange range = request.atoms().get();
        SortedMap<Integer, Long> left = seen.tailMap(range.minimum()).headMap(range.maximum() + 1);
        if (left.isEmpty()) {
            throw new IllegalRequestException("Atoms asks for " + GenerationParameters.text(range) + "; the model saw "
                    + kinds + ".");
        }
        return new SizeDistribution(left);
    }

    /** @param share in [0, 1) of the structures in the order of their sizes */
    int at(double share) {
        int place = Arrays.binarySearch(cumulative, share);
        // A share that equals a sum belongs to the following size.
        return sizes[Math.min(place < 0 ? -place - 1 : place + 1, sizes.length - 1)];
    }

    /** Ascending numbers as people write them: "3-27, 29". */
    static String ranges(Collection<Integer> ascending) {
        StringJoiner text = new StringJoiner(", ");
        int first = 0;
        int last = -1;
        for (int number : ascending) {
            if (last >= 0 && number != last + 1) {
                text.add(range(first, last));
            }
            first = last >= 0 && number == last + 1 ? first : number;
            last = number;
        }
        return text.add(range(first, last)).toString();
    }

    private static String range(int first, int last) {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
