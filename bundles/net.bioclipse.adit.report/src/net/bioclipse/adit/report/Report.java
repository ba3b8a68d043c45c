package net.bioclipse.adit.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Depictor;

/**
 * Counts structures as they come and in the end writes one HTML page that needs nothing beside itself: no script, no other
 * file, small enough to be mailed however many structures there were, because it keeps counts and a few pictures only.
 * Serves one thread.
 */
public final class Report {

    private final Examples examples;
    private final Distributions sample = new Distributions();
    private final Duplicates duplicates = new Duplicates();
    private final Checks checks = new Checks();
    private final Distributions reference = new Distributions();
    private String referenceName = "";

    /** @param depictor draws the molecules that are shown */
    public Report(Depictor depictor) {
        examples = new Examples(depictor);
    }

    /**
     * Counts one structure.
     *
     * @param name       short, as its file or run names it
     * @param assessment what was found
     * @param refusal    a reason beside the assessment's why the structure does not count in the end, such as "not novel" or
     *                   a filter; empty when there is none
     */
    public void add(String name, AtomicStructure structure, Assessment assessment, Optional<Finding> refusal) {
        checks.add(assessment);
        duplicates.add(name, structure.formulaText(), assessment);
        Optional<Finding> reason = assessment.failure().or(() -> refusal);
        reason.ifPresentOrElse(finding -> examples.addRefused(finding.check(), finding.message(), name, structure, assessment),
                () -> examples.addKept(name, structure, assessment));
        assessment.firstFailed(Family.PLAUSIBILITY).filter(finding -> assessment.valid()).ifPresent(finding -> examples
                .addRefused(finding.check(), finding.message(), name, structure, assessment));
        if (assessment.valid()) {
            sample.add(structure, assessment);
        }
    }

    /**
     * What the structures are compared with; to be filled before the page is written.
     *
     * @param name as it is called in legends: "training data", "drugs.sdf"
     */
    public Distributions reference(String name) {
        referenceName = name;
        return reference;
    }

    /** Writes the page in UTF-8; the same structures and summary give the same bytes. Closes nothing. */
    public void write(Summary summary, OutputStream out) throws IOException {
        out.write(new Page(summary, examples, sample, duplicates, checks, reference, referenceName).toString()
                .getBytes(StandardCharsets.UTF_8));
    }
}
