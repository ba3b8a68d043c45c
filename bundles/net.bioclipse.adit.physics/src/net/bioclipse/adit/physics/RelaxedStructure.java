package net.bioclipse.adit.physics;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.physics.Relaxation.Relaxed;
import net.bioclipse.adit.physics.Relaxation.State;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Molecule;

/**
 * What a relaxation made of a molecule.
 *
 * @param relaxed its result
 * @param method  method, program and version
 * @param before  the molecule before
 * @param rmsd    of all atoms after superposition, Å; NaN without a result
 * @param change  what is bonded now and was not, or the other way round; empty without a result
 * @param after   what the checks say of the relaxed molecule; its properties tell of the relaxation as well, so that a file
 *                with it says what it holds
 */
public record RelaxedStructure(Relaxed relaxed, String method, Molecule before, double rmsd, Optional<BondChange> change,
        Optional<Assessment> after) {

    /** How much energy was gained, in kcal/mol; NaN without a result. */
    public double gained() {
        return relaxed.energyBefore() - relaxed.energyAfter();
    }

    /** True when the same atoms are bonded as before. */
    public boolean kept() {
        return change.map(BondChange::none).orElse(false);
    }

    public boolean cancelled() {
        return relaxed.state() == State.CANCELLED;
    }

    /** "relaxed", "not converged". */
    public String state() {
        return relaxed.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** "relaxed, 12.3 kcal/mol lower, RMSD 0.120 Å, kept". */
    public String described() {
        if (relaxed.structure().isEmpty()) {
            return state() + (relaxed.message().isEmpty() ? "" : ": " + relaxed.message());
        }
        return String.format(Locale.ROOT, "%s, %.1f kcal/mol lower, RMSD %.3f Å, %s", state(), gained(), rmsd,
                kept() ? "kept" : "fell apart: " + change.map(c -> c.described(before)).orElse(""));
    }

    /** By the keys of JSON and CSV. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("relaxation", relaxed.state().name().toLowerCase(Locale.ROOT));
        fields.put("relaxation_message", relaxed.message().isEmpty() ? null : relaxed.message());
        fields.put("relaxed_by", method);
        fields.put("energy_before_kcal_per_mol", relaxed.energyBefore());
        fields.put("energy_after_kcal_per_mol", relaxed.energyAfter());
        fields.put("energy_gained_kcal_per_mol", gained());
        fields.put("rmsd", rmsd);
        fields.put("kept_its_bonds", relaxed.structure().isPresent() ? kept() : null);
        fields.put("valid_when_relaxed", after.map(Assessment::valid).orElse(null));
        fields.put("plausible_when_relaxed", after.map(Assessment::plausible).orElse(null));
        return fields;
    }
}
