package net.bioclipse.adit.structure.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Molecule;

/**
 * Writes XYZ frames, positions in Å. The plain form has the name of a molecule on its second line; a crystal, which the
 * plain form cannot hold, always gets the extended form with its lattice. The extended form also holds the properties of
 * the assessment as {@code key=value}. Reads back with {@link XyzReader} and with ASE.
 */
public final class XyzWriter implements StructureWriter {

    private static final int DECIMALS = 8;
    private static final Set<String> RESERVED = Set.of("lattice", "properties", "pbc", "name");

    private final Writer out;
    private final boolean extended;

    private XyzWriter(OutputStream stream, boolean extended) {
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        this.extended = extended;
    }

    /** Plain XYZ for molecules. */
    public static XyzWriter plain(OutputStream stream) {
        return new XyzWriter(stream, false);
    }

    /** Extended XYZ for all structures. */
    public static XyzWriter extended(OutputStream stream) {
        return new XyzWriter(stream, true);
    }

    @Override
    public void write(String name, AtomicStructure structure, Assessment assessment) throws IOException {
        StringBuilder frame = new StringBuilder().append(structure.atomCount()).append('\n');
        if (extended || structure instanceof Crystal) {
            header(frame, name, structure, assessment);
        } else {
            frame.append(plainName(name)).append('\n');
        }
        double[] positions = structure.positions();
        for (int i = 0; i < structure.atomCount(); i++) {
            String symbol = Element.of(structure.atomicNumber(i)).symbol();
            frame.append(symbol).append(" ".repeat(2 - symbol.length()));
            for (int k = 0; k < 3; k++) {
                String number = Decimals.fixed(positions[3 * i + k], DECIMALS);
                frame.append(" ".repeat(Math.max(1, 15 - number.length()))).append(number);
            }
            frame.append('\n');
        }
        out.append(frame);
    }

    private static void header(StringBuilder frame, String name, AtomicStructure structure, Assessment assessment) {
        if (structure instanceof Crystal crystal) {
            StringBuilder lattice = new StringBuilder();
            for (double value : crystal.lattice().matrix()) {
                lattice.append(' ').append(Decimals.fixed(value, DECIMALS));
            }
            frame.append("Lattice=\"").append(lattice.substring(1)).append("\" ");
        }
        frame.append("Properties=species:S:1:pos:R:3");
        if (!name.isBlank()) {
            frame.append(" name=").append(quoted(name));
        }
        for (Map.Entry<String, Object> property : assessment.properties().entrySet()) {
            frame.append(' ').append(key(property.getKey())).append('=').append(value(property.getValue()));
        }
        frame.append(structure instanceof Molecule ? " pbc=\"F F F\"\n" : " pbc=\"T T T\"\n");
    }

    private static String key(String name) {
        String key = name.replaceAll("[^A-Za-z0-9_.-]", "_");
        return RESERVED.contains(key.toLowerCase(Locale.ROOT)) ? key + "_" : key;
    }

    private static String value(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "T" : "F";
        }
        if (value instanceof Double || value instanceof Float) {
            return Decimals.shortest(((Number) value).doubleValue());
        }
        return value instanceof Number ? value.toString() : quoted(String.valueOf(value));
    }

    private static String quoted(String text) {
        return '"' + TextLines.oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String plainName(String name) {
        // A name must not turn a plain frame into an extended one.
        return TextLines.oneLine(name).replaceAll("(?i)(lattice|properties)(\"?\\s?)=", "$1$2:");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
