package net.bioclipse.adit.chemistry.cdk;

import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StructureAssessor;

/** Judges molecules by {@link CdkMoleculeAssessor} and crystals by {@link CrystalAssessor}. */
public final class ChemistryAssessor implements StructureAssessor {

    private final StructureAssessor molecules = new CdkMoleculeAssessor();
    private final StructureAssessor crystals = new CrystalAssessor();

    @Override
    public Assessment assess(AtomicStructure structure) {
        return (structure instanceof Molecule ? molecules : crystals).assess(structure);
    }
}
