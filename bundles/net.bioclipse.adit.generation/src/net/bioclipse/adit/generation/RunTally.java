package net.bioclipse.adit.generation;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks at judged structures in the order of their numbers: counts them and delivers those that the request keeps. */
final class RunTally {

    private final GenerationRequest request;
    private final ResultSink sink;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private long drawn;
    private long decoded;
    private long valid;
    private long unique;
    private long kept;

    RunTally(GenerationRequest request, ResultSink sink) {
        this.request = request;
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
        judged.assessment().failure().ifPresent(finding -> refusals.merge(finding.check(), 1L, Long::sum));
        boolean isValid = judged.assessment().valid();
        // A structure whose identity cannot be told counts as one of its own.
        boolean isNew = isValid && judged.assessment().identity().map(seen::add).orElse(true);
        valid += isValid ? 1 : 0;
        unique += isNew ? 1 : 0;
        boolean wanted = switch (request.keep()) {
            case ALL -> true;
            case VALID -> isValid;
            case UNIQUE -> isNew;
        };
        if (wanted) {
            sink.accept(new GeneratedStructure(judged.structure().get(), request.seed(), index), judged.assessment());
            kept++;
        }
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
        return new RunReport(request.count(), drawn, decoded, valid, unique, kept, byCount, state, device, seconds);
    }
}
