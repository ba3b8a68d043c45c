package net.bioclipse.adit.chemistry.cdk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Molecule;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IChemObjectBuilder;
import org.openscience.cdk.io.iterator.IteratingSDFReader;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

/**
 * Whether a molecule is still the same when it was written down and read again by CDK's readers: what is compared is the
 * InChI with all its layers, so that a centre that changes its hand, a double bond that loses its side or a hydrogen that is
 * added shows.
 */
final class RoundTrips {

    private static final IChemObjectBuilder BUILDER = SilentChemObjectBuilder.getInstance();

    private final Molecule molecule;
    private final Assessment assessment;
    private final String inchi;

    private RoundTrips(Molecule molecule, Assessment assessment, String inchi) {
        this.molecule = molecule;
        this.assessment = assessment;
        this.inchi = inchi;
    }

    /**
     * The findings "InChI round trip" (InChI → structure → InChI) and "stereo round trip" (SMILES → InChI and SDF → InChI);
     * none for a molecule without an InChI.
     */
    static List<Finding> findings(Molecule molecule, Assessment assessment) {
        Object inchi = assessment.properties().get("InChI");
        if (inchi == null) {
            return List.of();
        }
        RoundTrips trips = new RoundTrips(molecule, assessment, inchi.toString());
        Optional<String> own = trips.difference("InChI", trips::fromInchi);
        Optional<String> stereo = trips.difference("SMILES", trips::fromSmiles)
                .or(() -> trips.difference("SDF", trips::fromSdf));
        return List.of(finding("InChI round trip", own), finding("stereo round trip", stereo));
    }

    private static Finding finding(String check, Optional<String> failure) {
        return new Finding(check, failure.isEmpty(), failure.orElse(""), Family.PLAUSIBILITY);
    }

    /** A way back from a text to a graph. */
    private interface Way {

        IAtomContainer graph() throws CDKException, IOException;
    }

    /** What is different after the way; empty when nothing is. */
    private Optional<String> difference(String format, Way way) {
        String back;
        try {
            back = InchiName.textOf(way.graph()).orElse("");
        } catch (CDKException | IOException | RuntimeException | LinkageError e) {
            return Optional.of("its " + format + " cannot be read again: " + e.getMessage());
        }
        return back.equals(inchi) ? Optional.empty()
                : Optional.of("read again from " + format + " it is " + differing(back, inchi) + ", not "
                        + differing(inchi, back));
    }

    /** The layers of an InChI that another one has not. */
    private static String differing(String some, String other) {
        List<String> others = List.of(other.split("/"));
        List<String> differing = List.of(some.split("/")).stream().filter(layer -> !others.contains(layer)).toList();
        return differing.isEmpty() ? "without it" : "/" + String.join("/", differing);
    }

    private IAtomContainer fromInchi() throws CDKException {
        return InchiName.structure(inchi, BUILDER);
    }

    private IAtomContainer fromSmiles() throws CDKException {
        return SmilesReader.graph(String.valueOf(assessment.properties().get("SMILES")));
    }

    private IAtomContainer fromSdf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SdfWriter writer = new SdfWriter(bytes)) {
            writer.write("", molecule, assessment);
        }
        try (IteratingSDFReader reader = new IteratingSDFReader(new ByteArrayInputStream(bytes.toByteArray()), BUILDER)) {
            if (!reader.hasNext()) {
                throw new IOException("no record");
            }
            return reader.next();
        }
    }
}
