package net.bioclipse.adit.generation;

/** How a face watches and stops long work; asked at least once a step, from the working thread. */
public interface RunControl {

    boolean isCancelled();

    /**
     * @param done  structures accepted so far; inside a {@link Sampler} steps done
     * @param total structures asked for; inside a sampler steps to do
     * @param what  what is going on, a few words for people
     */
    void progress(long done, long total, String what);

    /**
     * Told after structures were looked at; what is not kept of them was refused.
     *
     * @param drawn looked at so far
     * @param kept  accepted of them
     */
    default void counted(long drawn, long kept) {
    }
}
