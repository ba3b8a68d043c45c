package net.bioclipse.adit.forcefield;

import java.util.List;
import java.util.OptionalDouble;
import net.bioclipse.adit.forcefield.LimitedMemoryBfgs.Descent;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StrainMeter;

/** Strain as the {@link Mmff94} energy that a molecule loses on its way to the nearest minimum. */
public final class Mmff94Strain implements StrainMeter {

    @Override
    public Strain of(Molecule molecule, List<Bond> bonds, int[] charges) {
        try {
            Mmff94 field = Mmff94.of(molecule, bonds, charges);
            double before = field.energy();
            if (!Double.isFinite(before)) {
                return new Strain(OptionalDouble.empty(), "it has no energy: atoms lie on each other");
            }
            // No clock stops it, so that the answer is the same on every machine; its number of steps is limited.
            Descent descent = field.descend(() -> false);
            return new Strain(OptionalDouble.of(before - descent.energy()),
                    field.mostRelieved(field.start(), descent.positions()));
        } catch (UntypedMoleculeException e) {
            return new Strain(OptionalDouble.empty(), e.getMessage());
        }
    }
}
