package net.bioclipse.adit.finetuning.conventions;

import net.bioclipse.adit.generation.StructureKind;

/**
 * One structure as the encoder takes it.
 *
 * @param kind       molecule or crystal
 * @param types      atomic number of each atom
 * @param positions  atoms × 3 in Å, their mean at the origin
 * @param fractional atoms × 3; zeros for a molecule
 * @param lattice    three lengths in Å divided by atoms^(1/3) and three angles in radians; zeros for a molecule
 */
public record TrainingArrays(StructureKind kind, int[] types, double[] positions, double[] fractional, double[] lattice) {

    public int atomCount() {
        return types.length;
    }
}
