package net.bioclipse.adit.generation;

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
}
