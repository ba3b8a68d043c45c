package net.bioclipse.adit.structure;

/** Tells which structures of a run are the same. It remembers what it was shown; one for each run, used by one thread. */
public interface Sameness {

    /**
     * @param index      number of the structure, larger than those before
     * @param assessment of the structure
     * @return the number of the first structure shown before that is the same, or {@code index} when there is none
     */
    long firstEqual(long index, AtomicStructure structure, Assessment assessment);
}
