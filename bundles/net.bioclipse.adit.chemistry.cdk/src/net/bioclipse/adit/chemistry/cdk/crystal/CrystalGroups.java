package net.bioclipse.adit.chemistry.cdk.crystal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Formula;

/**
 * Crystals that are the same: of one composition, and no minimum distance between their elements differs by more than a
 * threshold ({@link PairDistances}; scaled to one volume per atom, as structure matchers do). Whether two are the same does
 * not depend on their cells; each group is known by its first member, so that the order of showing decides about chains of
 * near neighbours.
 *
 * <p>Those of one composition are kept in the order of one distance, only those within the threshold are looked at, and far
 * neighbours only where the near ones agree, so that the time grows little faster than the number of crystals. For one
 * thread.
 */
public final class CrystalGroups {

    /** Of the cube root of the volume per atom; calibrated in docs/validation-crystals.md. */
    static final float THRESHOLD = 0.02f;

    private static final int NEAR = 12;
    private static final int FAR = 200;

    private static final class Member {

        private final long index;
        private final Crystal crystal;
        private final float[] near;
        private Optional<float[]> far;

        Member(long index, Crystal crystal, float[] near) {
            this.index = index;
            this.crystal = crystal;
            this.near = near;
        }

        /** Whether it is the same; far neighbours that would take too long are passed over. */
        boolean isSame(Member other) {
            return agree(near, other.near) && agree(far().orElse(near), other.far().orElse(other.near));
        }

        private Optional<float[]> far() {
            if (far == null) {
                far = PairDistances.of(crystal, FAR);
            }
            return far;
        }
    }

    private final Map<Formula, NavigableMap<Float, List<Member>>> byComposition = new HashMap<>();

    /** The index of the first crystal shown before that is the same, or {@code index} when there is none. */
    public long firstEqual(long index, Crystal crystal) {
        Optional<float[]> near = PairDistances.of(crystal, NEAR);
        if (near.isEmpty()) {
            return index;
        }
        Member shown = new Member(index, crystal, near.get());
        float key = shown.near[0];
        NavigableMap<Float, List<Member>> members =
                byComposition.computeIfAbsent(crystal.formula().reduced(), formula -> new TreeMap<>());
        Optional<Member> first = members.subMap(key - THRESHOLD, true, key + THRESHOLD, true).values().stream()
                .flatMap(List::stream).filter(shown::isSame).min(Comparator.comparingLong(member -> member.index));
        if (first.isPresent()) {
            return first.get().index;
        }
        members.computeIfAbsent(key, k -> new ArrayList<>(1)).add(shown);
        return index;
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
