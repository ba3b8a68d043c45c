package net.bioclipse.adit.structure.known;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the identities of the structures in a file, one after the other, without holding the file in memory. */
public interface IdentityReader {

    /**
     * @param sink takes the identity of each record in order, empty where a record has none; it may throw to stop
     * @throws IOException when the file is missing, damaged or not of this kind, with a sentence for the user
     */
    void read(Path file, Consumer<Optional<String>> sink) throws IOException;
}
