package net.bioclipse.adit.structure.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Labels;

/**
 * Writes one crystal as a POSCAR of VASP 5 with direct coordinates. The atoms of an element stand together, as VASP wants
 * them, elements in the order of their first atoms. Holds none of the assessment.
 */
public final class PoscarWriter implements StructureWriter {

    private static final int DECIMALS = 10;

    private final Writer out;
    private boolean written;

    public PoscarWriter(OutputStream stream) {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    /** @throws IOException with a sentence for the user when there was a crystal before */
    @Override
    public void write(String name, AtomicStructure structure, Assessment assessment) throws IOException {
        if (!(structure instanceof Crystal crystal)) {
            throw new IllegalArgumentException("A POSCAR holds a crystal, but '" + name
                    + "' is a molecule; write molecules as XYZ or another format for them.");
        }
        if (written) {
            throw new IOException("A POSCAR holds one crystal, but there are more; write several as .extxyz or .cif.");
        }
        written = true;
        StringBuilder file = new StringBuilder(TextLines.oneLine(name)).append("\n1.0\n");
        rows(file, crystal.lattice().matrix(), IntStream.range(0, 3).boxed().toList());
        Map<Integer, List<Integer>> atoms = IntStream.range(0, crystal.atomCount()).boxed()
                .collect(Collectors.groupingBy(crystal::atomicNumber, LinkedHashMap::new, Collectors.toList()));
        file.append(atoms.keySet().stream().map(Labels::symbol).collect(Collectors.joining(" "))).append('\n');
        file.append(atoms.values().stream().map(of -> Integer.toString(of.size())).collect(Collectors.joining(" ")));
        file.append("\nDirect\n");
        double[] fractional = crystal.fractional();
        atoms.values().forEach(of -> rows(file, fractional, of));
        out.append(file);
    }

    private static void rows(StringBuilder file, double[] numbers, List<Integer> rows) {
        for (int row : rows) {
            for (int k = 0; k < 3; k++) {
                String number = Decimals.fixed(numbers[3 * row + k], DECIMALS);
                file.append(" ".repeat(Math.max(1, 18 - number.length()))).append(number);
            }
            file.append('\n');
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
