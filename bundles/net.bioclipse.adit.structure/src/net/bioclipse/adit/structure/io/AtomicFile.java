package net.bioclipse.adit.structure.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all ("atomic" as in databases). What is written goes to a hidden file in the same
 * directory; {@link #commit()} moves it over the target, {@link #close()} without a commit deletes it. So a failed run
 * never damages an existing file.
 *
 * <pre>{@code
 * try (AtomicFile file = AtomicFile.create(target)) {
 *     try (StructureWriter writer = new CifWriter(file.stream())) {
 *         ...
 *     }
 *     file.commit();
 * }
 * }</pre>
 */
public final class AtomicFile implements Closeable {

    private final Path target;
    private final Path temporary;
    private final OutputStream stream;
    private boolean committed;

    private AtomicFile(Path target, Path temporary, OutputStream stream) {
        this.target = target;
        this.temporary = temporary;
        this.stream = stream;
    }

    /**
     * Begins to write a file.
     *
     * @throws IOException with a sentence for the user when the target cannot be such a file: no directory for it, no
     *                     permission, a symbolic link, a directory or a device in its place
     */
    public static AtomicFile create(Path target) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        if (target.getFileName() == null || directory == null || Files.isDirectory(target)) {
            throw refusal(target, "it is a directory; name a file in it");
        }
        if (Files.isSymbolicLink(target)) {
            throw refusal(target, "it is a symbolic link; name the file itself, "
                    + TextLines.quoted(Files.readSymbolicLink(target).toString()));
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw refusal(target, "it is a device or pipe; name a file");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw refusal(target, "it is write-protected; name another file or allow writing");
        }
        if (!Files.isDirectory(directory)) {
            throw refusal(target, "there is no directory '" + directory + "'; create it first");
        }
        for (int n = 0;; n++) {
            Path temporary = directory.resolve(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + "-" + n + ".part");
            try {
                OutputStream stream =
                        Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return new AtomicFile(target, temporary, stream);
            } catch (FileAlreadyExistsException e) {
                // Left behind by a killed run, or another file being written to the same place: take the next number.
            } catch (IOException e) {
                throw new IOException("Cannot write '" + target + "': the directory '" + directory
                        + "' takes no new file; name another place or allow writing (" + e + ").", e);
            }
        }
    }

    private static IOException refusal(Path target, String why) {
        return new IOException("Cannot write '" + target + "': " + why + ".");
    }

    /** Where to write. Closing it does not yet change the target. */
    public OutputStream stream() {
        return stream;
    }

    /** Closes the stream and puts what was written in the target's place. */
    public void commit() throws IOException {
        stream.close();
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
        committed = true;
    }

    /** Deletes what was written unless it was committed. */
    @Override
    public void close() throws IOException {
        try {
            stream.close();
        } finally {
            if (!committed) {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
