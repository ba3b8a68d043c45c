package net.bioclipse.adit.structure.known;

import java.util.Optional;
import net.bioclipse.adit.structure.Crystal;

/**
 * Numbers that hardly differ between two crystals that are the same, in whatever cell, order and position they are given, and
 * differ between others of their composition. Implementations are safe for several threads.
 */
public interface CrystalFingerprint {

    /** How many numbers there are, the same for every crystal, at most {@link #MOST}. */
    int length();

    /** How much any of them may differ between two crystals that are the same. */
    double tolerance();

    /** @return numbers from 0 to 16, larger ones count as 16; empty when the crystal is too large or too odd for them */
    Optional<float[]> of(Crystal crystal);

    /** Most numbers that a fingerprint may have. */
    int MOST = 1000;
}
