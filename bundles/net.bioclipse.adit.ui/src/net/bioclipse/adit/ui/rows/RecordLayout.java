package net.bioclipse.adit.ui.rows;

import java.util.Map;
import net.bioclipse.adit.structure.io.StructureFormat;

/** How the records of a format follow each other in a file. */
enum RecordLayout {

    /** SDF and MOL: a line that begins with four dollars ends a record. */
    DOLLARS,
    /** SMILES: each line that is not blank, but for a heading that begins with the word "smiles". */
    LINES,
    /** XYZ: a line with the number of atoms, one line more, the atoms. */
    FRAMES,
    /** CIF: from a line "data_…" to the next, where it lists atoms. */
    BLOCKS,
    /** All others: a file is one record. */
    WHOLE;

    private static final Map<String, RecordLayout> BY_SUFFIX = Map.of(".sdf", DOLLARS, ".mol", DOLLARS, ".smi", LINES, ".xyz",
            FRAMES, ".extxyz", FRAMES, ".cif", BLOCKS);

    static RecordLayout of(StructureFormat format) {
        return BY_SUFFIX.getOrDefault(format.suffixes().get(0), WHOLE);
    }
}
