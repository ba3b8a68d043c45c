package net.bioclipse.adit.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.generation.Refinement;
import net.bioclipse.adit.physics.RelaxedStructure;
import net.bioclipse.adit.physics.Relaxation;
import net.bioclipse.adit.physics.Relaxer;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StructureAssessor;

/**
 * Relaxes drawn molecules. What does not keep its bonds, or cannot be computed, is refused as it was drawn; what the method does
 * not describe stays as drawn and says so.
 */
final class RelaxingRefinement implements Refinement {

    /** Name of the check that a molecule fails when its relaxation does. */
    static final String CHECK = "relaxation";

    private final Relaxer relaxer;

    /** @param assessor judges the molecules after the relaxation */
    RelaxingRefinement(Relaxation relaxation, StructureAssessor assessor) {
        this.relaxer = new Relaxer(relaxation, assessor, () -> Thread.currentThread().isInterrupted());
    }

    @Override
    public Refined refine(AtomicStructure structure, Assessment drawn) {
        if (!(structure instanceof Molecule molecule)) {
            return new Refined(structure, drawn);
        }
        RelaxedStructure relaxed = relax(molecule, drawn);
        if (relaxed.relaxed().state() == Relaxation.State.NOT_ASSESSABLE) {
            Map<String, Object> properties = new LinkedHashMap<>(drawn.properties());
            properties.put("relaxed by", "nothing, " + relaxed.relaxed().message());
            return new Refined(structure, new Assessment(drawn.findings(), drawn.bonds(), drawn.charges(), properties,
                    drawn.identity()));
        }
        if (!relaxed.kept()) {
            List<Finding> findings = new ArrayList<>(drawn.findings());
            findings.add(new Finding(CHECK, false, relaxed.described()));
            return new Refined(structure, new Assessment(findings, drawn.bonds(), drawn.charges(), drawn.properties(),
                    drawn.identity()));
        }
        return new Refined(relaxed.relaxed().structure().orElseThrow(), relaxed.after().orElseThrow());
    }

    private RelaxedStructure relax(Molecule molecule, Assessment drawn) {
        try {
            return relaxer.relax(molecule, drawn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
