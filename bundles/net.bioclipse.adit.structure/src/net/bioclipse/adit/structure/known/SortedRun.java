package net.bioclipse.adit.structure.known;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sorted hashes put aside in a temporary file, read one after the other; ordered by the one read last. */
final class SortedRun implements Closeable, Comparable<SortedRun> {

    private final Path file;
    private final DataInputStream in;
    private long left;
    private long current;

    private SortedRun(Path file, long left) throws IOException {
        this.file = file;
        this.left = left;
        this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    /** Puts the first hashes aside, beside the target: there must be room for them there anyway. */
    static SortedRun of(long[] hashes, int count, Path target) throws IOException {
        Path file = Files.createTempFile(target.toAbsolutePath().getParent(), "." + target.getFileName() + ".", ".run");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (int i = 0; i < count; i++) {
                out.writeLong(hashes[i]);
            }
        }
        return new SortedRun(file, count);
    }

    /** Reads the next hash; false behind the last one. */
    boolean advance() throws IOException {
        if (left == 0) {
            return false;
        }
        left--;
        current = in.readLong();
        return true;
    }

    long current() {
        return current;
    }

    @Override
    public int compareTo(SortedRun other) {
        return Long.compare(current, other.current);
    }

    @Override
    public void close() throws IOException {
        in.close();
        Files.deleteIfExists(file);
    }
}
