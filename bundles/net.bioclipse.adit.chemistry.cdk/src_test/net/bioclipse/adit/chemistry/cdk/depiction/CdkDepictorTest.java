package net.bioclipse.adit.chemistry.cdk.depiction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import net.bioclipse.adit.chemistry.cdk.ChemistryAssessor;
import net.bioclipse.adit.chemistry.cdk.SmilesReader;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class CdkDepictorTest {

    private static final Set<Integer> NONE = Set.of();

    @TempDir
    Path directory;

    private final CdkDepictor depictor = new CdkDepictor();

    private static Assessment assess(Molecule molecule) {
        return new ChemistryAssessor(Set.of()).assess(molecule);
    }

    private Entry drawn(String smiles) throws IOException {
        List<Entry> entries = new ArrayList<>();
        new SmilesReader().read(Files.writeString(directory.resolve("one.smi"), smiles + "\n"), entries::add);
        return entries.get(0);
    }

    private Optional<String> svg(String smiles, Set<Integer> highlighted) throws IOException {
        Entry entry = drawn(smiles);
        return depictor.svg((Molecule) entry.structure(), entry.asDrawn().orElseThrow().get(), highlighted);
    }

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
    }

    private static int bonds(String svg) {
        return svg.split("class='bond'", -1).length - 1;
    }

    @Test
    void drawsHeavyAtomsAndTheirBonds() throws Exception {
        String aspirin = svg("CC(=O)Oc1ccccc1C(=O)O", NONE).orElseThrow();
        assertEquals("svg", parsed(aspirin).getTagName());
        assertEquals(13, bonds(aspirin));
        assertFalse(aspirin.contains(" id="), "names would come twice on a page");
        assertTrue(aspirin.startsWith("<svg ") && aspirin.endsWith("</svg>"), aspirin);
    }

    @Test
    void theSameMoleculeGivesTheSamePicture() throws IOException {
        assertEquals(svg("OC1CC(N)C1", NONE), svg("OC1CC(N)C1", NONE));
    }

    @Test
    void highlightsAtoms() throws IOException {
        assertFalse(svg("CCO", NONE).orElseThrow().contains("#FFB03B"));
        assertTrue(svg("CCO", Set.of(2)).orElseThrow().contains("#FFB03B"));
    }

    @Test
    void writesAPngOfTheSizeThatWasAskedFor() throws IOException {
        Entry entry = drawn("c1ccccc1");
        Assessment assessment = entry.asDrawn().orElseThrow().get();
        byte[] png = depictor.png((Molecule) entry.structure(), assessment, NONE, 321, 123).orElseThrow();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(321, image.getWidth());
        assertEquals(123, image.getHeight());
        assertArrayEquals(png, depictor.png((Molecule) entry.structure(), assessment, NONE, 321, 123).orElseThrow());
        for (int size : new int[] {15, 4097, -1}) {
            assertThrows(IllegalArgumentException.class,
                    () -> depictor.png((Molecule) entry.structure(), assessment, NONE, size, 100));
        }
    }

    @Test
    void aMoleculeThatIsNoneStillGetsAPicture() {
        Molecule radical = new Molecule(new int[] {6, 6, 1, 1, 1}, new double[] {0, 0, 0, 1.5, 0, 0, -0.4, 1, 0,
            -0.4, -0.5, 0.9, -0.4, -0.5, -0.9});
        Assessment assessment = assess(radical);
        assertFalse(assessment.valid());
        assertEquals(1, bonds(depictor.svg(radical, assessment, Set.of(1)).orElseThrow()));
        Molecule hydrogen = new Molecule(new int[] {1}, new double[3]);
        assertTrue(depictor.svg(hydrogen, assess(hydrogen), NONE).isPresent());
    }

    @Test
    void doesNotDrawWhatIsTooLarge() throws IOException {
        assertTrue(svg("C".repeat(200), NONE).isPresent());
        assertEquals(Optional.empty(), svg("C".repeat(201), NONE));
    }

    @Test
    void survivesAnyHeapOfAtoms() {
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            int[] elements = random.ints(1 + random.nextInt(40), 1, 119).toArray();
            double box = 0.5 + 2 * random.nextDouble() * Math.cbrt(elements.length);
            double[] xyz = random.doubles(3L * elements.length, 0, box).toArray();
            Molecule heap = new Molecule(elements, xyz);
            Optional<String> svg = depictor.svg(heap, assess(heap), Set.of(elements.length - 1));
            assertTrue(svg.isEmpty() || svg.get().startsWith("<svg "));
        }
    }
}
