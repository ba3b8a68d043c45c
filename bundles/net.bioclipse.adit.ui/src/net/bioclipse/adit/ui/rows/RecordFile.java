package net.bioclipse.adit.ui.rows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureFormats;
import net.bioclipse.adit.structure.io.StructureReader;

/**
 * The records of a file, read on demand: the index is in memory, the structures are not. A record that cannot be read is a
 * row that says why; those behind it are still read.
 *
 * <p>The readers of the formats take files, so a slice of the file goes through a temporary file of its own.
 */
public final class RecordFile implements RowSource {

    /** A longer record is read without its fields, so that its text need not fit into memory twice. */
    private static final long LONGEST_TEXT = 32L << 20;
    private static final long BLOCK_BYTES = 4L << 20;

    private final Path file;
    private final StructureFormat format;
    private final RecordLayout layout;
    private final RecordIndex index;
    private final FileChannel channel;

    private RecordFile(Path file, StructureFormat format, RecordIndex index) throws IOException {
        this.file = file;
        this.format = format;
        this.layout = RecordLayout.of(format);
        this.index = index;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    /**
     * Opens a file and finds its records: one pass over the bytes.
     *
     * @param cancelled asked now and then; the records found until then are the rows
     * @throws IllegalArgumentException when the suffix names no format that can be read, with a sentence for the user
     * @throws IOException              when the file cannot be read
     */
    public static RecordFile open(Path file, StructureFormats formats, BooleanSupplier cancelled) throws IOException {
        StructureFormat format = formats.toRead(file);
        if (!Files.isRegularFile(file)) {
            throw new IOException("Cannot open '" + file + "': a file was expected, but there is none.");
        }
        return new RecordFile(file, format, RecordIndex.of(file, RecordLayout.of(format), cancelled));
    }

    @Override
    public Path place() {
        return file;
    }

    public StructureFormat format() {
        return format;
    }

    @Override
    public int size() {
        return index.size();
    }

    @Override
    public Row row(int record) {
        return read(record, record + 1).get(0);
    }

    @Override
    public List<Row> rows(int from, int to) {
        List<Row> rows = new ArrayList<>(to - from);
        for (int next = from; next < to;) {
            int end = next + 1;
            while (end < to && index.end(end) - index.start(next) < BLOCK_BYTES) {
                end++;
            }
            rows.addAll(read(next, end));
            next = end;
        }
        return rows;
    }

    /** Reads some records at once; where that fails, one by one from the first that is in doubt. */
    private List<Row> read(int from, int to) {
        List<StructureReader.Entry> entries = new ArrayList<>();
        String failure = "";
        try {
            slice(index.start(from), index.end(to - 1), entries);
        } catch (IOException | RuntimeException e) {
            failure = String.valueOf(e.getMessage());
        }
        List<Row> rows = new ArrayList<>(to - from);
        if (to - from == 1) {
            rows.add(entries.isEmpty() ? Row.unreadable(failure.isEmpty() ? "The record is empty." : failure)
                    : Row.of(entries.get(0), fields(from)));
            return rows;
        }
        if (failure.isEmpty() && entries.size() == to - from) {
            for (int i = from; i < to; i++) {
                rows.add(Row.of(entries.get(i - from), fields(i)));
            }
            return rows;
        }
        for (int i = from; i < to; i++) {
            rows.addAll(read(i, i + 1));
        }
        return rows;
    }

    private void slice(long from, long to, List<StructureReader.Entry> entries) throws IOException {
        Path slice = Files.createTempFile("adit-record", format.suffixes().get(0));
        try {
            try (OutputStream out = Files.newOutputStream(slice)) {
                copy(from, to, out);
            }
            format.reader().orElseThrow().get().read(slice, entries::add);
        } catch (IOException e) {
            // The place is that in the slice; people know the file.
            throw new IOException(String.valueOf(e.getMessage()).replace(slice.toString(), "in this record"), e);
        } finally {
            Files.deleteIfExists(slice);
        }
    }

    private Map<String, String> fields(int record) {
        long length = index.end(record) - index.start(record);
        if (length > LONGEST_TEXT || layout != RecordLayout.DOLLARS && layout != RecordLayout.FRAMES) {
            return Map.of();
        }
        try {
            return RecordFields.of(layout, text(record));
        } catch (IOException e) {
            // The structure was read a moment ago; without its fields the row is still worth showing.
            return Map.of();
        }
    }

    /** The text of a record as it stands in the file. */
    String text(int record) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) (index.end(record) - index.start(record)));
        long at = index.start(record);
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, at + bytes.position());
            if (read < 0) {
                throw new IOException("Cannot read '" + file + "': it has become shorter since it was opened.");
            }
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    /** Copies the chosen records byte by byte, with what stands before the first and between them. */
    public void copyTo(OutputStream out, IntPredicate chosen) throws IOException {
        long from = 0;
        for (int i = 0; i < size(); i++) {
            if (!chosen.test(i)) {
                copy(from, index.start(i), out);
                from = index.end(i);
            }
        }
        copy(from, channel.size(), out);
    }

    private void copy(long from, long to, OutputStream out) throws IOException {
        java.nio.channels.WritableByteChannel target = Channels.newChannel(out);
        for (long at = from; at < to;) {
            long copied = channel.transferTo(at, to - at, target);
            if (copied <= 0) {
                throw new IOException("Cannot read '" + file + "': it has become shorter since it was opened.");
            }
            at += copied;
        }
    }

    /** Whether nothing can be read any more. */
    public boolean closed() {
        return !channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
