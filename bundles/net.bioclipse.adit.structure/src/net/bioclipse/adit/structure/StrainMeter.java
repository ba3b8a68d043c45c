package net.bioclipse.adit.structure;

import java.util.List;
import java.util.OptionalDouble;
import net.bioclipse.adit.structure.Assessment.Bond;

/**
 * Measures how far a molecule is above the nearest minimum of its energy. Implementations are safe for several threads and
 * give the same answer to the same molecule.
 */
public interface StrainMeter {

    /** Can never tell. */
    StrainMeter NONE = (molecule, bonds, charges) -> new Strain(OptionalDouble.empty(), "nothing here measures it");

    /**
     * What was measured.
     *
     * @param energy in kcal/mol, 0 at a minimum; empty when it cannot be told
     * @param words  where the strain sits, "bond C1–C2 by 14.2 kcal/mol"; or why it cannot be told
     */
    record Strain(OptionalDouble energy, String words) {
    }

    /**
     * @param bonds   perceived bonds with orders, every hydrogen an atom
     * @param charges formal charge of each atom
     */
    Strain of(Molecule molecule, List<Bond> bonds, int[] charges);
}
