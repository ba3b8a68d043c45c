package net.bioclipse.adit.generation;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which structures are computed together: equal atom counts, so that nothing is padded, and first those that come first in
 * the run, so that results can be delivered in order early.
 */
final class BatchPlan {

    /** Structures of equal atom count, indices ascending. */
    record Batch(int atoms, long[] indices) {
    }

    private final StructureNoise noise;
    private final SizeDistribution sizes;
    private final int largest;
    private final Map<Integer, ArrayDeque<Long>> waiting = new TreeMap<>();
    private long planned;

    BatchPlan(StructureNoise noise, SizeDistribution sizes, int largest) {
        this.noise = noise;
        this.sizes = sizes;
        this.largest = largest;
    }

    /** Puts the structures before number {@code end} on the plan; those already there stay. */
    void extendTo(long end) {
        for (; planned < end; planned++) {
            waiting.computeIfAbsent(noise.atoms(planned, sizes), size -> new ArrayDeque<>()).add(planned);
        }
    }

    /** Takes off the plan the first structure and as many others of its size as a batch can hold. */
    Optional<Batch> next() {
        return waiting.entrySet().stream().min(Comparator.comparing(entry -> entry.getValue().peek())).map(first -> {
            // Read now: removing from a tree map may put another key into this entry.
            int atoms = first.getKey();
            ArrayDeque<Long> queue = first.getValue();
            long[] indices = new long[Math.min(largest, queue.size())];
            for (int i = 0; i < indices.length; i++) {
                indices[i] = queue.remove();
            }
            if (queue.isEmpty()) {
                waiting.remove(atoms);
            }
            return new Batch(atoms, indices);
        });
    }
}
