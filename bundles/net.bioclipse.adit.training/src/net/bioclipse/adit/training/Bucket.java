package net.bioclipse.adit.training;

/**
 * All structures of one kind and one atom count, structure after structure.
 *
 * @param crystal    whether they are crystals; else molecules
 * @param size       how many
 * @param atoms      atoms of each
 * @param types      atomic numbers, size × atoms
 * @param positions  Å, centred, size × atoms × 3
 * @param fractional fractional coordinates, size × atoms × 3; zeros for molecules
 * @param lattice    lengths / atoms^(1/3) and angles in radians, size × 6; zeros for molecules
 */
record Bucket(boolean crystal, int size, int atoms, int[] types, float[] positions, float[] fractional, float[] lattice) {

    /** Row of the data set table in the denoiser. */
    int dataset() {
        return crystal ? 1 : 2;
    }
}
