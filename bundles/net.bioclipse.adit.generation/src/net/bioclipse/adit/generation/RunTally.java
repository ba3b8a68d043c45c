package net.bioclipse.adit.generation;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Sameness;

/** Looks at judged structures in the order of their numbers: counts them and delivers those that the request keeps. */
final class RunTally {

    private static final String REPEATED = "repeated";

    private final GenerationRequest request;
    private final Selection selection;
    private final ResultSink sink;
    private final Sameness sameness;
    private final Map<String, Long> refusals = new TreeMap<>();
    private long drawn;
    private long decoded;
    private long valid;
    private boolean plausibilityAsked;
    private long plausible;
    private long unique;
    private long novel;
    private long kept;

    RunTally(GenerationRequest request, Selection selection, Sameness sameness, ResultSink sink) {
        this.request = request;
        this.selection = selection;
        this.sameness = sameness;
        this.sink = sink;
    }

    /** Structures looked at, which is the number of the next one. */
    long drawn() {
        return drawn;
    }

    long kept() {
        return kept;
    }

    /** True when there is nothing more to look at. */
    boolean finished() {
        return kept == request.count() || drawn == request.attempts();
    }

    void look(AssessmentPool.Judged judged) throws IOException {
        long index = drawn++;
        if (judged.structure().isEmpty()) {
            refusals.merge(judged.refusal(), 1L, Long::sum);
            return;
        }
        decoded++;
        Assessment assessment = judged.assessment();
        boolean isValid = assessment.valid();
        boolean isNew = isValid && sameness.firstEqual(index, judged.structure().get(), assessment) == index;
        valid += isValid ? 1 : 0;
        plausibilityAsked |= assessment.findings().stream().anyMatch(finding -> finding.family() == Family.PLAUSIBILITY);
        plausible += assessment.plausible() ? 1 : 0;
        unique += isNew ? 1 : 0;
        novel += isNew && judged.known().isEmpty() ? 1 : 0;
        Optional<Finding> why = whyNot(judged, isNew);
        GeneratedStructure generated = new GeneratedStructure(judged.structure().get(), request.seed(), index);
        assessment.failure().or(() -> why).filter(finding -> !finding.check().equals(REPEATED))
                .ifPresent(finding -> refusals.merge(finding.check(), 1L, Long::sum));
        if (why.isPresent()) {
            sink.refused(generated, assessment, why.get());
        } else {
            sink.accept(generated, assessment);
            kept++;
        }
    }

    /** The first reason for which the request does not keep a structure, or empty. */
    private Optional<Finding> whyNot(AssessmentPool.Judged judged, boolean isNew) {
        Optional<Finding> failure = judged.assessment().failure();
        if (request.keep() != GenerationRequest.Keep.ALL && failure.isPresent()) {
            return failure;
        }
        if (request.keep() == GenerationRequest.Keep.UNIQUE && !isNew) {
            return Optional.of(new Finding(REPEATED, false, "equal to an earlier one"));
        }
        return judged.known().map(words -> new Finding("known", false, words))
                .or(() -> judged.filtered().map(words -> new Finding("filter", false, words)));
    }

    /**
     * How many structures after those looked at are worth computing now: what should be enough at the acceptance so far,
     * few at first so that results come soon, and never more than some batches, so that memory stays bounded.
     */
    long lookahead() {
        // Before anything is known, two of three are taken to be good, or all when nothing but decoding can refuse them.
        double acceptance = request.keep() == GenerationRequest.Keep.ALL ? (kept + 1.0) / (drawn + 1)
                : (kept + 2.0) / (drawn + 3);
        double needed = Math.ceil((request.count() - kept) / acceptance);
        long affordable = Math.min(16L * request.batch(), 2L * request.batch() + drawn);
        return Math.min((long) needed, affordable);
    }

    RunReport report(boolean cancelled, String device, double seconds) {
        RunReport.State state = kept == request.count() ? RunReport.State.COMPLETE
                : cancelled ? RunReport.State.CANCELLED : RunReport.State.EXHAUSTED;
        Map<String, Long> byCount = refusals.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, LinkedHashMap::new));
        return new RunReport(request.count(), drawn, decoded, valid,
                plausibilityAsked ? OptionalLong.of(plausible) : OptionalLong.empty(), unique,
                selection.novelty().isPresent() ? OptionalLong.of(novel) : OptionalLong.empty(), kept, byCount, state, device,
                seconds);
    }
}
