package net.bioclipse.adit.structure.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one data block of a CIF says about its crystal. All other tags are read over. A single value counts as a loop of
 * one row; the dots of newer tags ({@code _cell.length_a}) count as underscores.
 */
final class CifBlock {

    static final List<String> SYMMETRY_OPERATIONS =
            List.of("_space_group_symop_operation_xyz", "_symmetry_equiv_pos_as_xyz");

    private static final Set<String> WANTED = Set.of(
            "_cell_length_a", "_cell_length_b", "_cell_length_c",
            "_cell_angle_alpha", "_cell_angle_beta", "_cell_angle_gamma",
            "_space_group_symop_operation_xyz", "_symmetry_equiv_pos_as_xyz",
            "_space_group_name_h-m_alt", "_symmetry_space_group_name_h-m",
            "_space_group_name_hall", "_symmetry_space_group_name_hall",
            "_space_group_it_number", "_symmetry_int_tables_number",
            "_atom_site_label", "_atom_site_type_symbol", "_atom_site_occupancy", "_atom_site_calc_flag",
            "_atom_site_attached_hydrogens", "_atom_site_fract_x", "_atom_site_fract_y", "_atom_site_fract_z");

    private final String name;
    private final int line;
    private final Map<String, List<String>> columns = new HashMap<>();

    private CifBlock(String name, int line) {
        this.name = name;
        this.line = line;
    }

    /** Reads the next block, or gives null at the end of the file. */
    static CifBlock read(CifTokens tokens) throws IOException {
        CifTokens.Token head = tokens.next();
        if (head.kind() == CifTokens.Kind.END) {
            return null;
        }
        if (head.kind() != CifTokens.Kind.BLOCK) {
            throw tokens.error("A CIF must begin with a block head such as data_NaCl, but it begins with "
                    + TextLines.quoted(head.text()), head);
        }
        CifBlock block = new CifBlock(head.text(), head.line());
        Set<String> seen = new HashSet<>();
        while (tokens.peek().kind() != CifTokens.Kind.END && tokens.peek().kind() != CifTokens.Kind.BLOCK) {
            CifTokens.Token token = tokens.next();
            switch (token.kind()) {
                case LOOP -> block.readLoop(tokens, token, seen);
                case TAG -> block.readItem(tokens, token, seen);
                default -> throw tokens.error("A CIF value must follow its tag, but " + TextLines.quoted(token.text())
                        + " follows none", token);
            }
        }
        return block;
    }

    private void readItem(CifTokens tokens, CifTokens.Token tag, Set<String> seen) throws IOException {
        CifTokens.Token value = tokens.next();
        if (value.kind() != CifTokens.Kind.VALUE) {
            throw tokens.error("The CIF tag " + TextLines.quoted(tag.text()) + " must have a value, but none follows", tag);
        }
        List<String> column = column(tokens, tag, seen);
        if (column != null) {
            column.add(value.value());
        }
    }

    private void readLoop(CifTokens tokens, CifTokens.Token loop, Set<String> seen) throws IOException {
        List<List<String>> wanted = new ArrayList<>();
        while (tokens.peek().kind() == CifTokens.Kind.TAG) {
            wanted.add(column(tokens, tokens.next(), seen));
        }
        if (wanted.isEmpty()) {
            throw tokens.error("A CIF loop must begin with tags, but none follows", loop);
        }
        long values = 0;
        while (tokens.peek().kind() == CifTokens.Kind.VALUE) {
            CifTokens.Token value = tokens.next();
            List<String> column = wanted.get((int) (values++ % wanted.size()));
            if (column != null) {
                column.add(value.value());
                if (column.size() > XyzReader.MOST_ATOMS) {
                    throw tokens.error("A CIF block may list 1 to " + XyzReader.MOST_ATOMS + " atoms, but it lists more",
                            value);
                }
            }
        }
        if (values % wanted.size() != 0) {
            throw tokens.error("The rows of a CIF loop must fill its " + wanted.size() + " columns, but the loop has "
                    + values + " values", loop);
        }
    }

    /** The list for a wanted tag's values; null for other tags. */
    private List<String> column(CifTokens tokens, CifTokens.Token tag, Set<String> seen) throws StructureFormatException {
        String key = tag.text().replace('.', '_');
        if (!WANTED.contains(key)) {
            return null;
        }
        if (!seen.add(key)) {
            throw tokens.error("A CIF tag may stand once in a block, but " + TextLines.quoted(tag.text())
                    + " stands twice", tag);
        }
        return columns.computeIfAbsent(key, k -> new ArrayList<>());
    }

    String name() {
        return name;
    }

    /** Line of the block's head. */
    int line() {
        return line;
    }

    /** All values of a tag, null for unknown ones; empty when the block has not got the tag. */
    List<String> column(String tag) {
        return columns.getOrDefault(tag, List.of());
    }

    /** The first known value of the tags, or null. */
    String first(String... tags) {
        for (String tag : tags) {
            for (String value : column(tag)) {
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }
}
