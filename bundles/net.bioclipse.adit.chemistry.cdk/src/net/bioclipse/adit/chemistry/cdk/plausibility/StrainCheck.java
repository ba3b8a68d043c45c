package net.bioclipse.adit.chemistry.cdk.plausibility;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.chemistry.cdk.plausibility.Bounds.Range;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StrainMeter.Strain;

/**
 * Whether a geometry is near a minimum of the energy: the strain for each heavy atom against its bound in {@code bounds.tsv}.
 * This sees what no single bond or angle shows: that many of them are a little off, and how atoms are turned about bonds.
 */
public final class StrainCheck {

    private StrainCheck() {
    }

    /**
     * Adds the finding "strain" and the property "strain" in kcal/mol; where it cannot be told the property "strain not
     * measured" says why, and there is no finding, since that says nothing against the molecule.
     */
    public static void apply(Molecule molecule, Strain strain, List<Finding> findings, Map<String, Object> properties) {
        if (strain.energy().isEmpty()) {
            properties.put("strain not measured", strain.words());
            return;
        }
        double energy = strain.energy().getAsDouble();
        properties.put("strain", energy);
        long heavy = Math.max(1, Arrays.stream(molecule.atomicNumbers()).filter(number -> number > 1).count());
        Range bound = Bounds.of("strain", "heavy atom");
        boolean passed = bound.contains(energy / heavy);
        findings.add(new Finding("strain", passed, passed ? "" : Labels.decimals(energy, 1)
                + " kcal/mol above the nearest minimum, " + Labels.decimals(energy / heavy, 1)
                + " for each heavy atom instead of at most " + Labels.decimals(bound.highest(), 1)
                + (strain.words().isEmpty() ? "" : "; most of it in the " + strain.words()), Family.PLAUSIBILITY));
    }
}
