package net.bioclipse.adit.ui.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Where the records of a file begin and end, in bytes: 16 bytes of memory for each. Made in one pass that looks at the
 * beginnings of lines only; whether a record can be read shows when it is read.
 */
final class RecordIndex {

    private static final int ASK_EVERY_LINES = 1 << 14;

    private long[] starts = new long[1024];
    private long[] ends = new long[1024];
    private int size;
    private final LineScanner lines;
    private final BooleanSupplier cancelled;
    private int sinceAsked;

    private RecordIndex(LineScanner lines, BooleanSupplier cancelled) {
        this.lines = lines;
        this.cancelled = cancelled;
    }

    /**
     * Looks through a file. A file without any record that can be told has one that is the whole file, so that reading it
     * says what is wrong.
     *
     * @param cancelled asked now and then; what was found until then is the index
     */
    static RecordIndex of(Path file, RecordLayout layout, BooleanSupplier cancelled) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            RecordIndex index = new RecordIndex(new LineScanner(in), cancelled);
            switch (layout) {
                case DOLLARS -> index.dollars();
                case LINES -> index.singleLines();
                case FRAMES -> index.frames();
                case BLOCKS -> index.blocks();
                case WHOLE -> index.size = 0;
            }
            if (index.size == 0 && !cancelled.getAsBoolean()) {
                index.add(0, Files.size(file));
            }
            return index;
        }
    }

    int size() {
        return size;
    }

    /** Offset of the first byte of a record. */
    long start(int record) {
        return starts[record];
    }

    /** Offset behind the last byte of a record. */
    long end(int record) {
        return ends[record];
    }

    private void dollars() throws IOException {
        long start = 0;
        boolean something = false;
        while (next()) {
            something |= !lines.blank();
            if (lines.startsWith("$$$$")) {
                add(start, lines.position());
                start = lines.position();
                something = false;
            }
        }
        if (something) {
            add(start, lines.position());
        }
    }

    private void singleLines() throws IOException {
        boolean first = true;
        while (next()) {
            boolean heading = first && lines.head().strip().toLowerCase(java.util.Locale.ROOT).matches("smiles\\b.*");
            if (!lines.blank() && !heading) {
                add(lines.start(), lines.position());
            }
            first = false;
        }
    }

    private void frames() throws IOException {
        while (next()) {
            if (lines.blank()) {
                continue;
            }
            long start = lines.start();
            String count = lines.head().strip();
            // Behind a wrong count no further frame can be told: the rest is one record, which says so when it is read.
            int rest = count.matches("[0-9]{1,7}") ? Integer.parseInt(count) + 1 : Integer.MAX_VALUE;
            while (rest > 0 && next()) {
                rest--;
            }
            add(start, lines.position());
        }
    }

    private void blocks() throws IOException {
        long start = -1;
        boolean atoms = false;
        boolean inText = false;
        while (next()) {
            if (lines.startsWith(";")) {
                inText = !inText;
            } else if (!inText && lines.startsWith("data_")) {
                if (atoms) {
                    add(start, lines.start());
                }
                start = lines.start();
                atoms = false;
            } else if (!inText && start >= 0 && lines.head().strip().startsWith("_atom_site_")) {
                atoms = true;
            }
        }
        if (atoms) {
            add(start, lines.position());
        }
    }

    private boolean next() throws IOException {
        if (++sinceAsked == ASK_EVERY_LINES) {
            sinceAsked = 0;
            if (cancelled.getAsBoolean()) {
                return false;
            }
        }
        return lines.next();
    }

    private void add(long start, long end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        starts[size] = start;
        ends[size++] = end;
    }
}
