package net.bioclipse.adit.structure.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Formula;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Program;
import net.bioclipse.adit.structure.SpaceGroup;
import net.bioclipse.adit.structure.Symmetry;
import net.bioclipse.adit.structure.SymmetryOperation;

/**
 * Writes crystals as CIF 1.1, one data block each: in P 1 with every atom of the cell, or symmetrised, in their standard
 * cells with space group, operations and one atom of each kind of site; with the program that made it, formula, Z, volume and
 * density. Coordinates are wrapped into the cell. The block head is the name with other characters than letters, digits and
 * {@code _ . + -} replaced, numbered when it was there before. Holds no molecules and none of the assessment.
 */
public final class CifWriter implements StructureWriter {

    private static final int CELL_DECIMALS = 6;
    private static final int ATOM_DECIMALS = 8;
    private static final int WEIGHT_DECIMALS = 3;
    private static final int DENSITY_DECIMALS = 4;
    /** CIF 1.1 allows 75 characters for a block head; the rest is room for a number. */
    private static final int LONGEST_NAME = 60;

    private final Writer out;
    private final Set<String> names = new HashSet<>();
    private final Function<Crystal, Optional<Symmetry>> symmetries;

    /** Writes all crystals in P 1. */
    public CifWriter(OutputStream stream) {
        this(stream, crystal -> Optional.empty());
    }

    /** @param symmetries tells the space group of a crystal; where it tells none, the crystal is written in P 1 */
    public CifWriter(OutputStream stream, Function<Crystal, Optional<Symmetry>> symmetries) {
        this.symmetries = symmetries;
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
        item(block, "_audit_creation_method", "'" + Program.NAME + " " + Program.VERSION + "'");
        Symmetry symmetry = symmetries.apply(crystal).orElseGet(() -> none(crystal));
        formula(block, symmetry.standard().formula());
        cell(block, symmetry.standard());
        operations(block, symmetry);
        atoms(block, asymmetricUnit(symmetry));
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
        item(block, "_chemical_formula_structural", unit.inorganic());
        item(block, "_chemical_formula_sum", "'" + unit.toString().replaceAll("(?<=.)(?=[A-Z])", " ") + "'");
        item(block, "_chemical_formula_weight", Decimals.fixed(unit.mass(), WEIGHT_DECIMALS));
        item(block, "_cell_formula_units_Z", Integer.toString(cell.atomCount() / unit.atomCount()));
    }

    private static void cell(StringBuilder block, Crystal crystal) {
        Lattice lattice = crystal.lattice();
        item(block, "_cell_length_a", Decimals.fixed(lattice.a(), CELL_DECIMALS));
        item(block, "_cell_length_b", Decimals.fixed(lattice.b(), CELL_DECIMALS));
        item(block, "_cell_length_c", Decimals.fixed(lattice.c(), CELL_DECIMALS));
        item(block, "_cell_angle_alpha", Decimals.fixed(lattice.alpha(), CELL_DECIMALS));
        item(block, "_cell_angle_beta", Decimals.fixed(lattice.beta(), CELL_DECIMALS));
        item(block, "_cell_angle_gamma", Decimals.fixed(lattice.gamma(), CELL_DECIMALS));
        item(block, "_cell_volume", Decimals.fixed(lattice.volume(), CELL_DECIMALS));
        item(block, "_exptl_crystal_density_diffrn", Decimals.fixed(crystal.density(), DENSITY_DECIMALS));
    }

    private static Symmetry none(Crystal crystal) {
        return new Symmetry(new SpaceGroup(1, "P 1", "P 1", "P 1"), List.of(SymmetryOperation.IDENTITY), crystal);
    }

    private static void operations(StringBuilder block, Symmetry symmetry) {
        item(block, "_space_group_name_H-M_alt", "'" + symmetry.group().fullSymbol() + "'");
        item(block, "_space_group_name_Hall", "'" + symmetry.group().hallSymbol() + "'");
        item(block, "_space_group_IT_number", Integer.toString(symmetry.group().number()));
        block.append("loop_\n_space_group_symop_id\n_space_group_symop_operation_xyz\n");
        int number = 0;
        for (SymmetryOperation operation : symmetry.operations()) {
            block.append(++number).append(" '").append(operation).append("'\n");
        }
    }

    /** The first atom of each set that the operations map onto one another. */
    private static Crystal asymmetricUnit(Symmetry symmetry) {
        Crystal cell = symmetry.standard();
        if (symmetry.operations().size() == 1) {
            return cell;
        }
        double[] f = cell.fractional();
        PeriodicSites sites = new PeriodicSites(cell.lattice());
        List<Integer> firsts = new ArrayList<>();
        for (int i = 0; i < cell.atomCount(); i++) {
            int z = cell.atomicNumber(i);
            double[] place = Arrays.copyOfRange(f, 3 * i, 3 * i + 3);
            if (sites.add(z, place)) {
                firsts.add(i);
                symmetry.operations().forEach(o -> sites.add(z, CifCrystalBuilder.wrapped(o.apply(place[0], place[1], place[2]))));
            }
        }
        return new Crystal(cell.lattice(), firsts.stream().mapToInt(cell::atomicNumber).toArray(),
                firsts.stream().flatMapToDouble(i -> Arrays.stream(f, 3 * i, 3 * i + 3)).toArray());
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
