package net.bioclipse.adit.structure.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.SymmetryOperation;

/** Makes the crystal of one data block: checks cell and sites and fills the cell with the symmetry operations. */
record CifCrystalBuilder(CifBlock block, TextLines lines) {

    private static final Pattern RATIO = Pattern.compile("([+-]?[0-9]{1,3})/([1-9][0-9]{0,2})");
    private static final int MOST_OPERATIONS = 1_000;
    private static final double LONGEST_CELL = 100_000;
    private static final double LARGEST_FRACTION = 1_000;
    private static final double OCCUPANCY_ERROR = 1e-3;

    Crystal crystal() throws StructureFormatException {
        Lattice lattice = lattice();
        List<SymmetryOperation> operations = operations();
        List<Atom> atoms = atoms();
        if (atoms.isEmpty()) {
            throw error("must list atoms, but all its sites are dummies");
        }
        if ((long) atoms.size() * operations.size() > XyzReader.MOST_ATOMS) {
            throw error("may fill its cell with 1 to " + XyzReader.MOST_ATOMS + " atoms, but it lists " + atoms.size()
                    + " with " + operations.size() + " symmetry operations");
        }
        if (operations.size() == 1) {
            return new Crystal(lattice, atoms.stream().mapToInt(Atom::atomicNumber).toArray(),
                    atoms.stream().flatMapToDouble(atom -> DoubleStream.of(atom.x, atom.y, atom.z)).toArray());
        }
        PeriodicSites sites = new PeriodicSites(lattice);
        for (Atom atom : atoms) {
            for (SymmetryOperation operation : operations) {
                sites.add(atom.atomicNumber, operation.isIdentity() ? new double[] {atom.x, atom.y, atom.z}
                        : wrapped(operation.apply(atom.x, atom.y, atom.z)));
            }
        }
        return sites.crystal();
    }

    private record Atom(int atomicNumber, double x, double y, double z) {
    }

    private Lattice lattice() throws StructureFormatException {
        double[] cell = new double[6];
        String[] tags = {"length_a", "length_b", "length_c", "angle_alpha", "angle_beta", "angle_gamma"};
        for (int i = 0; i < 6; i++) {
            String tag = "_cell_" + tags[i];
            String text = block.first(tag);
            if (text == null) {
                throw error("lists atoms and must have a cell, but there is no " + tag);
            }
            cell[i] = number(text, tag);
            if (i < 3 && cell[i] > LONGEST_CELL) {
                throw error("must have a cell in Å, but " + tag + " is " + TextLines.quoted(text));
            }
        }
        try {
            return new Lattice(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]);
        } catch (IllegalArgumentException e) {
            throw error("must have a possible cell; " + e.getMessage());
        }
    }

    /** The operations of the block by the newer tag, else by the older one; the identity first and once. */
    private List<SymmetryOperation> operations() throws StructureFormatException {
        List<SymmetryOperation> operations = new ArrayList<>(List.of(SymmetryOperation.IDENTITY));
        List<String> texts = CifBlock.SYMMETRY_OPERATIONS.stream()
                .map(tag -> block.column(tag).stream().filter(Objects::nonNull).toList())
                .filter(column -> !column.isEmpty()).findFirst().orElse(List.of());
        if (texts.isEmpty()) {
            refuseNamesAlone();
        }
        if (texts.size() > MOST_OPERATIONS) {
            throw error("may have 1 to " + MOST_OPERATIONS + " symmetry operations, but it has " + texts.size());
        }
        for (String text : texts) {
            SymmetryOperation operation = SymmetryOperation.parse(text).orElseThrow(() -> error(
                    "must write symmetry operations as '-x, y+1/2, z', but one is " + TextLines.quoted(text)));
            if (!operation.isIdentity()) {
                operations.add(operation);
            }
        }
        return operations;
    }

    /** A name alone would need the tables of all space groups in all their settings. */
    private void refuseNamesAlone() throws StructureFormatException {
        String[] names = {block.first("_space_group_name_h-m_alt", "_symmetry_space_group_name_h-m"),
            block.first("_space_group_name_hall", "_symmetry_space_group_name_hall"),
            block.first("_space_group_it_number", "_symmetry_int_tables_number")};
        for (String name : names) {
            String plain = name == null ? "1" : name.replaceAll("[\\s_]", "").toUpperCase(Locale.ROOT);
            if (!plain.equals("1") && !plain.equals("P1")) {
                throw error("must list its symmetry operations (_space_group_symop_operation_xyz), but it only names the "
                        + "space group " + TextLines.quoted(name));
            }
        }
    }

    private List<Atom> atoms() throws StructureFormatException {
        List<String> flags = block.column("_atom_site_calc_flag");
        int count = Math.max(block.column("_atom_site_fract_x").size(), block.column("_atom_site_label").size());
        List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (!"dum".equals(value(flags, i))) {
                refuseIncomplete(i);
                atoms.add(new Atom(element(i), fraction("x", i), fraction("y", i), fraction("z", i)));
            }
        }
        return atoms;
    }

    private void refuseIncomplete(int i) throws StructureFormatException {
        String occupancy = value(block.column("_atom_site_occupancy"), i);
        if (occupancy != null && Math.abs(number(occupancy, "_atom_site_occupancy") - 1) > OCCUPANCY_ERROR) {
            throw error("must be ordered, with occupancy 1 at each site, but " + site(i) + " has occupancy "
                    + TextLines.quoted(occupancy));
        }
        String hydrogens = value(block.column("_atom_site_attached_hydrogens"), i);
        if (hydrogens != null && number(hydrogens, "_atom_site_attached_hydrogens") != 0) {
            throw error("must list each hydrogen as a site, but " + site(i) + " has " + TextLines.quoted(hydrogens)
                    + " attached hydrogens without positions");
        }
    }

    private int element(int i) throws StructureFormatException {
        String type = value(block.column("_atom_site_type_symbol"), i);
        String label = value(block.column("_atom_site_label"), i);
        if (type != null) {
            return ElementSymbols.ofType(type).orElseThrow(() -> error("must give an element such as Fe or Fe3+ for "
                    + site(i) + ", but its type symbol is " + TextLines.quoted(type)));
        }
        return Optional.ofNullable(label).flatMap(ElementSymbols::ofLabel).orElseThrow(
                () -> error("must tell the element of " + site(i)
                        + ", but the label names none for certain; add _atom_site_type_symbol"));
    }

    private double fraction(String axis, int i) throws StructureFormatException {
        String tag = "_atom_site_fract_" + axis;
        String text = value(block.column(tag), i);
        if (text == null) {
            throw error("must have fractional coordinates, but " + site(i) + " has no " + tag);
        }
        // Special positions stand as "1/4" in some files.
        Matcher ratio = RATIO.matcher(text);
        double fraction = ratio.matches() ? number(ratio.group(1), tag) / number(ratio.group(2), tag) : number(text, tag);
        if (Math.abs(fraction) > LARGEST_FRACTION) {
            throw error("must have fractional coordinates, but " + tag + " of " + site(i) + " is " + TextLines.quoted(text));
        }
        return fraction;
    }

    private String site(int i) {
        String label = value(block.column("_atom_site_label"), i);
        return "site " + (i + 1) + (label == null ? "" : " " + TextLines.quoted(label));
    }

    private double number(String text, String tag) throws StructureFormatException {
        OptionalDouble value = Decimals.parse(text);
        return value.orElseThrow(() -> error("must have a number for " + tag + ", but it is " + TextLines.quoted(text)));
    }

    private StructureFormatException error(String message) {
        return lines.error("The CIF block " + TextLines.quoted("data_" + block.name()) + " " + message, block.line());
    }

    private static String value(List<String> column, int i) {
        return i < column.size() ? column.get(i) : null;
    }

    static double[] wrapped(double[] fractional) {
        for (int k = 0; k < 3; k++) {
            fractional[k] -= Math.floor(fractional[k]);
        }
        return fractional;
    }
}
