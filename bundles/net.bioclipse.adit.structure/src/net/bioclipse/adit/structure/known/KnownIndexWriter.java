package net.bioclipse.adit.structure.known;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import net.bioclipse.adit.structure.io.AtomicFile;

/**
 * Writes the file of a {@link KnownIndex}: hashes are collected, sorted by the million, put aside in temporary files and
 * merged. Memory does not grow with their number. Nothing is at the target before {@link #commit}.
 */
public final class KnownIndexWriter implements IndexWriter<Optional<String>> {

    /** Bytes of a key where the file should be small, as in a model package. */
    public static final int COMPACT = 5;
    /** Bytes of a key otherwise. */
    public static final int WIDE = 8;

    private static final int COLLECTED_AT_ONCE = 1 << 22;
    private static final int COLLECTED_FIRST = 1 << 12;

    private final Path target;
    private final int keyBytes;
    private final int most;
    private final List<SortedRun> runs = new ArrayList<>();
    /** With the first bit flipped, so that signed order is that of unsigned hashes. */
    private long[] collected = new long[COLLECTED_FIRST];
    private int count;
    private long unidentified;

    /** @param keyBytes {@link #COMPACT} or {@link #WIDE} */
    public KnownIndexWriter(Path target, int keyBytes) {
        this(target, keyBytes, COLLECTED_AT_ONCE);
    }

    KnownIndexWriter(Path target, int keyBytes, int most) {
        this.target = target;
        this.keyBytes = keyBytes;
        this.most = most;
    }

    /**
     * Takes the identity of one more record, which may have come before; counts a record without one.
     *
     * @throws UncheckedIOException when temporary files cannot be written
     */
    @Override
    public void take(Optional<String> identity) {
        if (identity.isEmpty()) {
            unidentified++;
            return;
        }
        if (count == most) {
            putAside();
        }
        if (count == collected.length) {
            collected = Arrays.copyOf(collected, Math.min(most, 2 * count));
        }
        collected[count++] = IdentityHash.of(identity.get(), keyBytes) ^ Long.MIN_VALUE;
    }

    /** How many records without identity were taken. */
    public long unidentified() {
        return unidentified;
    }

    private void putAside() {
        try {
            runs.add(SortedRun.of(collected, sort(), target));
            count = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sorts what was collected and drops what comes again; returns how many are left. */
    private int sort() {
        Arrays.sort(collected, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || collected[i] != collected[i - 1]) {
                collected[kept++] = collected[i];
            }
        }
        return kept;
    }

    /**
     * Puts the index at its target, in the place of an earlier one.
     *
     * @throws IOException with a sentence for the user when it cannot be written
     */
    public void commit() throws IOException {
        commit(SourceStamp.NONE);
    }

    @Override
    public void commit(SourceStamp source) throws IOException {
        try (AtomicFile file = AtomicFile.create(target)) {
            CheckedOutputStream checked = new CheckedOutputStream(new BufferedOutputStream(file.stream()), new CRC32C());
            DataOutputStream out = new DataOutputStream(checked);
            long written = runs.isEmpty() ? write(collected, sort(), out) : merge(out);
            IndexFooter footer = new IndexFooter(IndexFooter.IDENTITIES, keyBytes, written, unidentified, source,
                    (int) checked.getChecksum().getValue());
            out.write(footer.encoded());
            out.flush();
            file.commit();
        }
    }

    private long write(long[] hashes, int length, DataOutputStream out) throws IOException {
        for (int i = 0; i < length; i++) {
            write(hashes[i], out);
        }
        return length;
    }

    private long merge(DataOutputStream out) throws IOException {
        putAside();
        PriorityQueue<SortedRun> queue = new PriorityQueue<>();
        for (SortedRun run : runs) {
            if (run.advance()) {
                queue.add(run);
            }
        }
        long written = 0;
        long last = 0;
        while (!queue.isEmpty()) {
            SortedRun run = queue.poll();
            if (written == 0 || run.current() != last) {
                last = run.current();
                write(last, out);
                written++;
            }
            if (run.advance()) {
                queue.add(run);
            }
        }
        if (written > KnownIndex.MOST_KEYS) {
            throw new IOException("Cannot index " + written + " structures in '" + target + "': at most "
                    + KnownIndex.MOST_KEYS + " would be right; divide the file.");
        }
        return written;
    }

    private void write(long collectedHash, DataOutputStream out) throws IOException {
        long hash = collectedHash ^ Long.MIN_VALUE;
        if (keyBytes == WIDE) {
            out.writeLong(hash);
        } else {
            out.writeInt((int) (hash >>> 32));
            out.writeByte((int) (hash >>> 24));
        }
    }

    /** Deletes the temporary files. */
    @Override
    public void close() throws IOException {
        for (SortedRun run : runs) {
            run.close();
        }
    }
}
