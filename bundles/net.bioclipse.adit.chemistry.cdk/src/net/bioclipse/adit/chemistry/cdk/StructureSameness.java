package net.bioclipse.adit.chemistry.cdk;

import net.bioclipse.adit.chemistry.cdk.crystal.CrystalGroups;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.FirstIdentities;
import net.bioclipse.adit.structure.Sameness;

/** Molecules are the same by identity, crystals by their distances ({@link CrystalGroups}). */
public final class StructureSameness implements Sameness {

    private final FirstIdentities molecules = new FirstIdentities();
    private final CrystalGroups crystals = new CrystalGroups();

    @Override
    public long firstEqual(long index, AtomicStructure structure, Assessment assessment) {
        if (assessment.identity().isEmpty()) {
            return index; // what cannot be told apart counts as one of its own
        }
        if (structure instanceof Crystal crystal) {
            return crystals.firstEqual(index, crystal);
        }
        return molecules.first(assessment.identity().get(), index);
    }
}
