package net.bioclipse.adit.chemistry.cdk;

import java.util.Set;
import net.bioclipse.adit.chemistry.cdk.crystal.CrystalAssessor;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StructureAssessor;

/** Judges molecules by {@link CdkMoleculeAssessor} and crystals by {@link CrystalAssessor}. */
public final class ChemistryAssessor implements StructureAssessor {

    private final StructureAssessor molecules;
    private final StructureAssessor crystals;

    /** @param aspects what to look at beside validity */
    public ChemistryAssessor(Set<Aspect> aspects) {
        molecules = new CdkMoleculeAssessor(aspects);
        crystals = new CrystalAssessor(aspects);
    }

    @Override
    public Assessment assess(AtomicStructure structure) {
        return (structure instanceof Molecule ? molecules : crystals).assess(structure);
    }
}
