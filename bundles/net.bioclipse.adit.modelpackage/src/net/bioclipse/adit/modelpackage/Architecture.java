package net.bioclipse.adit.modelpackage;

/**
 * Sizes of the ADiT networks (Joshi et al. 2025, arXiv 2503.03965); everything else about them is fixed.
 *
 * @param autoencoderWidth feature width d of encoder and decoder, a multiple of {@code autoencoderHeads} and even
 * @param encoderLayers    Transformer layers of the encoder
 * @param decoderLayers    Transformer layers of the decoder
 * @param autoencoderHeads attention heads of encoder and decoder
 * @param denoiserWidth    feature width of the Diffusion Transformer, a multiple of {@code denoiserHeads} and even
 * @param denoiserLayers   its blocks
 * @param denoiserHeads    its attention heads
 * @param timeScale        factor on t in [0,1] before the 256 sinusoids
 */
public record Architecture(int autoencoderWidth, int encoderLayers, int decoderLayers, int autoencoderHeads,
        int denoiserWidth, int denoiserLayers, int denoiserHeads, double timeScale) {

    /** Features of one latent token. */
    public static final int LATENT = 8;
    /** Rows of the atom-type table and classes of the type head: atomic numbers 1–99, row 0 for a masked type. */
    public static final int ATOM_TYPES = 100;
    /** Rows of the data set table: 0 the null class of guidance, 1 periodic, 2 molecule. */
    public static final int DATASETS = 3;
    /** Rows of the space group table: 0 the null class, then 1–230. */
    public static final int SPACE_GROUPS = 231;
    /** Sinusoids of the time embedding, cosines first. */
    public static final int TIME_FEATURES = 256;
}
