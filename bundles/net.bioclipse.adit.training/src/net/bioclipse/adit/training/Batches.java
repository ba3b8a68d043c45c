package net.bioclipse.adit.training;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws batches of one kind and one atom count: the kind by its share, the atom count by the number of structures. What is
 * drawn depends on the random numbers given alone.
 */
final class Batches {

    /** Rows of a bucket. */
    record Draw(Bucket bucket, int[] rows) {
    }

    /** Two, four or eight threads then have equal parts of all but the smallest batches, whose rows fill registers of eight. */
    private static final long EVEN = 8;

    private final List<List<Bucket>> kinds;
    private final double moleculeShare;
    private final int tokens;

    /**
     * @param moleculeShare share of batches that are molecules; null for the share of structures
     * @param tokens        most atoms of a batch
     */
    Batches(List<Bucket> buckets, Double moleculeShare, int tokens) {
        kinds = List.of(buckets.stream().filter(b -> !b.crystal()).toList(),
                buckets.stream().filter(Bucket::crystal).toList());
        this.tokens = tokens;
        double share = (double) TrainingData.structures(kinds.get(0)) / TrainingData.structures(buckets);
        boolean both = !kinds.get(0).isEmpty() && !kinds.get(1).isEmpty();
        this.moleculeShare = both && moleculeShare != null ? moleculeShare : share;
    }

    Draw draw(SplittableRandom random) {
        List<Bucket> buckets = kinds.get(random.nextDouble() < moleculeShare ? 0 : 1);
        int pick = random.nextInt(TrainingData.structures(buckets));
        int index = 0;
        while (pick >= buckets.get(index).size()) {
            pick -= buckets.get(index++).size();
        }
        Bucket bucket = buckets.get(index);
        return new Draw(bucket, random.ints(size(bucket), 0, bucket.size()).toArray());
    }

    /** A bucket of three structures is still drawn, in batches of at most four times its size. */
    private long size(Bucket bucket) {
        long size = Math.max(1, Math.min(tokens / bucket.atoms(), 4L * bucket.size()));
        return size < EVEN ? size : size / EVEN * EVEN;
    }
}
