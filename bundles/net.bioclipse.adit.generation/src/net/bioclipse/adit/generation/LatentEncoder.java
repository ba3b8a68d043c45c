package net.bioclipse.adit.generation;

/** Turns atoms into latents; makes the decoder exact ({@link InvertingDecoder}). */
public interface LatentEncoder {

    /**
     * @param batch      number of structures
     * @param atoms      atoms of each
     * @param types      atomic numbers, batch × atoms
     * @param positions  Cartesian, Å, batch × atoms × 3, centred
     * @param fractional fractional coordinates, batch × atoms × 3; zeros for molecules
     * @return means in the normalised latent space (unit variance)
     */
    Latents encode(int batch, int atoms, long[] types, float[] positions, float[] fractional);
}
