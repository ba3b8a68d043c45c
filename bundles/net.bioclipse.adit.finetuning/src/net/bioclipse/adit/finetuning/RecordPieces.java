package net.bioclipse.adit.finetuning;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Cuts a file of many records into files of one, so that one damaged record costs no others: SDF at {@code $$$$}, CIF at
 * {@code data_}, XYZ by the numbers of atoms. Where the cuts cannot be seen, the rest is one piece.
 */
final class RecordPieces implements AutoCloseable {

    private static final int MOST_ATOMS = 1_000_000;

    private final BufferedReader reader;
    private final String suffix;
    private String ahead;

    RecordPieces(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        suffix = name.substring(Math.max(0, name.lastIndexOf('.')));
        // Every byte is a character of Latin-1, so nothing in a damaged file stops the cutting.
        reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
        ahead = reader.readLine();
    }

    String suffix() {
        return suffix;
    }

    /** Writes the next record into a file. @return false when there is none */
    boolean next(Path piece) throws IOException {
        while (ahead != null && ahead.isBlank() && suffix.endsWith("xyz")) {
            ahead = reader.readLine();
        }
        if (ahead == null) {
            return false;
        }
        try (BufferedWriter writer = Files.newBufferedWriter(piece, StandardCharsets.ISO_8859_1)) {
            switch (suffix) {
                case ".xyz", ".extxyz" -> copyFrame(writer);
                case ".cif" -> copyBlock(writer);
                default -> copyRecord(writer);
            }
        }
        return true;
    }

    private void copyFrame(BufferedWriter writer) throws IOException {
        String count = ahead.strip();
        boolean known = count.matches("[0-9]{1,7}") && Integer.parseInt(count) <= MOST_ATOMS;
        long lines = known ? Integer.parseInt(count) + 2L : Long.MAX_VALUE;
        for (long i = 0; i < lines && ahead != null; i++) {
            copyLine(writer);
        }
    }

    private void copyBlock(BufferedWriter writer) throws IOException {
        boolean text = false;
        do {
            text ^= ahead.startsWith(";");
            copyLine(writer);
        } while (ahead != null && (text || !ahead.regionMatches(true, 0, "data_", 0, 5)));
    }

    private void copyRecord(BufferedWriter writer) throws IOException {
        boolean last;
        do {
            last = ahead.startsWith("$$$$");
            copyLine(writer);
        } while (ahead != null && !last);
    }

    private void copyLine(BufferedWriter writer) throws IOException {
        writer.write(ahead);
        writer.write('\n');
        ahead = reader.readLine();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
