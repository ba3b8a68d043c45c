package net.bioclipse.adit.chemistry.cdk.depiction;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.chemistry.cdk.MoleculeGraph;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Depictor;
import net.bioclipse.adit.structure.Molecule;
import org.openscience.cdk.depict.Depiction;
import org.openscience.cdk.depict.DepictionGenerator;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * Draws molecules with CDK (doi 10.1186/s13321-017-0220-4). Limits: {@value #MOST_ATOMS} atoms beside hydrogens, and no
 * more than {@value #MOST_RINGS} rings, since laying out a thicket takes long and shows nothing.
 */
public final class CdkDepictor implements Depictor {

    private static final int MOST_ATOMS = 200;
    private static final int MOST_RINGS = 40;
    private static final int SMALLEST = 16;
    private static final int LARGEST = 4096;
    private static final Color HIGHLIGHT = new Color(0xff, 0xb0, 0x3b);
    private static final double GLOW = 3;

    @Override
    public Optional<String> svg(Molecule molecule, Assessment assessment, Set<Integer> highlighted) {
        return depiction(new DepictionGenerator(), molecule, assessment, highlighted).map(depiction -> {
            String document = depiction.toSvgStr(Depiction.UNITS_PX);
            // An element for a page of many pictures: no prolog, no names that would come twice.
            return document.substring(document.indexOf("<svg")).replaceAll(" id='[^']*'", "").strip();
        });
    }

    @Override
    public Optional<byte[]> png(Molecule molecule, Assessment assessment, Set<Integer> highlighted, int width, int height) {
        for (int side : new int[] {width, height}) {
            if (side < SMALLEST || side > LARGEST) {
                throw new IllegalArgumentException("A picture of " + width + " × " + height + " points was asked for; "
                        + SMALLEST + " to " + LARGEST + " each would be right.");
            }
        }
        return depiction(new DepictionGenerator().withSize(width, height).withFillToFit(), molecule, assessment, highlighted)
                .map(CdkDepictor::png);
    }

    private static Optional<Depiction> depiction(DepictionGenerator generator, Molecule molecule, Assessment assessment,
            Set<Integer> highlighted) {
        IAtomContainer graph = MoleculeGraph.of(molecule, assessment);
        List<IAtom> marked = new ArrayList<>();
        highlighted.forEach(atom -> marked.add(graph.getAtom(atom)));
        IAtomContainer drawn = MoleculeGraph.withoutHydrogens(graph);
        if (drawn.getAtomCount() > MOST_ATOMS || drawn.getBondCount() - drawn.getAtomCount() >= MOST_RINGS) {
            return Optional.empty();
        }
        try {
            return Optional.of(generator.withAtomColors().withOuterGlowHighlight(GLOW).withHighlight(marked, HIGHLIGHT)
                    .depict(drawn));
        } catch (CDKException | RuntimeException | LinkageError e) {
            // No layout, or a Java without fonts: a page lacks a picture then, no more.
            return Optional.empty();
        }
    }

    private static byte[] png(Depiction depiction) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            depiction.writeTo(Depiction.PNG_FMT, bytes);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory cannot fail.", e);
        }
        return bytes.toByteArray();
    }
}
