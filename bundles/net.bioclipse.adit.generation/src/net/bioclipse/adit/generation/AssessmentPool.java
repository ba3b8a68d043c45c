package net.bioclipse.adit.generation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.StructureAssessor;

/** Builds and assesses decoded structures beside the working thread, which computes the next batch meanwhile. */
final class AssessmentPool implements AutoCloseable {

    /**
     * What became of one structure.
     *
     * @param structure  the atoms, or empty when decoding failed
     * @param assessment of the structure; null without one
     * @param refusal    why decoding failed, else empty
     * @param known      why the structure counts as known, or empty
     * @param filtered   why the structure is filtered out, or empty
     */
    record Judged(Optional<AtomicStructure> structure, Assessment assessment, String refusal, Optional<String> known,
            Optional<String> filtered) {
    }

    private final ExecutorService threads;
    private final StructureBuilder builder;
    private final StructureAssessor assessor;
    private final Optional<Refinement> refinement;
    private final Selection selection;

    AssessmentPool(StructureBuilder builder, StructureAssessor assessor, Optional<Refinement> refinement, Selection selection,
            int size) {
        this.builder = builder;
        this.assessor = assessor;
        this.refinement = refinement;
        this.selection = selection;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(size, task -> {
            Thread thread = new Thread(task, "adit-assessment-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    Future<Judged> judge(DecodedAtoms decoded, int row) {
        return threads.submit(() -> {
            StructureBuilder.Outcome outcome = builder.build(decoded, row);
            return outcome.structure().map(this::judge).orElseGet(
                    () -> new Judged(Optional.empty(), null, outcome.refusal(), Optional.empty(), Optional.empty()));
        });
    }

    private Judged judge(AtomicStructure drawn) {
        Assessment assessment = assess(drawn);
        Refinement.Refined refined = refinement.filter(r -> assessment.valid()).map(r -> r.refine(drawn, assessment))
                .orElse(new Refinement.Refined(drawn, assessment));
        return new Judged(Optional.of(refined.structure()), refined.assessment(), "",
                selection.known(refined.structure(), refined.assessment()),
                selection.filtered(refined.structure(), refined.assessment()));
    }

    /** A failing assessor is a finding about one structure; it never stops the run. */
    private Assessment assess(AtomicStructure structure) {
        try {
            return assessor.assess(structure);
        } catch (RuntimeException | StackOverflowError e) {
            return new Assessment(List.of(new Assessment.Finding("assessment", false, "The assessment failed: " + e)),
                    List.of(), new int[0], Map.of(), Optional.empty());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
