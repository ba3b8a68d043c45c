package net.bioclipse.adit.training;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws batches of one kind and one atom count: first whether it is of the rehearsal, then the kind by its share, the atom
 * count by the number of structures. What is drawn depends on the random numbers given alone.
 */
final class Batches {

    /** Rows of a bucket. */
    record Draw(Bucket bucket, int[] rows) {
    }

    /** Buckets of molecules, buckets of crystals, and the share of batches that are of the first. */
    private record Pool(List<Bucket> molecules, List<Bucket> crystals, double moleculeShare) {

        static Pool of(List<Bucket> buckets, Double asked) {
            List<Bucket> molecules = buckets.stream().filter(b -> !b.crystal()).toList();
            List<Bucket> crystals = buckets.stream().filter(Bucket::crystal).toList();
            boolean both = !molecules.isEmpty() && !crystals.isEmpty();
            return new Pool(molecules, crystals, both && asked != null ? asked
                    : (double) TrainingData.structures(molecules) / TrainingData.structures(buckets));
        }
    }

    private final Pool data;
    private final Pool rehearsal;
    private final double rehearsalShare;
    private final int tokens;

    /**
     * @param plan for the share of batches that are molecules, null for the share of structures; the share of the
     *             rehearsal; and the atoms of a batch
     */
    Batches(TrainingData structures, TrainingPlan plan) {
        this(structures, plan.moleculeShare(), plan.rehearsalShare(), plan.batchTokens());
    }

    Batches(TrainingData structures, Double moleculeShare, double rehearsalShare, int tokens) {
        data = Pool.of(structures.train(), moleculeShare);
        rehearsal = Pool.of(structures.rehearsal(), moleculeShare);
        this.rehearsalShare = structures.rehearsal().isEmpty() ? 0 : rehearsalShare;
        this.tokens = tokens;
    }

    /** 0 when there is nothing to rehearse. */
    double rehearsalShare() {
        return rehearsalShare;
    }

    Draw draw(SplittableRandom random) {
        Pool pool = rehearsalShare > 0 && random.nextDouble() < rehearsalShare ? rehearsal : data;
        List<Bucket> buckets = random.nextDouble() < pool.moleculeShare ? pool.molecules : pool.crystals;
        int pick = random.nextInt(TrainingData.structures(buckets));
        int index = 0;
        while (pick >= buckets.get(index).size()) {
            pick -= buckets.get(index++).size();
        }
        Bucket bucket = buckets.get(index);
        // A bucket of three structures is still drawn, in batches of at most four times its size.
        long size = Math.max(1, Math.min(tokens / bucket.atoms(), 4L * bucket.size()));
        return new Draw(bucket, random.ints(size, 0, bucket.size()).toArray());
    }
}
