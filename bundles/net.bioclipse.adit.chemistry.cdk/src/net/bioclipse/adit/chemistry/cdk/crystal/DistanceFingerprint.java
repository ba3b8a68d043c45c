package net.bioclipse.adit.chemistry.cdk.crystal;

import java.util.Optional;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.known.CrystalFingerprint;

/**
 * 27 of the numbers by which {@link CrystalGroups} tells crystals apart: for each pair of elements average or deviation of the
 * distance to some near and some far neighbour. Crystals that are the same there are the same here; the reverse fails for
 * crystals that differ little, as some polytypes do. Which neighbours come first was chosen on pairs of known crystals, by
 * agreement with a structure matcher.
 */
public final class DistanceFingerprint implements CrystalFingerprint {

    /**
     * Of the cube root of the volume per atom. Wider than what counts as the same inside a run: a drawn crystal is not relaxed,
     * and one that is a distorted copy of a known one must not be called novel. Calibrated in docs/validation-crystals.md.
     */
    private static final double TOLERANCE = 0.05;

    private static final int LENGTH = 27;
    private static final int NEIGHBOURS = 50;

    /**
     * Neighbours in the order of their worth; a minus sign asks for the deviation. The first is taken for every pair of
     * elements, then the second, and so on, so that an element alone uses all of them and four elements the first two. Other
     * numbers would ask for another word in the footer of an index, so that indices made before are not misread.
     */
    private static final int[] ORDER = {4, 40, 11, 16, -18, 1, -8, 50, 8, 45, 20, 5, 2, -16, 36, 12, 28, -32, 24, 3, -40, 9, 6,
        14, 10, -1, -4};

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public double tolerance() {
        return TOLERANCE;
    }

    @Override
    public Optional<float[]> of(Crystal crystal) {
        return PairDistances.of(crystal, NEIGHBOURS).map(DistanceFingerprint::chosen);
    }

    /** @param distances as {@link PairDistances} gives them: for each pair and neighbour an average and a deviation */
    private static float[] chosen(float[] distances) {
        int pairs = distances.length / (2 * NEIGHBOURS);
        float[] chosen = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            int neighbour = ORDER[i / pairs];
            int at = 2 * (i % pairs * NEIGHBOURS + Math.abs(neighbour) - 1);
            chosen[i] = distances[neighbour < 0 ? at + 1 : at];
        }
        return chosen;
    }
}
