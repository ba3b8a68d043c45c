package net.bioclipse.adit.structure.known;

/** How a face watches and stops the indexing of a large file. */
public interface IndexingProgress {

    /**
     * Called now and then from the working thread.
     *
     * @param records records read so far
     * @return false to stop
     */
    boolean proceed(long records);
}
