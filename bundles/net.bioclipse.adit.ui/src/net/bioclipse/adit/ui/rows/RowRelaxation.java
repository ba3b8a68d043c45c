package net.bioclipse.adit.ui.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import net.bioclipse.adit.physics.RelaxedStructure;
import net.bioclipse.adit.physics.Relaxer;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.AtomicFile;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureFormats;
import net.bioclipse.adit.structure.io.StructureWriter;

/** Relaxes the molecules of some rows into a file of their own, with their energies before and after. One for each file. */
public final class RowRelaxation {

    private final ResultsModel model;
    private final Relaxer relaxer;
    private final StructureFormats formats;
    private int written;
    private String refusal = "";

    public RowRelaxation(ResultsModel model, Relaxer relaxer, StructureFormats formats) {
        this.model = model;
        this.relaxer = relaxer;
        this.formats = formats;
    }

    /**
     * Relaxes rows and writes what comes of them, whole or not at all.
     *
     * @param done      told the number of rows looked at, after each
     * @param cancelled asked before each row
     * @return molecules written; none when cancelled
     * @throws IOException with a sentence for the user when nothing could be relaxed or written
     */
    public int write(int[] rows, Path target, IntConsumer done, BooleanSupplier cancelled) throws IOException {
        StructureFormat format = formats.toWrite(target);
        try (AtomicFile file = AtomicFile.create(target)) {
            try (StructureWriter writer = format.writer().orElseThrow().apply(file.stream())) {
                for (int i = 0; i < rows.length; i++) {
                    if (cancelled.getAsBoolean()) {
                        return 0;
                    }
                    relax(rows[i], writer);
                    done.accept(i + 1);
                }
            }
            if (written == 0) {
                throw new IOException("None of the " + rows.length + " rows could be relaxed. " + refusal);
            }
            file.commit();
        }
        return written;
    }

    /** Why the first row was left out that could not be relaxed; empty when none was. */
    public String refusal() {
        return refusal;
    }

    private void relax(int row, StructureWriter writer) throws IOException {
        Row content = model.table().source().row(row);
        Optional<Assessment> drawn = model.assessment(row, content);
        if (drawn.isEmpty() || !content.inSpace()
                || !(content.entry().orElseThrow().structure() instanceof Molecule molecule)) {
            refuse(row, "it is no molecule with coordinates");
            return;
        }
        RelaxedStructure relaxed = relaxer.relax(molecule, drawn.get());
        if (relaxed.after().isEmpty()) {
            refuse(row, relaxed.described());
            return;
        }
        writer.write(content.entry().get().name(), relaxed.relaxed().structure().orElseThrow(), relaxed.after().get());
        written++;
    }

    private void refuse(int row, String why) {
        refusal = refusal.isEmpty() ? "Row " + (row + 1) + ": " + why + "." : refusal;
    }
}
