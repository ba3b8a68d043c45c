package net.bioclipse.adit.structure.io;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Molecule;

/**
 * The second line of an extended XYZ frame: {@code key=value} pairs, of which {@code Lattice} (nine numbers, the vectors
 * a, b, c in Å one after the other), {@code pbc}, {@code Properties} (what the columns are) and {@code name} are used.
 *
 * <p>The format is the one of ASE and of https://github.com/libAtoms/extxyz.
 *
 * @param lattice rows a, b, c, in the file's own orientation; empty for a molecule
 * @param columns where the elements and positions stand
 * @param name    value of the key "name", or an empty string
 */
record ExtendedXyzHeader(Optional<double[]> lattice, Columns columns, String name) {

    /** Which column holds the element, in which the position begins, and how many there must be. */
    record Columns(int element, int position, int count) {

        static final Columns PLAIN = new Columns(0, 1, 4);
    }

    private static final Pattern EXTENDED = Pattern.compile("(?i)(?:^|\\s)(\"?)(?:lattice|properties)\\1\\s?=");

    /** @return empty when the line belongs to a plain frame */
    static Optional<ExtendedXyzHeader> parse(String comment, TextLines lines) throws StructureFormatException {
        if (!EXTENDED.matcher(comment).find()) {
            return Optional.empty();
        }
        Map<String, String> values = pairs(comment, lines);
        String properties = values.getOrDefault("properties", "species:S:1:pos:R:3");
        Optional<double[]> lattice = values.containsKey("lattice") && periodic(values, lines)
                ? Optional.of(lattice(values.get("lattice"), lines)) : Optional.empty();
        return Optional.of(
                new ExtendedXyzHeader(lattice, columns(properties, lines), values.getOrDefault("name", "").strip()));
    }

    private static Map<String, String> pairs(String comment, TextLines lines) throws StructureFormatException {
        Map<String, String> values = new HashMap<>();
        int at = skipBlanks(comment, 0);
        while (at < comment.length()) {
            int keyEnd = keyEnd(comment, at, lines);
            int equals = skipBlanks(comment, keyEnd);
            if (equals < comment.length() && comment.charAt(equals) == '=') {
                int start = skipBlanks(comment, equals + 1);
                int end = valueEnd(comment, start, lines);
                String key = value(comment.substring(at, keyEnd)).toLowerCase(Locale.ROOT);
                values.put(key, value(comment.substring(start, end)));
                at = skipBlanks(comment, end);
            } else {
                at = equals;
            }
        }
        return values;
    }

    /** End of a key: bare up to an equals sign or blank, or "quoted". */
    private static int keyEnd(String comment, int start, TextLines lines) throws StructureFormatException {
        if (comment.charAt(start) == '"') {
            return valueEnd(comment, start, lines);
        }
        int end = start;
        while (end < comment.length() && !isBlank(comment, end) && comment.charAt(end) != '=') {
            end++;
        }
        return end;
    }

    /** End of a value: bare up to the next blank, "quoted", {in braces} or [in brackets, nested]. */
    private static int valueEnd(String comment, int start, TextLines lines) throws StructureFormatException {
        char first = start < comment.length() ? comment.charAt(start) : ' ';
        int depth = 0;
        for (int i = start; i < comment.length(); i++) {
            char c = comment.charAt(i);
            if (first == '"') {
                if (c == '"' && i > start) {
                    return i + 1;
                }
                i += c == '\\' ? 1 : 0;
            } else if (first == '{' || first == '[') {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                if (depth == 0) {
                    return i + 1;
                }
            } else if (isBlank(comment, i)) {
                return i;
            }
        }
        if (first == '"' || first == '{' || first == '[') {
            throw lines.error("The second line of an extended XYZ frame must close each quote and bracket, but one stays"
                    + " open: " + TextLines.quoted(comment.substring(start)));
        }
        return comment.length();
    }

    private static String value(String text) {
        if (text.startsWith("\"")) {
            return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        return text.startsWith("{") ? text.substring(1, text.length() - 1) : text;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text, at)) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(String text, int at) {
        return Character.isWhitespace(text.charAt(at));
    }

    private static boolean periodic(Map<String, String> values, TextLines lines) throws StructureFormatException {
        String text = values.getOrDefault("pbc", "T T T");
        String flags = text.replaceAll("(?i)true|1", "T").replaceAll("(?i)false|0", "F").replaceAll("[\\s,\\[\\]\"]", "")
                .toUpperCase(Locale.ROOT);
        if (flags.equals("TTT") || flags.equals("T")) {
            return true;
        }
        if (flags.equals("FFF") || flags.equals("F")) {
            return false;
        }
        throw lines.error("pbc must be \"T T T\" for a crystal or \"F F F\" for a molecule, but it is "
                + TextLines.quoted(text));
    }

    private static double[] lattice(String text, TextLines lines) throws StructureFormatException {
        String[] fields = text.replaceAll("[\\[\\],]", " ").strip().split("\\s+");
        double[] rows = new double[9];
        for (int i = 0; i < 9; i++) {
            OptionalDouble value = fields.length == 9 ? Decimals.parse(fields[i]) : OptionalDouble.empty();
            rows[i] = value.orElseThrow(() -> lines.error(
                    "Lattice must be nine numbers, the vectors a, b and c in Å, but it is " + TextLines.quoted(text)));
        }
        return rows;
    }

    private static Columns columns(String properties, TextLines lines) throws StructureFormatException {
        String[] fields = properties.split(":");
        int element = -1;
        int position = -1;
        int count = 0;
        boolean readable = fields.length % 3 == 0;
        for (int i = 0; readable && i < fields.length; i += 3) {
            int width = fields[i + 2].matches("[1-9][0-9]{0,3}") ? Integer.parseInt(fields[i + 2]) : 0;
            readable = width > 0;
            String column = fields[i].toLowerCase(Locale.ROOT);
            if (width == 1 && (column.equals("species") || element < 0 && column.equals("z"))) {
                element = count;
            } else if (width == 3 && column.equals("pos")) {
                position = count;
            }
            count += width;
        }
        if (!readable || element < 0 || position < 0) {
            throw lines.error("Properties must name the columns as in species:S:1:pos:R:3, but it is "
                    + TextLines.quoted(properties));
        }
        return new Columns(element, position, count);
    }

    /**
     * The structure of a frame with this header.
     *
     * @throws IllegalArgumentException when the lattice spans no cell
     */
    AtomicStructure structure(int[] atomicNumbers, double[] positions) {
        return lattice.isEmpty() ? new Molecule(atomicNumbers, positions)
                : new CellVectors(lattice.get()).crystalOfPositions(atomicNumbers, positions);
    }
}
