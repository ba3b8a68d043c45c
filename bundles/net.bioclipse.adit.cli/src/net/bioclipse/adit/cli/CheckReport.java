package net.bioclipse.adit.cli;

import java.util.List;

/** One way to write down a check, structure by structure and then the whole. */
interface CheckReport {

    void begin();

    void add(CheckedStructure checked);

    /**
     * @param tally    counts over all structures
     * @param problems files that could not be read (to the end), one line each
     */
    void end(CheckTally tally, List<String> problems);
}
