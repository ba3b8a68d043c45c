package net.bioclipse.adit.structure.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads the crystals of a CIF 1.1 file, one for each data block that lists atoms. The symmetry operations of the block
 * fill the cell; atoms on special positions, and atoms listed although an operation makes them, are there once.
 *
 * <p>Refused, since the result would be silently wrong: partly occupied sites, sites with attached hydrogens that have no
 * positions, and a space group named without its operations (only P 1 needs none). Dummy sites
 * ({@code _atom_site_calc_flag dum}) are passed over. Not read: Cartesian sites, displacement parameters, magnetism.
 */
public final class CifReader implements StructureReader {

    @Override
    public void read(Path file, Consumer<Entry> sink) throws IOException {
        try (TextLines lines = TextLines.open(file)) {
            CifTokens tokens = new CifTokens(lines);
            int crystals = 0;
            for (CifBlock block = CifBlock.read(tokens); block != null; block = CifBlock.read(tokens)) {
                if (!block.column("_atom_site_fract_x").isEmpty() || !block.column("_atom_site_label").isEmpty()) {
                    sink.accept(new Entry(new CifCrystalBuilder(block, lines).crystal(), block.name()));
                    crystals++;
                }
            }
            if (crystals == 0) {
                throw new StructureFormatException("A CIF with at least one crystal was expected, but no data block of '"
                        + file + "' lists atoms (_atom_site_fract_x and the like).");
            }
        }
    }
}
