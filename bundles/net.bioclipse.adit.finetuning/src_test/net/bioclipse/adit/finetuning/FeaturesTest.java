package net.bioclipse.adit.finetuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesTest {

    @Test
    void aMoleculeIsKnownByItsHeavyAtomsAndTheirNeighbours() {
        Assessment bonds = new Assessment(List.of(), List.of(new Assessment.Bond(0, 1, 1), new Assessment.Bond(1, 2, 3)),
                new int[0], Map.of(), Optional.empty());
        assertEquals(Set.of("C(#N,-H)", "N(#C)"),
                Features.of(new Molecule(new int[] {1, 6, 7}, new double[] {0, 0, -1, 0, 0, 0, 0, 0, 1}), bonds));
    }

    @Test
    void aCrystalIsKnownByItsElementsAndThePatternOfItsFormula() {
        Assessment none = new Assessment(List.of(), List.of(), new int[0], Map.of(), Optional.empty());
        assertEquals(Set.of("Sr", "Ti", "O", "ABC3"), Features.of(new Crystal(new Lattice(4, 4, 8, 90, 90, 90),
                new int[] {38, 38, 22, 22, 8, 8, 8, 8, 8, 8}, new double[30]), none));
    }

    @Test
    void likenessIsTheOverlapOfShares() {
        FeatureTally first = tally("a", "a", "b", "b");
        assertEquals(1, first.likeness(tally("a", "b")));
        assertEquals(0.5, first.likeness(tally("a")));
        assertEquals(0, first.likeness(tally("c")));
        assertEquals(0, first.likeness(new FeatureTally()));
        assertEquals(1, first.sizeLikeness(tally("c")));
    }

    @Test
    void theTypicalFeatureIsTheOneThatTheParentDrawsLeast() {
        assertEquals(Optional.of("b"), tally("a", "a", "a", "b", "b").typicalBeside(tally("a", "a", "c")));
        assertEquals(Optional.empty(), new FeatureTally().typicalBeside(tally("a")));
    }

    private static FeatureTally tally(String... features) {
        FeatureTally tally = new FeatureTally();
        for (String feature : features) {
            tally.add(3, Set.of(feature));
        }
        return tally;
    }

    @Test
    void theLossCurveHasAPanelForEachStageAndPassesDamagedLinesOver(@TempDir Path folder) throws Exception {
        Path csv = Files.writeString(folder.resolve("l.csv"), "stage,step,elapsedSeconds,trainLoss,validationLoss\n"
                + "autoencoder,10,1,4.0,\nautoencoder,20,2,2.0,3.0\ndenoiser,5,3,0.5,0.5\ndenoiser,x,3,0.5,\nden\n");
        LossCurve.draw(csv, folder.resolve("l.svg"));
        String svg = Files.readString(folder.resolve("l.svg"));
        assertEquals(5, svg.split("<polyline").length, svg);
        assertTrue(svg.contains("points=\"385.0,40.0 700.0,220.0\""), svg);
        assertTrue(svg.endsWith("</svg>\n"));
    }
}
