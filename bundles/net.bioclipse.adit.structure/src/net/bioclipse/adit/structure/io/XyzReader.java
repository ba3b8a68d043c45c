package net.bioclipse.adit.structure.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Molecule;

/**
 * Reads XYZ files, plain and extended, with any number of frames. A frame is extended when its second line has the key
 * {@code Lattice} or {@code Properties}; one with a lattice is a crystal unless it says {@code pbc="F F F"}. In a plain
 * frame the second line is the name. Further columns and keys are passed over.
 *
 * @see ExtendedXyzHeader
 */
public final class XyzReader implements StructureReader {

    static final int MOST_ATOMS = 1_000_000;

    @Override
    public void read(Path file, Consumer<Entry> sink) throws IOException {
        try (TextLines lines = TextLines.open(file)) {
            int frames = 0;
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    sink.accept(frame(count(line, lines), lines));
                    frames++;
                }
            }
            if (frames == 0) {
                throw new StructureFormatException("An XYZ file with at least one frame was expected, but '" + file
                        + "' is empty; a frame begins with its number of atoms.");
            }
        }
    }

    private static int count(String line, TextLines lines) throws StructureFormatException {
        String text = line.strip();
        int count = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
        if (count < 1 || count > MOST_ATOMS) {
            throw lines.error("The first line of an XYZ frame must be its number of atoms, 1 to " + MOST_ATOMS
                    + ", but it is " + TextLines.quoted(line));
        }
        return count;
    }

    private static Entry frame(int count, TextLines lines) throws IOException {
        int firstLine = lines.number();
        String comment = lines.next();
        Optional<ExtendedXyzHeader> header =
                comment == null ? Optional.empty() : ExtendedXyzHeader.parse(comment, lines);
        ExtendedXyzHeader.Columns columns =
                header.map(ExtendedXyzHeader::columns).orElse(ExtendedXyzHeader.Columns.PLAIN);
        int[] atomicNumbers = new int[count];
        double[] positions = new double[3 * count];
        for (int i = 0; i < count; i++) {
            String line = comment == null ? null : lines.next();
            if (line == null) {
                throw lines.error("The frame that begins on line " + firstLine + " must have " + count
                        + " atoms, but the file ends after " + i);
            }
            atom(i, line, columns, atomicNumbers, positions, lines);
        }
        if (header.isEmpty()) {
            return new Entry(new Molecule(atomicNumbers, positions), comment.strip());
        }
        try {
            AtomicStructure structure = header.get().structure(atomicNumbers, positions);
            return new Entry(structure, header.get().name());
        } catch (IllegalArgumentException e) {
            throw lines.error("The lattice of an extended XYZ frame must span a cell: " + e.getMessage(), firstLine + 1);
        }
    }

    private static void atom(int i, String line, ExtendedXyzHeader.Columns columns, int[] atomicNumbers,
            double[] positions, TextLines lines) throws StructureFormatException {
        String[] fields = line.strip().split("\\s+");
        if (fields.length < columns.count()) {
            throw lines.error("Atom " + (i + 1) + " of an XYZ frame needs " + columns.count()
                    + " columns, an element and x, y, z among them, but the line is " + TextLines.quoted(line));
        }
        String symbol = fields[columns.element()];
        atomicNumbers[i] = ElementSymbols.ofSymbol(symbol).orElseThrow(() -> lines.error("Atom " + (i + 1)
                + " must be an element symbol or an atomic number, but it is " + TextLines.quoted(symbol)));
        for (int k = 0; k < 3; k++) {
            String field = fields[columns.position() + k];
            OptionalDouble value = Decimals.parse(field);
            positions[3 * i + k] = value.orElseThrow(() -> lines.error("The coordinates of atom " + (i + 1)
                    + " must be numbers in Å, but one is " + TextLines.quoted(field)));
        }
    }
}
