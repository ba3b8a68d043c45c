package net.bioclipse.adit.chemistry.cdk.crystal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Formula;

/**
 * Crystals that are the same: of one composition, and no average distance between their elements differs by more than a
 * threshold ({@link PairDistances}; scaled to one volume per atom, as structure matchers do). Whether two are the same does
 * not depend on their cells; each group is known by its first member, so that the order of showing decides about chains of
 * near neighbours.
 *
 * <p>Those of one composition are kept in the order of one distance, and only those within the threshold are looked at, so
 * that the time grows little faster than the number of crystals. For one thread.
 */
public final class CrystalGroups {

    /** Of the cube root of the volume per atom; calibrated in docs/validation-crystals.md. */
    static final float THRESHOLD = 0.12f;

    private record Member(long index, float[] distances) {
    }

    private final Map<Formula, NavigableMap<Float, List<Member>>> byComposition = new HashMap<>();

    /** The index of the first crystal shown before that is the same, or {@code index} when there is none. */
    public long firstEqual(long index, Crystal crystal) {
        Optional<float[]> computed = PairDistances.of(crystal);
        if (computed.isEmpty()) {
            return index;
        }
        float[] distances = computed.get();
        NavigableMap<Float, List<Member>> members =
                byComposition.computeIfAbsent(crystal.formula().reduced(), formula -> new TreeMap<>());
        long first = Long.MAX_VALUE;
        for (List<Member> near : members.subMap(distances[0] - THRESHOLD, true, distances[0] + THRESHOLD, true).values()) {
            for (Member member : near) {
                if (member.index < first && farthest(member.distances, distances) <= THRESHOLD) {
                    first = member.index;
                }
            }
        }
        if (first < Long.MAX_VALUE) {
            return first;
        }
        members.computeIfAbsent(distances[0], key -> new ArrayList<>(1)).add(new Member(index, distances));
        return index;
    }

    /** The largest difference between two crystals of the same elements. */
    static float farthest(float[] distances, float[] others) {
        float largest = 0;
        for (int i = 0; i < distances.length; i++) {
            largest = Math.max(largest, Math.abs(distances[i] - others[i]));
        }
        return largest;
    }
}
