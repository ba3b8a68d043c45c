package net.bioclipse.adit.generation;

import net.bioclipse.adit.modelpackage.Architecture;

/**
 * Raw output of the decoder for a batch of structures with equal atom counts.
 *
 * @param batch      number of structures
 * @param atoms      atoms of each
 * @param typeLogits batch × atoms × 100; index = atomic number, index 0 is the masked type
 * @param positions  Cartesian, nm (not Å), batch × atoms × 3; meaningless for crystals
 * @param fractional fractional coordinates, batch × atoms × 3; meaningless for molecules
 * @param lattice    batch × 6: lengths in Å divided by atoms^(1/3), then angles in radians; meaningless for molecules
 */
public record DecodedAtoms(int batch, int atoms, float[] typeLogits, float[] positions, float[] fractional,
        float[] lattice) {

    /** Which of the elements is the most probable one of a token, 0 ≤ token < batch · atoms. */
    int mostProbable(int token, int[] elements) {
        int offset = token * Architecture.ATOM_TYPES;
        int best = elements[0];
        for (int z : elements) {
            if (typeLogits[offset + z] > typeLogits[offset + best]) {
                best = z;
            }
        }
        return best;
    }
}
