package net.bioclipse.adit.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.bioclipse.adit.physics.BondChange;
import net.bioclipse.adit.physics.Relaxation;
import net.bioclipse.adit.physics.Relaxation.Relaxed;
import net.bioclipse.adit.physics.Relaxation.State;
import net.bioclipse.adit.physics.Superposition;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureReader.Entry;

/** Relaxes molecules and looks whether the same atoms are bonded afterwards. Safe for several threads. */
final class Relaxer {

    private final Relaxation relaxation;
    private final StructureAssessor assessor;
    private final BooleanSupplier cancelled;

    /** @param assessor perceives the bonds after the relaxation */
    Relaxer(Relaxation relaxation, StructureAssessor assessor, BooleanSupplier cancelled) {
        this.relaxation = relaxation;
        this.assessor = assessor;
        this.cancelled = cancelled;
    }

    /**
     * @param assessment of the entry; its charges add up to the charge of the molecule
     * @return empty for what has no positions or is no molecule
     */
    Optional<RelaxedStructure> relax(Entry entry, Assessment assessment) throws IOException {
        if (entry.asDrawn().isPresent() || !(entry.structure() instanceof Molecule molecule)) {
            return Optional.empty();
        }
        if (cancelled.getAsBoolean()) {
            Relaxed nothing = new Relaxed(State.CANCELLED, Optional.empty(), Double.NaN, Double.NaN, "");
            return Optional.of(new RelaxedStructure(nothing, molecule, Double.NaN, Optional.empty()));
        }
        Relaxed relaxed = relaxation.relax(molecule, Arrays.stream(assessment.charges()).sum(), cancelled);
        return Optional.of(new RelaxedStructure(relaxed, molecule,
                relaxed.structure().map(after -> Superposition.rmsd(molecule.positions(), after.positions())).orElse(Double.NaN),
                relaxed.structure().map(after -> BondChange.between(assessment, assessor.assess(after)))));
    }
}
