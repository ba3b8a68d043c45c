package net.bioclipse.adit.chemistry.cdk;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureWriter;

/**
 * Writes SDF records (BIOVIA, CTFile Formats): perceived bonds and charges, coordinates in Å with four decimals, and the
 * properties of the assessment as data fields in their order. V2000; V3000 where that is too narrow (beyond 999 atoms or
 * bonds, or coordinates of five digits). Where perception failed the atoms stand without bonds, marked as having no implied
 * hydrogens, and the field REASON says why a structure is not valid.
 *
 * <p>Nothing in a record depends on the time or the machine.
 */
public final class SdfWriter implements StructureWriter {

    private static final int V2000_LIMIT = 999;
    private static final double V2000_FARTHEST = 9999;
    private static final int CHARGES_A_LINE = 8;
    private static final int LONGEST_TITLE = 80;

    private final Writer out;

    public SdfWriter(OutputStream stream) {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    @Override
    public void write(String name, AtomicStructure structure, Assessment assessment) throws IOException {
        if (!(structure instanceof Molecule molecule)) {
            throw new IllegalArgumentException("An SDF file holds molecules, not a crystal; write crystals as .cif.");
        }
        int[] charges = assessment.charges();
        if (charges.length == 0) {
            charges = new int[molecule.atomCount()];
        }
        StringBuilder record = new StringBuilder(title(name)).append("\n  ADiT              3D\n\n");
        if (fitsV2000(molecule, assessment.bonds())) {
            v2000(record, molecule, assessment.bonds(), charges);
        } else {
            v3000(record, molecule, assessment.bonds(), charges);
        }
        record.append("M  END\n");
        for (Map.Entry<String, Object> property : assessment.properties().entrySet()) {
            field(record, property.getKey(), property.getValue());
        }
        assessment.failure().ifPresent(failure -> field(record, "REASON",
                failure.message().isEmpty() ? failure.check() : failure.check() + ": " + failure.message()));
        out.append(record.append("$$$$\n"));
    }

    private static boolean fitsV2000(Molecule molecule, List<Bond> bonds) {
        for (double coordinate : molecule.positions()) {
            if (Math.abs(coordinate) > V2000_FARTHEST) {
                return false;
            }
        }
        return molecule.atomCount() <= V2000_LIMIT && bonds.size() <= V2000_LIMIT;
    }

    private static void v2000(StringBuilder record, Molecule molecule, List<Bond> bonds, int[] charges) {
        double[] xyz = molecule.positions();
        // Valence 15 means 0: without it readers would add hydrogens to atoms that have no bonds.
        int valence = bonds.isEmpty() ? 15 : 0;
        record.append(format("%3d%3d  0  0  0  0  0  0  0  0999 V2000\n", molecule.atomCount(), bonds.size()));
        for (int i = 0; i < molecule.atomCount(); i++) {
            record.append(format("%10s%10s%10s %-3s 0  0  0  0  0%3d  0  0  0  0  0  0\n", coordinate(xyz[3 * i]),
                    coordinate(xyz[3 * i + 1]), coordinate(xyz[3 * i + 2]), Labels.symbol(molecule.atomicNumber(i)),
                            valence));
        }
        for (Bond bond : bonds) {
            record.append(format("%3d%3d%3d  0\n", bond.first() + 1, bond.second() + 1, bond.order()));
        }
        List<String> charged = new ArrayList<>();
        for (int i = 0; i < charges.length; i++) {
            if (charges[i] != 0) {
                charged.add(format(" %3d %3d", i + 1, charges[i]));
            }
        }
        for (int i = 0; i < charged.size(); i += CHARGES_A_LINE) {
            List<String> line = charged.subList(i, Math.min(charged.size(), i + CHARGES_A_LINE));
            record.append(format("M  CHG%3d", line.size())).append(String.join("", line)).append('\n');
        }
    }

    private static void v3000(StringBuilder record, Molecule molecule, List<Bond> bonds, int[] charges) {
        double[] xyz = molecule.positions();
        record.append("  0  0  0     0  0            999 V3000\nM  V30 BEGIN CTAB\n");
        record.append(format("M  V30 COUNTS %d %d 0 0 0\nM  V30 BEGIN ATOM\n", molecule.atomCount(), bonds.size()));
        for (int i = 0; i < molecule.atomCount(); i++) {
            record.append(format("M  V30 %d %s %s %s %s 0", i + 1, Labels.symbol(molecule.atomicNumber(i)),
                    coordinate(xyz[3 * i]), coordinate(xyz[3 * i + 1]), coordinate(xyz[3 * i + 2])));
            record.append(charges[i] == 0 ? "" : format(" CHG=%d", charges[i])).append(bonds.isEmpty() ? " VAL=-1\n" : "\n");
        }
        record.append("M  V30 END ATOM\n");
        if (!bonds.isEmpty()) {
            record.append("M  V30 BEGIN BOND\n");
            for (int i = 0; i < bonds.size(); i++) {
                Bond bond = bonds.get(i);
                record.append(format("M  V30 %d %d %d %d\n", i + 1, bond.order(), bond.first() + 1, bond.second() + 1));
            }
            record.append("M  V30 END BOND\n");
        }
        record.append("M  V30 END CTAB\n");
    }

    private static void field(StringBuilder record, String key, Object value) {
        record.append("> <").append(oneLine(key).replaceAll("[<>]", "_")).append(">\n").append(text(value)).append("\n\n");
    }

    private static String text(Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            return new BigDecimal(number).round(new MathContext(8, RoundingMode.HALF_EVEN)).stripTrailingZeros()
                    .toPlainString();
        }
        String text = oneLine(String.valueOf(value));
        // A line of four dollars would end the record, an empty one the field.
        return text.isEmpty() ? "-" : text.replace("$$$$", "$$ $$");
    }

    private static String title(String name) {
        String title = oneLine(name).replace("$$$$", "$$ $$");
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static String coordinate(double value) {
        return new BigDecimal(value).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
