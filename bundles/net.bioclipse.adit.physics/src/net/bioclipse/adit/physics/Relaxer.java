package net.bioclipse.adit.physics;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.bioclipse.adit.physics.Relaxation.Relaxed;
import net.bioclipse.adit.physics.Relaxation.State;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StructureAssessor;

/**
 * Relaxes molecules and looks at them again: whether the same atoms are bonded, and what the checks say. Safe for several
 * threads.
 */
public final class Relaxer {

    private final Relaxation relaxation;
    private final StructureAssessor assessor;
    private final BooleanSupplier cancelled;

    /** @param assessor judges the molecules after the relaxation */
    public Relaxer(Relaxation relaxation, StructureAssessor assessor, BooleanSupplier cancelled) {
        this.relaxation = relaxation;
        this.assessor = assessor;
        this.cancelled = cancelled;
    }

    /**
     * @param drawn what was found about the molecule as it is; its charges add up to the total charge
     * @throws IOException when the program cannot be run at all, with a sentence for the user
     */
    public RelaxedStructure relax(Molecule molecule, Assessment drawn) throws IOException {
        Relaxed relaxed = cancelled.getAsBoolean() ? Relaxed.without(State.CANCELLED, "")
                : relaxation.relax(molecule, drawn, cancelled);
        double rmsd = relaxed.structure().map(after -> Superposition.rmsd(molecule.positions(), after.positions()))
                .orElse(Double.NaN);
        Optional<Assessment> after = relaxed.structure().map(assessor::assess);
        Optional<BondChange> change = after.map(then -> BondChange.between(drawn, then));
        return new RelaxedStructure(relaxed, relaxation.description(), molecule, rmsd, change,
                after.map(then -> labelled(then, relaxed, rmsd, change.orElseThrow(), drawn)));
    }

    /** The assessment with what a reader of the file must know: that somebody moved the atoms, and what was there before. */
    private Assessment labelled(Assessment after, Relaxed relaxed, double rmsd, BondChange change, Assessment drawn) {
        Map<String, Object> properties = new LinkedHashMap<>(after.properties());
        properties.put("relaxed by", relaxation.description());
        properties.put("energy before (kcal/mol)", Labels.decimals(relaxed.energyBefore(), 3));
        properties.put("energy after (kcal/mol)", Labels.decimals(relaxed.energyAfter(), 3));
        properties.put("RMSD to drawn (angstrom)", Labels.decimals(rmsd, 3));
        properties.put("kept its bonds", change.none());
        properties.put("as drawn", verdict(drawn));
        return new Assessment(after.findings(), after.bonds(), after.charges(), properties, after.identity());
    }

    private static String verdict(Assessment drawn) {
        boolean judged = drawn.findings().stream().anyMatch(finding -> finding.family() == Family.PLAUSIBILITY);
        return drawn.failure().map(failure -> "refused: " + failure.check())
                .or(() -> drawn.firstFailed(Family.PLAUSIBILITY).map(failure -> "not plausible: " + failure.check()))
                .orElse(judged ? "plausible" : "valid");
    }
}
