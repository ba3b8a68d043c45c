package net.bioclipse.adit.structure.known;

import java.io.Closeable;
import java.io.IOException;

/**
 * Collects what the records of a source are known by and writes the index; nothing is at its place before the commit.
 *
 * @param <T> what is taken of a record
 */
interface IndexWriter<T> extends Closeable {

    void take(T record);

    /** @throws IOException with a sentence for the user when the index cannot be written */
    void commit(SourceStamp source) throws IOException;
}
