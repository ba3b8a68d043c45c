package net.bioclipse.adit.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;

/** OpenChemLib, whose manifest is generated, finds its tables inside Equinox. */
class ForceFieldTest {

    @Test
    void measuresTheStrainOfAMolecule() {
        assertNotNull(FrameworkUtil.getBundle(Workshop.class), "this test must run inside OSGi");
        // Water whose bonds are 0.1 Å too long.
        Molecule water = new Molecule(new int[] {8, 1, 1}, new double[] {0, 0, 0, 1.07, 0, 0, -0.26, 1.04, 0});
        Assessment assessment = Workshop.assessor(Set.of(Aspect.STRAIN)).assess(water);
        assertEquals(null, assessment.properties().get("strain not measured"));
        double strain = (Double) assessment.properties().get("strain");
        assertTrue(strain > 5 && strain < 20, "strain of " + strain + " kcal/mol");
    }
}
