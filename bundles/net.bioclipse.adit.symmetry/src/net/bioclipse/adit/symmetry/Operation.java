package net.bioclipse.adit.symmetry;

/**
 * A symmetry operation of a crystal in a reduced basis, as found.
 *
 * @param rotation    see {@link Rotation}
 * @param translation in fractional coordinates, the mean over the sites
 * @param images      the site on which each site comes to lie
 */
record Operation(int[] rotation, double[] translation, int[] images) {
}
