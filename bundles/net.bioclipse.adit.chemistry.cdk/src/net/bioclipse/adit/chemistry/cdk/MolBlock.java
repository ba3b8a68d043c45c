package net.bioclipse.adit.chemistry.cdk;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureFormatException;
import net.bioclipse.adit.structure.io.TextLines;

/**
 * The part of an SDF or MOL record up to "M  END", in V2000 or V3000: its title, its atoms with coordinates, and its text
 * for CDK where the bonds are wanted. Counts, elements and numbers are checked line by line.
 */
final class MolBlock {

    /** Dimension code of the header, columns 21 and 22. */
    private static final int DIMENSION_AT = 20;
    /** Title, program, comment, counts. */
    private static final int HEADER_LINES = 4;
    private static final int MOST_ATOMS = 100_000;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,12}\\.?\\d{0,40}|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

    private final TextLines lines;
    private final int record;
    private final StringBuilder text = new StringBuilder();
    private int headerLines;
    private String title;
    private boolean saysThreeDimensional;
    private int[] elements;
    private double[] xyz;

    private MolBlock(TextLines lines, int record) {
        this.lines = lines;
        this.record = record;
    }

    /**
     * Reads the next block.
     *
     * @param record number of the record, from 1, for messages
     * @return empty when nothing but blank lines follows
     */
    static Optional<MolBlock> read(TextLines lines, int record) throws IOException {
        MolBlock block = new MolBlock(lines, record);
        String first = lines.next();
        // A title may be blank, and so may be the lines at the end of a file.
        while (first != null && first.isBlank()) {
            block.take(first);
            block.headerLines++;
            first = lines.next();
        }
        if (first == null) {
            return Optional.empty();
        }
        if (block.headerLines >= HEADER_LINES) {
            throw block.error("The fourth line must be the line of counts, but it is blank");
        }
        block.readFrom(first);
        return Optional.of(block);
    }

    private void readFrom(String first) throws IOException {
        String counts = first;
        take(first);
        while (++headerLines < HEADER_LINES) {
            counts = next(headerLines < HEADER_LINES - 1 ? "the header" : "the line of counts");
        }
        String[] header = text.toString().split("\n", -1);
        title = header[0].strip();
        saysThreeDimensional = header[1].startsWith("3D", DIMENSION_AT);
        if (counts.stripTrailing().endsWith("V3000")) {
            readV3000();
        } else {
            readV2000(counts);
        }
    }

    String title() {
        return title;
    }

    /** The block as it stands in the file. */
    String text() {
        return text.toString();
    }

    Molecule molecule() {
        return new Molecule(elements, xyz);
    }

    /**
     * Whether the coordinates are those of a molecule in space: some z is not 0, or the header says 3D and the atoms are not
     * all in one place.
     */
    boolean hasThreeDimensions() {
        boolean spread = elements.length == 1;
        for (int i = 0; i < xyz.length; i++) {
            if (i % 3 == 2 && xyz[i] != 0) {
                return true;
            }
            spread |= xyz[i] != 0;
        }
        return saysThreeDimensional && spread;
    }

    private void readV2000(String counts) throws IOException {
        int atoms = number(counts, 0, "number of atoms", 1, 999);
        int bonds = number(counts, 3, "number of bonds", 0, 999);
        allocate(atoms);
        for (int i = 0; i < atoms; i++) {
            String line = next("atom " + (i + 1) + " of " + atoms);
            if (line.length() < 32) {
                throw error("Atom " + (i + 1) + " must have three coordinates of ten columns and a symbol, but the line is "
                        + TextLines.quoted(line));
            }
            atom(i, line.substring(31, Math.min(34, line.length())), line.substring(0, 10), line.substring(10, 20),
                    line.substring(20, 30));
        }
        for (int i = 0; i < bonds; i++) {
            String line = next("bond " + (i + 1) + " of " + bonds);
            int first = number(line, 0, "first atom of a bond", 1, atoms);
            int second = number(line, 3, "second atom of a bond", 1, atoms);
            if (first == second) {
                throw error("Bond " + (i + 1) + " must join two atoms, but it joins " + first + " with itself");
            }
            number(line, 6, "bond type", 1, 8);
        }
        while (!next("\"M  END\"").startsWith("M  END")) {
            continue;
        }
    }

    private int number(String line, int column, String what, int least, int most) throws StructureFormatException {
        String digits = line.length() < column + 3 ? "" : line.substring(column, column + 3).strip();
        int number = digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
        if (number < least || number > most) {
            throw error("The " + what + ", from " + least + " to " + most + ", must stand in columns " + (column + 1)
                    + " to " + (column + 3) + ", but the line is " + TextLines.quoted(line));
        }
        return number;
    }

    private void readV3000() throws IOException {
        int read = -1;
        String line = nextV3000();
        for (; !line.startsWith("M  END"); line = nextV3000()) {
            String[] words = line.strip().split("\\s+");
            if (words[0].equals("COUNTS") && elements == null) {
                boolean good = words.length > 2 && words[1].matches("\\d{1,6}");
                int atoms = good ? Integer.parseInt(words[1]) : 0;
                if (atoms < 1 || atoms > MOST_ATOMS) {
                    throw error("COUNTS must begin with a number of atoms from 1 to " + MOST_ATOMS + ", but the line is "
                            + TextLines.quoted(line));
                }
                allocate(atoms);
            } else if (line.startsWith("BEGIN ATOM") && elements != null && read < 0) {
                read = 0;
            } else if (read >= 0 && read < elements.length) {
                if (words.length < 5) {
                    throw error("Atom " + (read + 1) + " of " + elements.length
                            + " must have an index, a symbol and three coordinates, but the line is "
                            + TextLines.quoted(line));
                }
                atom(read++, words[1], words[2], words[3], words[4]);
            }
        }
        if (elements == null || read < elements.length) {
            throw error("The record must have COUNTS and as many atoms after BEGIN ATOM before it ends");
        }
    }

    /** A line without "M  V30 ", continued lines joined; "M  END" as it is. */
    private String nextV3000() throws IOException {
        StringBuilder joined = new StringBuilder();
        while (true) {
            String line = next("\"M  END\"");
            if (line.startsWith("M  END")) {
                return line;
            }
            if (!line.startsWith("M  V30 ")) {
                throw error("A line of a V3000 record must begin with \"M  V30 \", but it is " + TextLines.quoted(line));
            }
            boolean continued = line.endsWith("-");
            joined.append(line, 7, line.length() - (continued ? 1 : 0));
            if (!continued) {
                return joined.toString();
            }
        }
    }

    private void allocate(int atoms) {
        elements = new int[atoms];
        xyz = new double[3 * atoms];
    }

    private void atom(int i, String symbol, String... coordinates) throws StructureFormatException {
        String element = symbol.strip();
        // Deuterium and tritium are hydrogen here.
        elements[i] = Element.ofSymbol(element.equals("D") || element.equals("T") ? "H" : element).map(Element::number)
                .orElseThrow(() -> error("Atom " + (i + 1) + " must be an element, but it is " + TextLines.quoted(element)));
        for (int k = 0; k < 3; k++) {
            String number = coordinates[k].strip();
            double value = NUMBER.matcher(number).matches() ? Double.parseDouble(number) : Double.NaN;
            if (!Double.isFinite(value)) {
                throw error("Atom " + (i + 1) + " must have three coordinates, but one is " + TextLines.quoted(number));
            }
            xyz[3 * i + k] = value;
        }
    }

    private String next(String what) throws IOException {
        String line = lines.next();
        if (line == null) {
            throw error("The file ends where " + what + " should stand");
        }
        if (line.startsWith("$$$$")) {
            throw error("The record ends where " + what + " should stand");
        }
        take(line);
        return line;
    }

    private void take(String line) {
        text.append(line).append('\n');
    }

    private StructureFormatException error(String message) {
        return lines.error("Record " + record + ": " + message);
    }
}
