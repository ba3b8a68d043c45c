package net.bioclipse.adit.finetuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureFormatException;
import net.bioclipse.adit.structure.io.StructureReader;

/** Reads all records of a file and goes on behind a damaged one, which the readers of the formats do not. */
final class RecordReading {

    /** What is done with a record. */
    interface Sink {

        void accept(long record, StructureReader.Entry entry);

        void damaged(long record, String reason);
    }

    private final Path file;
    private final StructureFormat format;
    private final Sink sink;
    private long delivered;

    RecordReading(Path file, StructureFormat format, Sink sink) {
        this.file = file;
        this.format = format;
        this.sink = sink;
    }

    /** @throws IOException when the file cannot be opened; a damaged file ends in {@link Sink#damaged} */
    void read() throws IOException {
        try {
            reader().read(file, entry -> sink.accept(++delivered, entry));
        } catch (StructureFormatException e) {
            readPieces();
        }
    }

    private StructureReader reader() {
        return format.reader().orElseThrow().get();
    }

    /** Once more record by record; what has been delivered is passed over. */
    private void readPieces() throws IOException {
        long known = delivered;
        long[] record = {0};
        try (RecordPieces pieces = new RecordPieces(file)) {
            Path piece = Files.createTempFile("adit-record", pieces.suffix());
            try {
                while (pieces.next(piece)) {
                    long before = record[0];
                    try {
                        reader().read(piece, entry -> {
                            if (++record[0] > known) {
                                sink.accept(record[0], entry);
                            }
                        });
                    } catch (StructureFormatException e) {
                        if (record[0] == before && (!pieces.suffix().equals(".cif") || listsAtoms(piece))) {
                            record[0]++;
                        }
                        if (record[0] > before) {
                            sink.damaged(record[0], e.getMessage().replace(piece.toString(), "the record"));
                        }
                    }
                }
            } finally {
                Files.deleteIfExists(piece);
            }
        }
        if (record[0] == 0) {
            sink.damaged(0, "it holds no record of the format " + format.name());
        }
    }

    /** Blocks of a CIF may hold anything; those without atoms are no records. */
    private static boolean listsAtoms(Path piece) throws IOException {
        try (var lines = Files.lines(piece, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> line.contains("_atom_site"));
        }
    }
}
