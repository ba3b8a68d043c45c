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

    /** Whether there is a probability of every element for every atom of a structure, 0 ≤ row < batch. */
    boolean hasFiniteLogits(int row) {
        int width = atoms * Architecture.ATOM_TYPES;
        return allFinite(typeLogits, row * width, width);
    }

    static boolean allFinite(float[] values, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            if (!Float.isFinite(values[i])) {
                return false;
            }
        }
        return true;
    }

    /** Of an element for a token, 0 ≤ token < batch · atoms. */
    float logit(int token, int element) {
        return typeLogits[token * Architecture.ATOM_TYPES + element];
    }
}
