package net.bioclipse.adit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.io.AtomicFile;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureFormat.Trait;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import net.bioclipse.adit.structure.io.StructureWriter;

/** Writes the valid structures that pass the user's patterns and are not known, into one file. */
final class SelectedStructures implements CheckReport, AutoCloseable {

    private final Path place;
    private final AtomicFile file;
    private final StructureFormat format;
    private final StructureWriter writer;

    /** @throws IOException with a sentence for the user when there can be no such file */
    SelectedStructures(Path place, StructureFormat format) throws IOException {
        this.place = place;
        this.format = format;
        this.file = AtomicFile.create(place);
        this.writer = format.writer().orElseThrow().apply(file.stream());
    }

    @Override
    public void begin() {
        // Formats have no beginning of their own here.
    }

    @Override
    public void add(CheckedStructure checked) {
        if (checked.assessment().valid() && checked.selection().passes().orElse(true)) {
            write(checked.entry(), checked.assessment());
        }
    }

    /** @throws UncheckedIOException when it cannot be written: a drawing or a SMILES has no positions for most formats */
    void write(Entry entry, Assessment assessment) {
        if (entry.asDrawn().isPresent() && !format.is(Trait.FLAT)) {
            throw new UncheckedIOException(new IOException("Cannot write " + (entry.name().isEmpty() ? "a structure" : "'"
                    + entry.name() + "'") + " into '" + place + "': it was read without positions (a SMILES or a drawing); right"
                    + " would be a name that ends in .smi or .csv."));
        }
        write(entry.name(), entry.structure(), assessment);
    }

    /** @throws UncheckedIOException when it cannot be written */
    void write(String name, AtomicStructure structure, Assessment assessment) {
        try {
            if (!format.holds(structure.getClass())) {
                throw new IOException("Cannot write a " + structure.getClass().getSimpleName().toLowerCase(Locale.ROOT)
                        + " into '" + place + "': a file in the format " + format.name() + " cannot hold it.");
            }
            writer.write(name, structure, assessment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void end(CheckTally tally, List<String> problems) {
        try {
            commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the file in its place. */
    void commit() throws IOException {
        writer.close();
        file.commit();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
