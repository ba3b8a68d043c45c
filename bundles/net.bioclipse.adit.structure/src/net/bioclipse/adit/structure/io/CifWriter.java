package net.bioclipse.adit.structure.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Formula;
import net.bioclipse.adit.structure.Lattice;

/**
 * Writes crystals as CIF 1.1 in P 1: every atom of the cell, coordinates wrapped into the cell, one data block each. The
 * block head is the name with other characters than letters, digits and {@code _ . + -} replaced, numbered when it was
 * there before. Holds no molecules and none of the assessment.
 */
public final class CifWriter implements StructureWriter {

    private static final int CELL_DECIMALS = 6;
    private static final int ATOM_DECIMALS = 8;
    /** CIF 1.1 allows 75 characters for a block head; the rest is room for a number. */
    private static final int LONGEST_NAME = 60;

    private final Writer out;
    private final Set<String> names = new HashSet<>();

    public CifWriter(OutputStream stream) {
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    @Override
    public void write(String name, AtomicStructure structure, Assessment assessment) throws IOException {
        if (!(structure instanceof Crystal crystal)) {
            throw new IllegalArgumentException("A CIF holds crystals, but '" + name
                    + "' is a molecule; write molecules as XYZ or another format for them.");
        }
        StringBuilder block = new StringBuilder();
        if (!names.isEmpty()) {
            block.append('\n');
        }
        block.append("data_").append(uniqueName(name)).append('\n');
        formula(block, crystal.formula());
        cell(block, crystal.lattice());
        atoms(block, crystal);
        out.append(block);
    }

    private String uniqueName(String name) {
        String plain = name.strip().replaceAll("[^A-Za-z0-9_.+-]", "_");
        String base = plain.isEmpty() ? "crystal" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        String unique = base;
        // Block heads are compared without regard to case.
        for (int n = 2; !names.add(unique.toLowerCase(Locale.ROOT)); n++) {
            unique = base + "_" + n;
        }
        return unique;
    }

    /** CIF counts the formula of one formula unit and the units of the cell, Z. */
    private static void formula(StringBuilder block, Formula cell) {
        Formula unit = cell.reduced();
        item(block, "_chemical_formula_structural", unit.toString());
        item(block, "_chemical_formula_sum", "'" + unit.toString().replaceAll("(?<=.)(?=[A-Z])", " ") + "'");
        item(block, "_cell_formula_units_Z", Integer.toString(cell.atomCount() / unit.atomCount()));
    }

    private static void cell(StringBuilder block, Lattice lattice) {
        item(block, "_cell_length_a", Decimals.fixed(lattice.a(), CELL_DECIMALS));
        item(block, "_cell_length_b", Decimals.fixed(lattice.b(), CELL_DECIMALS));
        item(block, "_cell_length_c", Decimals.fixed(lattice.c(), CELL_DECIMALS));
        item(block, "_cell_angle_alpha", Decimals.fixed(lattice.alpha(), CELL_DECIMALS));
        item(block, "_cell_angle_beta", Decimals.fixed(lattice.beta(), CELL_DECIMALS));
        item(block, "_cell_angle_gamma", Decimals.fixed(lattice.gamma(), CELL_DECIMALS));
        item(block, "_cell_volume", Decimals.fixed(lattice.volume(), CELL_DECIMALS));
        item(block, "_space_group_name_H-M_alt", "'P 1'");
        item(block, "_space_group_IT_number", "1");
        block.append("loop_\n_space_group_symop_id\n_space_group_symop_operation_xyz\n1 'x, y, z'\n");
    }

    private static void item(StringBuilder block, String tag, String value) {
        block.append(tag).append(" ".repeat(Math.max(1, 30 - tag.length()))).append(value).append('\n');
    }

    private static void atoms(StringBuilder block, Crystal crystal) {
        block.append(Stream.of("label", "type_symbol", "fract_x", "fract_y", "fract_z", "occupancy")
                .map(column -> "_atom_site_" + column + "\n").collect(Collectors.joining("", "loop_\n", "")));
        double[] fractional = crystal.fractional();
        int[] counts = new int[Element.COUNT + 1];
        for (int i = 0; i < crystal.atomCount(); i++) {
            int z = crystal.atomicNumber(i);
            String symbol = Element.of(z).symbol();
            block.append(symbol).append(++counts[z]).append(' ').append(symbol);
            for (int k = 0; k < 3; k++) {
                block.append(' ').append(Decimals.wrapped(fractional[3 * i + k], ATOM_DECIMALS));
            }
            block.append(" 1\n");
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
