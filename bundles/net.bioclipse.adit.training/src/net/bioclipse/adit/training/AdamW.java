package net.bioclipse.adit.training;

import java.util.Arrays;

/**
 * AdamW (Loshchilov and Hutter 2019, arXiv 1711.05101) with an exponential moving average of the weights, in one pass over
 * the arrays. Clips the gradient by its norm. Only the hidden matrices of the Transformer layers decay.
 */
final class AdamW {

    static final float BETA1 = 0.9f;
    static final float BETA2 = 0.98f;
    static final float EPSILON = 1e-8f;
    static final float DECAY = 0.01f;
    static final float LARGEST_NORM = 1;
    private static final float SLOWEST_AVERAGE = 0.999f;

    private final float[] weights;
    private final int start;
    private final float[] decay;
    final float[] first;
    final float[] second;
    final float[] average;

    /** @param weights all parameters; those of the range are changed in place */
    AdamW(float[] weights, ParameterLayout layout, ParameterLayout.Range range) {
        this.weights = weights;
        start = range.start();
        first = new float[range.length()];
        second = new float[range.length()];
        average = Arrays.copyOfRange(weights, range.start(), range.end());
        decay = new float[range.length()];
        for (ParameterLayout.Parameter p : layout.in(range)) {
            if (p.isHiddenMatrix()) {
                Arrays.fill(decay, p.offset() - start, p.offset() - start + p.length(), DECAY);
            }
        }
    }

    /**
     * Changes a part of the range, of whose elements none depends on another one.
     *
     * @param step         counted from 1
     * @param gradient     of the whole range
     * @param norm         Euclidean, of the gradient
     * @param learningRate for this step
     * @param from         first element
     * @param to           behind the last one
     */
    void step(long step, float[] gradient, double norm, double learningRate, int from, int to) {
        float clip = (float) Math.min(1, LARGEST_NORM / (norm + 1e-6));
        float rate = (float) (learningRate / (1 - Math.pow(BETA1, step)));
        float root = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, step)));
        float shrink = (float) learningRate;
        float blend = 1 - (float) Math.min(SLOWEST_AVERAGE, (1.0 + step) / (10 + step));
        for (int i = from; i < to; i++) {
            float g = gradient[i] * clip;
            float m = first[i] + (1 - BETA1) * (g - first[i]);
            float v = BETA2 * second[i] + (1 - BETA2) * g * g;
            float old = weights[start + i];
            float now = old - shrink * decay[i] * old - rate * m / ((float) Math.sqrt(v) * root + EPSILON);
            first[i] = m;
            second[i] = v;
            weights[start + i] = now;
            average[i] += blend * (now - average[i]);
        }
    }
}
