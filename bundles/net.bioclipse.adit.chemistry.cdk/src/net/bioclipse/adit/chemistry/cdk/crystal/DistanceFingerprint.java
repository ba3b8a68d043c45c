package net.bioclipse.adit.chemistry.cdk.crystal;

import java.util.Optional;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.known.CrystalFingerprint;

/**
 * 27 of the numbers by which {@link CrystalGroups} tells crystals apart: for each pair of elements average or deviation of the
 * distance to some near and some far neighbour. Crystals that are the same there are the same here. The reverse fails where
 * only other neighbours differ, as in some polytypes; how often is measured in docs/validation-crystals.md. Which neighbours
 * come first was chosen on pairs of known crystals so that few are left that these numbers do not tell apart.
 */
public final class DistanceFingerprint implements CrystalFingerprint {

    private static final int LENGTH = 27;
    private static final int NEIGHBOURS = 100;

    /**
     * Neighbours in the order of their worth; a minus sign asks for the deviation. The first is taken for every pair of
     * elements, then the second, and so on, so that an element alone uses all of them and four elements the first two.
     */
    private static final int[] ORDER = {45, 8, 90, 56, -8, 16, 20, 5, 1, -16, 80, 36, 12, 64, 28, 72, -32, 100, 3, -100, 9, 2,
        14, 24, 50, -1, -4};

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public double tolerance() {
        return CrystalGroups.THRESHOLD;
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
