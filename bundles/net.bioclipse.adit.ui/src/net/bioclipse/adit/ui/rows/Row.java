package net.bioclipse.adit.ui.rows;

import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.io.StructureReader;

/**
 * One record as it was read.
 *
 * @param entry   the structure and its name; empty when the record cannot be read
 * @param fields  what the record says beside the structure: data fields of SDF, keys of extended XYZ
 * @param failure why the record cannot be read, one line; empty when it can
 */
public record Row(Optional<StructureReader.Entry> entry, Map<String, String> fields, String failure) {

    static Row of(StructureReader.Entry entry, Map<String, String> fields) {
        return new Row(Optional.of(entry), fields, "");
    }

    static Row unreadable(String failure) {
        return new Row(Optional.empty(), Map.of(), failure);
    }

    /** Whether the atoms have places in space, which those of a SMILES or a drawing have not. */
    public boolean inSpace() {
        return entry.isPresent() && entry.get().asDrawn().isEmpty();
    }
}
