package net.bioclipse.adit.chemistry.cdk.crystal;

import java.util.Arrays;
import java.util.function.IntConsumer;
import net.bioclipse.adit.structure.Formula;

/**
 * Finds members that may be the same: numbered from 0, each in the compartment of its composition and of two of its distances,
 * with {@value #SKETCH} of its distances in steps of a thousandth to look at before the crystal itself. 32 bytes for each
 * member, twice that just after the arrays have grown. It leaves nothing out, and lets through a few that differ; two
 * compositions whose hashes are equal share a compartment.
 */
final class CandidateTable {

    private static final int SKETCH = 8;
    private static final double STEPS = 1000;
    private static final int LARGEST = 0xffff;
    /** Twice what may differ, so that a distance is near to at most one other compartment. */
    private static final double WIDTH = 2.0 * CrystalGroups.THRESHOLD;
    /** Of what may differ, for the rounding of the crystals that are kept. */
    private static final double MARGIN = 1.01 * CrystalGroups.THRESHOLD;
    private static final int FIRST_CAPACITY = 64;
    private static final int NONE = -1;

    private int[] heads = filled(FIRST_CAPACITY);
    private long[] hashes = new long[FIRST_CAPACITY];
    private int[] next = new int[FIRST_CAPACITY];
    private short[] sketches = new short[FIRST_CAPACITY * SKETCH];
    private int members;

    /** Adds the next member. */
    void add(Formula composition, float[] distances) {
        if (members == next.length) {
            grow();
        }
        hashes[members] = hash(composition.hashCode(), cell(first(distances)), cell(last(distances)));
        for (int i = 0; i < SKETCH; i++) {
            sketches[members * SKETCH + i] = (short) step(distances, i);
        }
        link(members);
        members++;
    }

    /** Shows every member that may be the same, and some others. */
    void candidates(Formula composition, float[] distances, IntConsumer sink) {
        int formula = composition.hashCode();
        long[] seen = {cell(first(distances) - MARGIN), cell(first(distances) + MARGIN)};
        long[] beside = {cell(last(distances) - MARGIN), cell(last(distances) + MARGIN)};
        for (long one = seen[0]; one <= seen[1]; one++) {
            for (long other = beside[0]; other <= beside[1]; other++) {
                long hash = hash(formula, one, other);
                for (int member = heads[slot(hash)]; member != NONE; member = next[member]) {
                    if (hashes[member] == hash && agrees(member, distances)) {
                        sink.accept(member);
                    }
                }
            }
        }
    }

    private boolean agrees(int member, float[] distances) {
        for (int i = 0; i < SKETCH; i++) {
            int known = Short.toUnsignedInt(sketches[member * SKETCH + i]);
            if (Math.abs(known - step(distances, i)) > MARGIN * STEPS + 1) {
                return false;
            }
        }
        return true;
    }

    private static int step(float[] distances, int i) {
        return (int) Math.min(LARGEST, Math.round(distances[i * distances.length / SKETCH] * STEPS));
    }

    private static double first(float[] distances) {
        return distances[0];
    }

    /** An average, the deviation being the very last. */
    private static double last(float[] distances) {
        return distances[distances.length - 2];
    }

    private static long cell(double distance) {
        return (long) Math.floor(distance / WIDTH);
    }

    private static long hash(int formula, long one, long other) {
        long hash = formula;
        hash = (hash ^ one) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 32 ^ other) * 0xBF58476D1CE4E5B9L;
        return hash ^ hash >>> 29;
    }

    private int slot(long hash) {
        return (int) hash & heads.length - 1;
    }

    private void link(int member) {
        int slot = slot(hashes[member]);
        next[member] = heads[slot];
        heads[slot] = member;
    }

    private void grow() {
        int capacity = 2 * members;
        hashes = Arrays.copyOf(hashes, capacity);
        next = Arrays.copyOf(next, capacity);
        sketches = Arrays.copyOf(sketches, capacity * SKETCH);
        heads = filled(capacity);
        for (int member = 0; member < members; member++) {
            link(member);
        }
    }

    private static int[] filled(int capacity) {
        int[] heads = new int[capacity];
        Arrays.fill(heads, NONE);
        return heads;
    }
}
