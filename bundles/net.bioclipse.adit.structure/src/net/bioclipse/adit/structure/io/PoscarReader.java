package net.bioclipse.adit.structure.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import net.bioclipse.adit.structure.Crystal;

/**
 * Reads the crystal of a POSCAR or CONTCAR file of VASP 5 or 6 (https://www.vasp.at/wiki/index.php/POSCAR): a name, a scale
 * (a factor, three factors, or a negative volume in Å³), three vectors, the elements and how many atoms of each, and direct
 * or Cartesian coordinates. Flags of selective dynamics and what follows the coordinates (velocities) are passed over, and so
 * is what follows an exclamation or number sign. A file of VASP 4 names no elements and is refused.
 */
public final class PoscarReader implements StructureReader {

    @Override
    public void read(Path file, Consumer<Entry> sink) throws IOException {
        try (TextLines lines = TextLines.open(file)) {
            String name = lines.next();
            if (name == null) {
                throw new StructureFormatException("A POSCAR file was expected, but '" + file
                        + "' is empty; it begins with a name and a scale.");
            }
            double[] scale = scale(lines);
            double[] rows = new double[9];
            for (int i = 0; i < 3; i++) {
                System.arraycopy(three(lines, "a vector of the cell"), 0, rows, 3 * i, 3);
            }
            int vectorsEnd = lines.number();
            double[] factors = factors(scale, rows, lines);
            scale(rows, factors);
            int[] atomicNumbers = atomicNumbers(lines);
            boolean cartesian = cartesian(lines);
            double[] coordinates = coordinates(lines, atomicNumbers.length);
            if (cartesian) {
                scale(coordinates, factors);
            }
            sink.accept(new Entry(crystal(new CellVectors(rows), atomicNumbers, coordinates, cartesian, message ->
                    lines.error("The vectors of a POSCAR must span a cell: " + message, vectorsEnd)), TextLines.oneLine(name)));
        }
    }

    private static Crystal crystal(CellVectors vectors, int[] atomicNumbers, double[] coordinates, boolean cartesian,
            Function<String, StructureFormatException> refusal) throws StructureFormatException {
        try {
            return cartesian ? vectors.crystalOfPositions(atomicNumbers, coordinates)
                    : vectors.crystalOfFractions(atomicNumbers, coordinates);
        } catch (IllegalArgumentException e) {
            throw refusal.apply(e.getMessage());
        }
    }

    private static double[] scale(TextLines lines) throws IOException {
        String[] fields = fields(lines, "the scale, a number such as 1.0");
        double[] scale = new double[fields.length == 3 ? 3 : 1];
        boolean possible = fields.length >= 1;
        for (int i = 0; possible && i < scale.length; i++) {
            OptionalDouble value = Decimals.parse(fields[i]);
            scale[i] = value.orElse(0);
            possible = value.isPresent() && (scale.length == 1 ? scale[i] != 0 : scale[i] > 0);
        }
        if (!possible) {
            throw lines.error("The second line of a POSCAR must be its scale, a factor, three factors or a negative volume, but"
                    + " it is " + TextLines.quoted(String.join(" ", fields)));
        }
        return scale;
    }

    /** Those of x, y and z, from a factor, three factors or a negative volume. */
    private static double[] factors(double[] scale, double[] rows, TextLines lines) throws StructureFormatException {
        if (scale.length == 3) {
            return scale;
        }
        if (scale[0] > 0) {
            return new double[] {scale[0], scale[0], scale[0]};
        }
        double volume = Math.abs(new CellVectors(rows).signedVolume());
        if (!(volume > 0)) {
            throw lines.error("The vectors of a POSCAR must span a cell, but their volume is " + volume);
        }
        double factor = Math.cbrt(-scale[0] / volume);
        return new double[] {factor, factor, factor};
    }

    private static void scale(double[] points, double[] factors) {
        for (int i = 0; i < points.length; i++) {
            points[i] *= factors[i % 3];
        }
    }

    private static int[] atomicNumbers(TextLines lines) throws IOException {
        String[] symbols = fields(lines, "the elements");
        List<Integer> elements = new ArrayList<>();
        for (String symbol : symbols) {
            if (symbol.matches("[0-9]+")) {
                throw lines.error("The sixth line of a POSCAR must name the elements, but it is "
                        + TextLines.quoted(String.join(" ", symbols)) + "; files of VASP 4 do not name them, so add a line such"
                        + " as 'Na Cl' before the counts");
            }
            // Potentials may stand with the elements: "Fe_pv", "O/a1b2c3".
            elements.add(ElementSymbols.ofSymbol(symbol.split("[_/]", 2)[0]).orElseThrow(() -> lines.error(
                    "The sixth line of a POSCAR must name the elements, but " + TextLines.quoted(symbol) + " is none")));
        }
        String[] counts = fields(lines, "the number of atoms of each element");
        int[] ends = new int[elements.size()];
        int total = 0;
        for (int i = 0; i < ends.length; i++) {
            int count = counts.length == ends.length && counts[i].matches("[0-9]{1,7}") ? Integer.parseInt(counts[i]) : 0;
            total += count;
            if (count < 1 || total > XyzReader.MOST_ATOMS) {
                throw lines.error("A POSCAR must say how many atoms there are of each of its " + ends.length + " elements, 1"
                        + " to " + XyzReader.MOST_ATOMS + " in all, but it says " + TextLines.quoted(String.join(" ", counts)));
            }
            ends[i] = total;
        }
        int[] atomicNumbers = new int[total];
        for (int i = 0, kind = 0; i < total; i++) {
            kind += i == ends[kind] ? 1 : 0;
            atomicNumbers[i] = elements.get(kind);
        }
        return atomicNumbers;
    }

    /** Whether the coordinates are Cartesian; passes over the line of selective dynamics. */
    private static boolean cartesian(TextLines lines) throws IOException {
        String word = word(lines);
        if (word.startsWith("s")) {
            word = word(lines);
        }
        if (word.matches("[ck].*")) {
            return true;
        }
        if (word.matches("[df].*")) {
            return false;
        }
        throw lines.error("The coordinates of a POSCAR must be announced as Direct or Cartesian, but the line is "
                + TextLines.quoted(word));
    }

    private static String word(TextLines lines) throws IOException {
        return String.join(" ", fields(lines, "'Direct' or 'Cartesian'")).toLowerCase(Locale.ROOT);
    }

    private static double[] coordinates(TextLines lines, int atoms) throws IOException {
        double[] coordinates = new double[3 * atoms];
        for (int i = 0; i < atoms; i++) {
            System.arraycopy(three(lines, "the coordinates of atom " + (i + 1) + " of " + atoms), 0, coordinates, 3 * i, 3);
        }
        return coordinates;
    }

    private static double[] three(TextLines lines, String what) throws IOException {
        String[] fields = fields(lines, what);
        double[] numbers = new double[3];
        for (int k = 0; k < 3; k++) {
            OptionalDouble value = k < fields.length ? Decimals.parse(fields[k]) : OptionalDouble.empty();
            numbers[k] = value.orElseThrow(() -> lines.error("A POSCAR must have three numbers for " + what + ", but the line"
                    + " is " + TextLines.quoted(String.join(" ", fields))));
        }
        return numbers;
    }

    /** The words of the next line, without comments. */
    private static String[] fields(TextLines lines, String what) throws IOException {
        String line = lines.next();
        if (line == null) {
            throw lines.error("A POSCAR must go on with " + what + ", but the file ends");
        }
        String plain = line.replaceFirst("[!#].*", "").strip();
        return plain.isEmpty() ? new String[0] : plain.split("\\s+");
    }
}
