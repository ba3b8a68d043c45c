package net.bioclipse.adit.chemistry.cdk;

import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.chemistry.cdk.crystal.CrystalAssessor;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StrainMeter;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.SymmetryFinder;

/** Judges molecules by {@link CdkMoleculeAssessor} and crystals by {@link CrystalAssessor}. */
public final class ChemistryAssessor implements StructureAssessor {

    private final StructureAssessor molecules;
    private final StructureAssessor crystals;

    /** Without space groups and strain. */
    public ChemistryAssessor(Set<Aspect> aspects) {
        this(aspects, (crystal, tolerance) -> Optional.empty(), StrainMeter.NONE);
    }

    /**
     * @param aspects  what to look at beside validity
     * @param symmetry finds the space groups of crystals
     * @param strain   measures the strain of molecules
     */
    public ChemistryAssessor(Set<Aspect> aspects, SymmetryFinder symmetry, StrainMeter strain) {
        molecules = new CdkMoleculeAssessor(aspects, strain);
        crystals = new CrystalAssessor(aspects, symmetry);
    }

    @Override
    public Assessment assess(AtomicStructure structure) {
        return (structure instanceof Molecule ? molecules : crystals).assess(structure);
    }
}
