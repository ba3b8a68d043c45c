package net.bioclipse.adit.chemistry.cdk;

import io.github.dan2097.jnainchi.InchiFlag;
import io.github.dan2097.jnainchi.InchiOptions;
import io.github.dan2097.jnainchi.InchiOutput;
import io.github.dan2097.jnainchi.JnaInchi;
import java.util.Optional;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.inchi.InChIGenerator;
import org.openscience.cdk.inchi.InChIGeneratorFactory;
import org.openscience.cdk.inchi.InChIToStructure;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IChemObjectBuilder;

/**
 * The standard InChI of a graph, its key, and how InChI numbers the atoms, from one call of the native library, which is most
 * of what a verdict costs.
 *
 * <p>InChI is asked with fixed hydrogens, because canonical SMILES want the numbers that tell tautomers apart. The layers
 * before {@code /f} are those of the standard InChI (InChI Technical Manual, "fixed-H layer"), and the key is made of them
 * alone; compared with a call of its own for each molecule in docs/benchmarks.md.
 *
 * @param text    the standard InChI
 * @param key     its InChIKey
 * @param auxInfo InChI's account of how its numbers relate to the atoms
 */
record InchiName(String text, String key, String auxInfo) {

    /** The native library promises nothing about threads. */
    private static final Object NATIVE = new Object();
    private static final InchiOptions STANDARD = new InchiOptions.InchiOptionsBuilder().build();
    private static final InchiOptions FIXED_HYDROGENS =
            new InchiOptions.InchiOptionsBuilder().withFlag(InchiFlag.FixedH).build();

    private static final String PREFIX = "InChI=1/";
    private static final String FIXED_LAYER = "/f";

    /**
     * @param graph every hydrogen explicit or counted
     * @throws CDKException with InChI's own words where there is none
     */
    static InchiName of(IAtomContainer graph) throws CDKException {
        Optional<String> molfile = InchiMolfile.of(graph);
        Answer made;
        synchronized (NATIVE) {
            made = generate(graph, molfile, FIXED_HYDROGENS);
            if (made.inchi() == null || !made.inchi().startsWith(PREFIX)) {
                made = generate(graph, molfile, STANDARD);
            }
        }
        if (made.inchi() == null || made.inchi().isEmpty()) {
            throw new CDKException(made.message());
        }
        String text = standard(made.inchi());
        return new InchiName(text, InchiKey.of(text), made.auxInfo());
    }

    /** The standard InChI alone, by a call of its own; empty when there is none. */
    static Optional<String> textOf(IAtomContainer graph) throws CDKException {
        synchronized (NATIVE) {
            return Optional.ofNullable(generate(graph, InchiMolfile.of(graph), STANDARD).inchi());
        }
    }

    /** The graph that an InChI tells of. */
    static IAtomContainer structure(String inchi, IChemObjectBuilder builder) throws CDKException {
        synchronized (NATIVE) {
            InChIToStructure structure = InChIGeneratorFactory.getInstance().getInChIToStructure(inchi, builder);
            if (structure.getAtomContainer() == null) {
                throw new CDKException(structure.getMessage());
            }
            return structure.getAtomContainer();
        }
    }

    /** A molfile is one call instead of several for each atom and bond, which took a quarter of the time. */
    private static Answer generate(IAtomContainer graph, Optional<String> molfile, InchiOptions options)
            throws CDKException {
        if (molfile.isPresent()) {
            InchiOutput made = JnaInchi.molToInchi(molfile.get(), options);
            return new Answer(made.getInchi(), made.getAuxInfo(), made.getMessage());
        }
        InChIGenerator made = InChIGeneratorFactory.getInstance().getInChIGenerator(graph, options);
        return new Answer(made.getInchi(), made.getAuxInfo(), made.getMessage());
    }

    private record Answer(String inchi, String auxInfo, String message) {
    }

    private static String standard(String inchi) {
        if (!inchi.startsWith(PREFIX)) {
            return inchi;
        }
        int fixed = inchi.indexOf(FIXED_LAYER);
        return InchiKey.PREFIX + inchi.substring(PREFIX.length(), fixed < 0 ? inchi.length() : fixed);
    }
}
