package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.bioclipse.adit.structure.Formula;
import org.junit.jupiter.api.Test;

class FormulaAssignmentTest {

    private static final int CLASSES = 10;

    @Test
    void isAsGoodAsTheBestOfAllAssignments() {
        SplitMix64 random = new SplitMix64(5);
        for (String text : new String[] {"H", "H2", "CO", "CH4", "C2H4O", "C2H3NO", "C3H4", "HCNOF", "C2N2O3"}) {
            Formula formula = Formula.parse(text);
            for (int repeat = 0; repeat < 50; repeat++) {
                float[] logits = logits(formula.atomCount() + 1, random, repeat % 2 == 0);
                int[] found = FormulaAssignment.assign(logits, CLASSES, CLASSES, formula);
                assertEquals(formula, Formula.of(found));
                assertEquals(best(logits, new int[formula.atomCount()], 0, formula), sum(logits, found), 1e-6, text);
            }
        }
    }

    @Test
    void givesEveryAtomItsFavouriteWhenTheFormulaAllows() {
        float[] logits = new float[3 * CLASSES];
        logits[8] = 5;
        logits[CLASSES + 1] = 4;
        logits[2 * CLASSES + 1] = 3;
        assertArrayEquals(new int[] {8, 1, 1}, FormulaAssignment.assign(logits, 0, CLASSES, Formula.parse("H2O")));
    }

    @Test
    void copesWithHundredsOfAtomsAndHugeLogits() {
        SplitMix64 random = new SplitMix64(6);
        Formula formula = Formula.parse("C100H150O50");
        float[] logits = logits(300, random, false);
        for (int i = 0; i < logits.length; i += 7) {
            logits[i] *= 1e30f;
        }
        assertEquals(formula, Formula.of(FormulaAssignment.assign(logits, 0, CLASSES, formula)));
    }

    private static float[] logits(int atoms, SplitMix64 random, boolean coarse) {
        float[] logits = new float[atoms * CLASSES];
        for (int i = 0; i < logits.length; i++) {
            double x = random.nextGaussian() * 3;
            // Coarse numbers make ties.
            logits[i] = (float) (coarse ? Math.rint(x) : x);
        }
        return logits;
    }

    private static double best(float[] logits, int[] chosen, int atom, Formula left) {
        if (atom == chosen.length) {
            return sum(logits, chosen);
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int z : left.counts().keySet()) {
            if (Arrays.stream(chosen, 0, atom).filter(c -> c == z).count() < left.counts().get(z)) {
                chosen[atom] = z;
                best = Math.max(best, best(logits, chosen, atom + 1, left));
            }
        }
        return best;
    }

    private static double sum(float[] logits, int[] chosen) {
        double sum = 0;
        for (int atom = 0; atom < chosen.length; atom++) {
            sum += logits[(atom + 1) * CLASSES + chosen[atom]];
        }
        return sum;
    }
}
