package net.bioclipse.adit.chemistry.cdk.crystal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Formula;

/**
 * Crystals that are the same: of one composition, and no minimum distance between their elements differs by more than a
 * threshold ({@link PairDistances}; scaled to one volume per atom, as structure matchers do). Whether two are the same does
 * not depend on their cells; each group is known by its first member, so that the order of showing decides about chains of
 * near neighbours.
 *
 * <p>{@link CandidateTable} leaves only few to compare, the others are kept packed ({@link CrystalStore}, some 220 bytes for
 * one of ten atoms with all that is known of it), and far neighbours are looked at only where the near ones agree, so that
 * time grows little faster than the number of crystals, and a million different ones fit into half a gigabyte. For one thread.
 */
public final class CrystalGroups {

    /** Of the cube root of the volume per atom; calibrated in docs/validation-crystals.md. */
    static final float THRESHOLD = 0.02f;

    private static final int NEAR = 12;
    private static final int FAR = 200;
    /** Members whose distances are not computed again, the last ones that were asked for. */
    private static final int RECENT = 256;

    /** A crystal with its distances, the far ones when they are asked for. */
    private static final class Shown {

        private final Crystal crystal;
        private final Formula composition;
        private final float[] near;
        private Optional<float[]> far;

        Shown(Crystal crystal, float[] near) {
            this.crystal = crystal;
            this.composition = crystal.formula().reduced();
            this.near = near;
        }

        /** Whether it is the same; far neighbours that would take too long are passed over. */
        boolean isSame(Shown other) {
            return composition.equals(other.composition) && agree(near, other.near)
                    && agree(far().orElse(near), other.far().orElse(other.near));
        }

        private Optional<float[]> far() {
            if (far == null) {
                far = PairDistances.of(crystal, FAR);
            }
            return far;
        }
    }

    private final CandidateTable table = new CandidateTable();
    private final CrystalStore store = new CrystalStore();
    private long[] indices = new long[64];
    private long[] places = new long[64];
    private int members;
    private final Map<Integer, Shown> recent = new LinkedHashMap<>(2 * RECENT, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Shown> eldest) {
            return size() > RECENT;
        }
    };

    /** The index of the first crystal shown before that is the same, or {@code index} when there is none. */
    public long firstEqual(long index, Crystal crystal) {
        Optional<float[]> near = PairDistances.of(crystal, NEAR);
        if (near.isEmpty()) {
            return index;
        }
        Shown shown = new Shown(crystal, near.get());
        long[] first = {Long.MAX_VALUE};
        table.candidates(shown.composition, shown.near, member -> {
            if (indices[member] < first[0] && shown.isSame(known(member))) {
                first[0] = indices[member];
            }
        });
        if (first[0] < Long.MAX_VALUE) {
            return first[0];
        }
        add(index, shown);
        return index;
    }

    private void add(long index, Shown shown) {
        if (members == indices.length) {
            indices = Arrays.copyOf(indices, 2 * members);
            places = Arrays.copyOf(places, 2 * members);
        }
        indices[members] = index;
        places[members] = store.add(shown.crystal);
        table.add(shown.composition, shown.near);
        members++;
    }

    /** A member as it was shown, to the precision of the store. */
    private Shown known(int member) {
        return recent.computeIfAbsent(member, m -> {
            Crystal crystal = store.get(places[m]);
            return new Shown(crystal, PairDistances.of(crystal, NEAR).orElseGet(() -> new float[0]));
        });
    }

    /** Two crystals of which one is too large for far neighbours have arrays of different lengths; they do not agree. */
    private static boolean agree(float[] distances, float[] others) {
        if (distances.length != others.length) {
            return false;
        }
        for (int i = 0; i < distances.length; i++) {
            if (!(Math.abs(distances[i] - others[i]) <= THRESHOLD)) {
                return false;
            }
        }
        return true;
    }
}
