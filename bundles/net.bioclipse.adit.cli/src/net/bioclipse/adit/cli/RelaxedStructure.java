package net.bioclipse.adit.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.physics.BondChange;
import net.bioclipse.adit.physics.Relaxation.Relaxed;
import net.bioclipse.adit.physics.Relaxation.State;
import net.bioclipse.adit.structure.Molecule;

/**
 * What a relaxation made of a molecule.
 *
 * @param relaxed its result
 * @param before  the molecule before
 * @param rmsd    of all atoms after superposition, Å; NaN without a result
 * @param change  what is bonded now and was not, or the other way round; empty without a result
 */
record RelaxedStructure(Relaxed relaxed, Molecule before, double rmsd, Optional<BondChange> change) {

    /** One hartree in kcal/mol (CODATA 2018). */
    private static final double KCAL_PER_MOL = 627.5094740631;

    /** How much energy was gained, in kcal/mol; NaN without a result. */
    double gained() {
        return (relaxed.energyBefore() - relaxed.energyAfter()) * KCAL_PER_MOL;
    }

    /** True when the same atoms are bonded as before. */
    boolean kept() {
        return change.map(BondChange::none).orElse(false);
    }

    /** "relaxed, 12.3 kcal/mol lower, RMSD 0.120 Å, kept". */
    String described() {
        String state = relaxed.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (relaxed.structure().isEmpty()) {
            return state + (relaxed.message().isEmpty() ? "" : ": " + relaxed.message());
        }
        return String.format(Locale.ROOT, "%s, %.1f kcal/mol lower, RMSD %.3f Å, %s", state, gained(), rmsd,
                kept() ? "kept" : "fell apart: " + change.map(c -> c.described(before)).orElse(""));
    }

    /** By the keys of JSON and CSV. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("relaxation", relaxed.state().name().toLowerCase(Locale.ROOT));
        fields.put("energy_before_hartree", relaxed.energyBefore());
        fields.put("energy_after_hartree", relaxed.energyAfter());
        fields.put("energy_gained_kcal_per_mol", gained());
        fields.put("rmsd", rmsd);
        fields.put("kept_its_bonds", relaxed.structure().isPresent() ? kept() : null);
        return fields;
    }

    boolean cancelled() {
        return relaxed.state() == State.CANCELLED;
    }
}
