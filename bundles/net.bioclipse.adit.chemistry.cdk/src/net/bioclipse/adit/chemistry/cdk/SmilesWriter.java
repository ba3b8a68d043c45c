package net.bioclipse.adit.chemistry.cdk;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureWriter;

/**
 * Writes lines of the SMILES that the assessment gives, a tab and the name. Where perception failed there is none; then the
 * atoms stand alone, {@code [C].[H].[H]}, so that formula and line numbers stay right.
 */
public final class SmilesWriter implements StructureWriter {

    private final Writer out;

    public SmilesWriter(OutputStream stream) {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    @Override
    public void write(String name, AtomicStructure structure, Assessment assessment) throws IOException {
        if (!(structure instanceof Molecule)) {
            throw new IllegalArgumentException("A SMILES file holds molecules, not a crystal; write crystals as .cif.");
        }
        Object smiles = assessment.properties().get("SMILES");
        out.append(smiles == null ? looseAtoms(structure) : smiles.toString()).append('\t')
                .append(name.replaceAll("\\p{Cntrl}", " ").strip()).append('\n');
    }

    private static String looseAtoms(AtomicStructure structure) {
        return Arrays.stream(structure.atomicNumbers()).mapToObj(z -> "[" + Labels.symbol(z) + "]")
                .collect(Collectors.joining("."));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
