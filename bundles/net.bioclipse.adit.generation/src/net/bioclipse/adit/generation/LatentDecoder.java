package net.bioclipse.adit.generation;

/** Turns clean latents into atoms. */
public interface LatentDecoder {

    /** @param latents in the normalised latent space (unit variance); the decoder knows the package's mean and scale */
    DecodedAtoms decode(Latents latents);
}
