package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import net.bioclipse.adit.modelpackage.Architecture;
import org.junit.jupiter.api.Test;

/** Logits of the second of two structures of three atoms; the first has none that say anything. */
class ElementChoiceTest {

    private static final List<Integer> KNOWN = List.of(1, 6, 7, 8);
    private static final int ATOMS = 3;

    private final float[] logits = new float[2 * ATOMS * Architecture.ATOM_TYPES];

    private int[] chosen(String... texts) {
        return chosen(KNOWN, texts);
    }

    private int[] chosen(List<Integer> known, String... texts) {
        return new ElementChoice(ToyModel.request(texts), known)
                .of(new DecodedAtoms(2, ATOMS, logits, new float[0], new float[0], new float[0]), 1);
    }

    private void logit(int atom, int element, float value) {
        logits[(ATOMS + atom) * Architecture.ATOM_TYPES + element] = value;
    }

    @Test
    void takesTheMostProbableElementsThatTheModelKnows() {
        logit(0, 0, 90);
        logit(0, 92, 50);
        logit(0, 8, 2);
        logit(1, 6, 1);
        logit(2, 8, 1);
        assertArrayEquals(new int[] {8, 6, 8}, chosen());
    }

    @Test
    void staysAmongTheAskedElements() {
        logit(0, 8, 2);
        logit(1, 8, 2);
        logit(1, 6, 1);
        assertArrayEquals(new int[] {1, 6, 1}, chosen("elements", "C,H"));
    }

    @Test
    void makesTheAskedFormulaEvenIfItIsARadical() {
        logit(0, 8, 3);
        logit(1, 8, 2);
        logit(1, 6, 1);
        assertArrayEquals(new int[] {8, 6, 1}, chosen("formula", "CHO"));
        assertArrayEquals(new int[] {1, 1, 1}, chosen("formula", "H3"));
    }

    @Test
    void changesTheLeastCertainAtomOfAMoleculeWithAnOddNumberOfElectrons() {
        logit(0, 6, 5);
        logit(0, 7, 3);
        logit(1, 7, 5);
        logit(1, 8, 4.5f);
        logit(1, 1, 4.9f); // as odd as nitrogen, so it mends nothing
        logit(2, 8, 5);
        logit(2, 7, 4);
        assertArrayEquals(new int[] {6, 8, 8}, chosen());
    }

    @Test
    void leavesCrystalsAsTheyAreMostProbable() {
        logit(0, 7, 5);
        logit(1, 8, 5);
        logit(2, 8, 5);
        assertArrayEquals(new int[] {7, 8, 8}, chosen("kind", "crystal"));
    }

    @Test
    void leavesAnOddNumberWhereNoAllowedElementMendsIt() {
        assertArrayEquals(new int[] {1, 1, 1}, chosen("elements", "H,N"));
    }

    @Test
    void fillsAStructureWithoutFiniteLogitsWithAKnownElement() {
        logit(1, 50, Float.NaN);
        assertArrayEquals(new int[] {6, 6, 6}, chosen(List.of(6, 8), "formula", "CO2"));
    }

    @Test
    void noOtherChoiceOfEvenElectronsIsMoreProbable() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (float) random.nextGaussian();
            }
            double best = Double.NEGATIVE_INFINITY;
            for (int a : KNOWN) {
                for (int b : KNOWN) {
                    for (int c : KNOWN) {
                        best = (a + b + c) % 2 == 0 ? Math.max(best, score(a, b, c)) : best;
                    }
                }
            }
            assertEquals(best, score(chosen()), 1e-6);
        }
    }

    private double score(int... elements) {
        double score = 0;
        for (int atom = 0; atom < ATOMS; atom++) {
            score += logits[(ATOMS + atom) * Architecture.ATOM_TYPES + elements[atom]];
        }
        return score;
    }
}
