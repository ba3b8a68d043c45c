package net.bioclipse.adit.generation;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What happened in a run. Counts end at the last structure that was looked at, so they do not depend on the batch.
 *
 * @param asked     structures asked for
 * @param drawn     latents drawn
 * @param decoded   of them, decoded into finite atoms (and a cell)
 * @param valid     of them, passed every check of validity
 * @param plausible of the valid ones, passed every check of plausibility; empty when none was made
 * @param unique    of the valid ones, not equal to an earlier one
 * @param novel     of the unique ones, not known; empty when nobody asked for novelty
 * @param kept      delivered to the sink
 * @param refusals  check → how many structures failed it first; "known" and "filter" among them
 * @param state     how it ended
 * @param device    what computed
 * @param seconds   wall time
 */
public record RunReport(long asked, long drawn, long decoded, long valid, OptionalLong plausible, long unique,
        OptionalLong novel, long kept, Map<String, Long> refusals, State state, String device, double seconds) {

    /** COMPLETE: all that was asked; CANCELLED: by the user; EXHAUSTED: the attempts were used up first. */
    public enum State { COMPLETE, CANCELLED, EXHAUSTED }
}
