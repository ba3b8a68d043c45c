package net.bioclipse.adit.chemistry.cdk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import net.bioclipse.adit.structure.io.StructureFormatException;
import net.bioclipse.adit.structure.io.StructureReader;
import net.bioclipse.adit.structure.io.TextLines;
import org.openscience.cdk.aromaticity.Kekulization;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

/**
 * Reads SMILES files: a SMILES, blanks or a tab, and a name on each line. A first line that begins with the word "smiles" is
 * a heading. The molecules have no coordinates; entries bring the assessment of their bonds.
 */
public final class SmilesReader implements StructureReader {

    private static final int LONGEST = 10_000;
    private static final int LONGEST_REASON = 100;

    @Override
    public void read(Path file, Consumer<Entry> sink) throws IOException {
        try (TextLines lines = TextLines.open(file)) {
            boolean none = true;
            for (String line = lines.next(); line != null; line = lines.next()) {
                boolean heading = lines.number() == 1 && line.strip().toLowerCase(Locale.ROOT).matches("smiles\\b.*");
                if (!line.isBlank() && !heading) {
                    sink.accept(entry(line.strip(), lines));
                    none = false;
                }
            }
            if (none) {
                throw new StructureFormatException("A SMILES file with at least one line was expected, but '" + file
                        + "' is empty; a line is a SMILES, a tab and a name.");
            }
        }
    }

    /** Bond orders are found after reading: when CDK finds them meanwhile, double bonds at aromatic atoms lose their sides. */
    static IAtomContainer graph(String smiles) throws CDKException {
        SmilesParser parser = new SmilesParser(SilentChemObjectBuilder.getInstance());
        parser.kekulise(false);
        IAtomContainer graph = parser.parseSmiles(smiles);
        Kekulization.kekulize(graph);
        return graph;
    }

    private static Entry entry(String line, TextLines lines) throws StructureFormatException {
        String[] parts = line.split("\\s+", 2);
        if (parts[0].length() > LONGEST) {
            throw lines.error("A SMILES of at most " + LONGEST + " characters was expected, but one has "
                    + parts[0].length());
        }
        try {
            return new DrawnMolecule(graph(parts[0])).entry(parts.length > 1 ? parts[1] : "");
        } catch (StackOverflowError e) {
            throw lines.error("A SMILES was expected that CDK can read, but the rings of " + TextLines.quoted(parts[0])
                    + " are too long for it");
        } catch (CDKException | RuntimeException e) {
            throw lines.error("A SMILES was expected, but CDK cannot read " + TextLines.quoted(parts[0]) + ": " + reason(e));
        }
    }

    /** CDK draws a marker under the SMILES on further lines; the first one says it, and may quote all of the SMILES. */
    private static String reason(Exception failure) {
        String line = TextLines.oneLine(String.valueOf(failure.getMessage()).lines().findFirst().orElse(""))
                .replaceFirst("^could not parse '.*', ", "").replaceFirst(":\\s*$", "");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
    }
}
