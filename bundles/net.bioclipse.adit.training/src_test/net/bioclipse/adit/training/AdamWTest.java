package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.bioclipse.adit.modelpackage.Architecture;
import org.junit.jupiter.api.Test;

class AdamWTest {

    private final ParameterLayout layout = new ParameterLayout(new Architecture(2, 1, 1, 1, 2, 1, 1, 1000));
    private final float[] weights = new float[layout.size()];
    private final ParameterLayout.Range decoder = layout.range("decoder", "decoder");
    private final int matrix = layout.get("decoder.layers.0.attention.out.weight").offset();
    private final int bias = layout.get("decoder.layers.0.attention.out.bias").offset();
    private final AdamW optimiser;

    AdamWTest() {
        System.arraycopy(new float[] {1, -2, 0.5f, 3}, 0, weights, matrix, 4);
        weights[bias] = 0.1f;
        optimiser = new AdamW(weights, layout, decoder);
    }

    private void step(long step, double rate, float biasGradient, float... matrixGradient) {
        float[] gradient = new float[weights.length];
        System.arraycopy(matrixGradient, 0, gradient, matrix, 4);
        gradient[bias] = biasGradient;
        optimiser.step(step, gradient, norm(gradient), rate, decoder.start(), decoder.end());
    }

    private static double norm(float[] gradient) {
        double squares = 0;
        for (float g : gradient) {
            squares += (double) g * g;
        }
        return Math.sqrt(squares);
    }

    /** torch.optim.AdamW after clip_grad_norm_(1), PyTorch 2, weight decay 0.01 for the matrix. */
    @Test
    void threeStepsAreThoseOfPyTorch() {
        step(1, 1e-2, 0.05f, 0.3f, -0.1f, 0.2f, 0);
        step(2, 5e-3, 2, 3, -4, 0, 1);
        step(3, 1e-3, -0.3f, -0.2f, 0.1f, 0.1f, 0.3f);
        float[] right = {0.98445767f, -1.98501039f, 0.48580071f, 2.99497843f, 0.08578578f};
        for (int i = 0; i < 4; i++) {
            assertEquals(right[i], weights[matrix + i], 1e-6);
        }
        assertEquals(right[4], weights[bias], 1e-6);
    }

    @Test
    void onlyTheRangeChanges() {
        float[] before = weights.clone();
        float[] gradient = new float[weights.length];
        Arrays.fill(gradient, 1);
        optimiser.step(1, gradient, norm(gradient), 0.1, decoder.start(), decoder.end());
        assertEquals(-1, Arrays.mismatch(before, 0, decoder.start(), weights, 0, decoder.start()));
        assertEquals(-1, Arrays.mismatch(before, decoder.end(), before.length, weights, decoder.end(), weights.length));
        for (int i = decoder.start(); i < decoder.end(); i++) {
            assertTrue(weights[i] < before[i], "parameter " + i);
        }
    }

    @Test
    void theAverageFollowsTheWeightsSlowlyAndFasterAtFirst() {
        step(1, 1e-2, 1, 0, 0, 0, 0);
        double change = weights[bias] - 0.1f;
        assertEquals(0.1 + 9.0 / 11 * change, optimiser.average[bias], 1e-6);
        step(100_000, 0, 0, 0, 0, 0, 0);
        assertEquals(0.1 + (9.0 / 11 + 0.001 * 2 / 11) * change, optimiser.average[bias], 1e-6);
    }
}
