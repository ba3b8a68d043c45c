package net.bioclipse.adit.structure;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is perceived about one structure: verdicts with reasons, and for molecules bonds and charges. A value beside the
 * structure, never written into it.
 *
 * @param findings   every check that was made, in order; the structure is valid when all of its validity checks passed
 * @param bonds      perceived bonds, empty for crystals and where perception failed
 * @param charges    formal charge of each atom, or empty when not perceived
 * @param properties values for tables and files in a stable order: "SMILES", "InChIKey", "density", …
 * @param identity   equal for two structures that count as the same (InChIKey of a molecule); empty when it cannot be told
 */
public record Assessment(List<Finding> findings, List<Bond> bonds, int[] charges, Map<String, Object> properties,
        Optional<String> identity) {

    /**
     * What a check is for. VALIDITY: chemistry allows the structure. PLAUSIBILITY: nature would make it so (bond lengths,
     * planarity). COMPARISON: another convention's verdict, for comparison with published figures.
     */
    public enum Family { VALIDITY, PLAUSIBILITY, COMPARISON }

    /**
     * One check of one structure.
     *
     * @param check   its name in reports and counts: "connected", "minimum distance"
     * @param passed  whether the structure passes
     * @param message why not, with atoms and numbers; empty when passed and there is nothing to say
     * @param family  what the check is for
     */
    public record Finding(String check, boolean passed, String message, Family family) {

        /** A check of validity. */
        public Finding(String check, boolean passed, String message) {
            this(check, passed, message, Family.VALIDITY);
        }
    }

    /**
     * A bond between two atoms.
     *
     * @param first  index of an atom, from 0
     * @param second index of another atom, from 0
     * @param order  1, 2 or 3
     */
    public record Bond(int first, int second, int order) {
    }

    public Assessment {
        findings = List.copyOf(findings);
        bonds = List.copyOf(bonds);
        charges = charges.clone();
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Formal charge of each atom, or empty when not perceived; a copy. */
    @Override
    public int[] charges() {
        return charges.clone();
    }

    /** True when every check of validity passed. */
    public boolean valid() {
        return failure().isEmpty();
    }

    /** True when every check of validity and of plausibility that was made passed. */
    public boolean plausible() {
        return valid() && firstFailed(Family.PLAUSIBILITY).isEmpty();
    }

    /** The first failed check of validity, the one that counts as the reason; empty when valid. */
    public Optional<Finding> failure() {
        return firstFailed(Family.VALIDITY);
    }

    /** The first failed check of a family; empty when all that were made passed. */
    public Optional<Finding> firstFailed(Family family) {
        return findings.stream().filter(finding -> finding.family() == family && !finding.passed()).findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Assessment that && findings.equals(that.findings) && bonds.equals(that.bonds)
                && Arrays.equals(charges, that.charges) && properties.equals(that.properties)
                && identity.equals(that.identity);
    }

    @Override
    public int hashCode() {
        return 31 * findings.hashCode() + properties.hashCode();
    }
}
