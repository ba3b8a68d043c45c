package net.bioclipse.adit.chemistry.cdk;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import net.bioclipse.adit.structure.io.StructureFormatException;
import net.bioclipse.adit.structure.io.StructureReader;
import net.bioclipse.adit.structure.io.TextLines;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.io.ISimpleChemObjectReader;
import org.openscience.cdk.io.MDLV2000Reader;
import org.openscience.cdk.io.MDLV3000Reader;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.tools.LoggingToolFactory;

/**
 * Reads SDF and MOL files, V2000 and V3000. Of a record with coordinates in space only elements and positions are taken: its
 * bonds and charges are perceived anew. A drawing or a bare list of bonds is read by CDK, with the hydrogens that the format
 * implies, and its entry brings the assessment of those bonds. Data fields are passed over.
 */
public final class SdfReader implements StructureReader {

    static {
        // Before the first of CDK's readers is loaded: what they log, their exceptions say as well.
        LoggingToolFactory.setLoggingToolClass(SilentLog.class);
    }

    @Override
    public void read(Path file, Consumer<Entry> sink) throws IOException {
        try (TextLines lines = TextLines.open(file)) {
            int record = 1;
            for (Optional<MolBlock> block; (block = MolBlock.read(lines, record)).isPresent(); record++) {
                sink.accept(entry(block.get(), lines, record));
                String data = lines.next();
                while (data != null && !data.startsWith("$$$$")) {
                    data = lines.next();
                }
            }
            if (record == 1) {
                throw new StructureFormatException("An SDF or MOL file with at least one record was expected, but '" + file
                        + "' is empty.");
            }
        }
    }

    private static Entry entry(MolBlock block, TextLines lines, int record) throws IOException {
        if (block.hasThreeDimensions()) {
            return new Entry(block.molecule(), block.title());
        }
        boolean v3000 = block.text().lines().skip(3).findFirst().orElse("").contains("V3000");
        try (ISimpleChemObjectReader reader = v3000 ? new MDLV3000Reader(new StringReader(block.text()))
                : new MDLV2000Reader(new StringReader(block.text()))) {
            IAtomContainer graph = reader.read(SilentChemObjectBuilder.getInstance().newAtomContainer());
            return new DrawnMolecule(graph).entry(block.title());
        } catch (CDKException | RuntimeException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw lines.error("Record " + record + ": bonds were expected that CDK can read, but it says: " + why);
        }
    }
}
