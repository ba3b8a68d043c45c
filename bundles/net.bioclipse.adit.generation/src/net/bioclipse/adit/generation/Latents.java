package net.bioclipse.adit.generation;

/**
 * Latent tokens of a batch of structures with equal atom counts, or any array of that shape.
 *
 * @param batch  number of structures
 * @param atoms  atoms (tokens) of each
 * @param values batch × atoms × 8 row by row; owned by whoever made it, not copied
 */
public record Latents(int batch, int atoms, float[] values) {

    /** Features of a token. */
    public static final int WIDTH = net.bioclipse.adit.modelpackage.Architecture.LATENT;

    public Latents {
        if (values.length != batch * atoms * WIDTH) {
            throw new IllegalArgumentException(batch + " × " + atoms + " latents of width " + WIDTH + " need "
                    + batch * atoms * WIDTH + " values, " + values.length + " were given.");
        }
    }

    public static Latents zeros(int batch, int atoms) {
        return new Latents(batch, atoms, new float[batch * atoms * WIDTH]);
    }
}
