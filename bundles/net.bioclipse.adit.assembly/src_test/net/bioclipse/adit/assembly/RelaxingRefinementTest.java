package net.bioclipse.adit.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import net.bioclipse.adit.generation.Refinement;
import net.bioclipse.adit.physics.Relaxation;
import net.bioclipse.adit.physics.Relaxation.Relaxed;
import net.bioclipse.adit.physics.Relaxation.State;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StructureAssessor;
import org.junit.jupiter.api.Test;

class RelaxingRefinementTest {

    /** Methanol, its bond of carbon and oxygen 0.15 Å too long. */
    private static final Molecule STRETCHED = new Molecule(new int[] {1, 1, 1, 1, 6, 8}, new double[] {
        -0.36, -1.03, 0.02, -0.36, 0.51, 0.89, -0.36, 0.51, -0.89, 1.87, 0.91, 0.05, 0, 0, 0, 1.57, 0, 0});

    private final StructureAssessor assessor = Workshop.assessor(Set.of(Aspect.PLAUSIBILITY));
    private final Assessment drawn = assessor.assess(STRETCHED);

    private Refinement.Refined refined(Relaxed relaxed) {
        Relaxation scripted = new Relaxation() {

            @Override
            public Relaxed relax(Molecule molecule, Assessment perceived, BooleanSupplier cancelled) {
                return relaxed;
            }

            @Override
            public String description() {
                return "script";
            }
        };
        return new RelaxingRefinement(scripted, assessor).refine(STRETCHED, drawn);
    }

    @Test
    void aDrawnMoleculeBecomesPlausibleAndSaysWhatItWas() {
        assertTrue(drawn.valid());
        assertFalse(drawn.plausible());
        Refinement.Refined refined = Workshop.refinement(Set.of(Aspect.PLAUSIBILITY)).refine(STRETCHED, drawn);
        assertTrue(refined.assessment().plausible(), refined.assessment().toString());
        assertEquals(drawn.identity(), refined.assessment().identity());
        assertEquals("not plausible: bond lengths", refined.assessment().properties().get("as drawn"));
        assertTrue(refined.assessment().properties().get("relaxed by").toString().startsWith("MMFF94"));
    }

    @Test
    void aMoleculeThatFallsApartIsRefusedAsItWasDrawn() {
        double[] apart = STRETCHED.positions();
        apart[9] += 3;
        Refinement.Refined refined = refined(new Relaxed(State.RELAXED,
                Optional.of(new Molecule(STRETCHED.atomicNumbers(), apart)), 9, 1, ""));
        assertSame(STRETCHED, refined.structure());
        assertEquals(RelaxingRefinement.CHECK, refined.assessment().failure().orElseThrow().check());
        assertTrue(refined.assessment().failure().orElseThrow().message().contains("fell apart"));
    }

    @Test
    void aFailedComputationIsARefusalWithItsReason() {
        Refinement.Refined refined = refined(Relaxed.without(State.FAILED, "it has no energy"));
        assertEquals("failed: it has no energy", refined.assessment().failure().orElseThrow().message());
    }

    @Test
    void whatTheForceFieldDoesNotDescribeStaysAsDrawn() {
        Refinement.Refined refined = refined(Relaxed.without(State.NOT_ASSESSABLE, "no type for B1"));
        assertSame(STRETCHED, refined.structure());
        assertTrue(refined.assessment().valid());
        assertEquals("nothing, no type for B1", refined.assessment().properties().get("relaxed by"));
    }
}
