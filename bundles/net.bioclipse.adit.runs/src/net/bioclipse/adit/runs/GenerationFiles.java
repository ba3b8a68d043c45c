package net.bioclipse.adit.runs;

import com.google.gson.GsonBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import net.bioclipse.adit.generation.GeneratedStructure;
import net.bioclipse.adit.generation.ResultSink;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.io.AtomicFile;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureWriter;

/**
 * The two files of a run: the structures and, beside them, the record of the run. Both are opened before anything is
 * computed, so that a folder that takes no files is noticed in time, and appear together at the end; until then what stood
 * there stays.
 */
public final class GenerationFiles implements ResultSink, Closeable {

    private static final String RECORD_SUFFIX = ".run.json";

    private final Path output;
    private final AtomicFile structures;
    private final AtomicFile record;
    private final StructureWriter writer;

    private GenerationFiles(Path output, StructureFormat format) throws IOException {
        this.output = output;
        structures = AtomicFile.create(output);
        try {
            record = AtomicFile.create(record(output));
        } catch (IOException e) {
            structures.close();
            throw e;
        }
        writer = format.writer().orElseThrow().apply(structures.stream());
    }

    /** @throws IOException with a sentence for the user when there can be no such file */
    public static GenerationFiles open(Path output, StructureFormat format) throws IOException {
        return new GenerationFiles(output, format);
    }

    /** "molecules.sdf" has its record in "molecules.sdf.run.json", so that outputs of one folder keep theirs apart. */
    public static Path record(Path output) {
        return output.resolveSibling(output.getFileName() + RECORD_SUFFIX);
    }

    @Override
    public void accept(GeneratedStructure generated, Assessment assessment) throws IOException {
        try {
            writer.write("adit-" + generated.seed() + "-" + generated.index(), generated.structure(), assessment);
        } catch (IOException e) {
            throw named(e);
        }
    }

    /** Puts both files in their places. */
    public void commit(Map<String, Object> run) throws IOException {
        String json = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(run) + "\n";
        try {
            writer.close();
            try (OutputStream stream = record.stream()) {
                stream.write(json.getBytes(StandardCharsets.UTF_8));
            }
            structures.commit();
            record.commit();
        } catch (IOException e) {
            throw named(e);
        }
    }

    /** The system says only "No space left on device". */
    private IOException named(IOException e) {
        return e instanceof FileSystemException ? e
                : new IOException("Cannot write '" + output + "': " + e.getMessage() + "; free some space or name another"
                        + " place. What stood there before is unchanged.", e);
    }

    /** Takes away what was not committed; what stood in its place before is as it was. */
    @Override
    public void close() throws IOException {
        try (record; structures) {
            writer.close();
        } catch (IOException e) {
            // After a failure the rest of a buffer cannot be written either, and it is not wanted.
            return;
        }
    }
}
