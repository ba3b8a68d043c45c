package net.bioclipse.adit.generation;

import java.io.IOException;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Finding;

/** Takes the kept structures one by one, in the order of their numbers, from the working thread. */
public interface ResultSink {

    void accept(GeneratedStructure generated, Assessment assessment) throws IOException;

    /**
     * Sees in the same order a structure that is not kept; most sinks need not know.
     *
     * @param why the first reason: a check that failed, or "repeated", "known", "filter"
     */
    default void refused(GeneratedStructure generated, Assessment assessment, Finding why) throws IOException {
        // Only for those who count or show them.
    }
}
