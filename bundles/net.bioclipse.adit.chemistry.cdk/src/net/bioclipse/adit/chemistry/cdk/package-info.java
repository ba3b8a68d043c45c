/**
 * What can be said about a structure: perception of bonds and charges from coordinates, validity, identity, and the formats
 * that hold bonds (SDF, SMILES). Molecules by the Chemistry Development Kit; crystals in the package {@code crystal}.
 *
 * <p>Never imports generation, inference or a face.
 */
package net.bioclipse.adit.chemistry.cdk;
