package net.bioclipse.adit.training;

import java.util.List;

/**
 * AdamW (Loshchilov and Hutter 2019, arXiv 1711.05101) with an exponential moving average of the weights, in one
 * pass over the arrays. Clips the gradient by its norm. Only the hidden matrices of the Transformer layers decay.
 */
final class AdamW {

    static final float BETA1 = 0.9f;
    static final float BETA2 = 0.98f;
    static final float EPSILON = 1e-8f;
    static final float DECAY = 0.01f;
    static final float LARGEST_NORM = 1;
    private static final float SLOWEST_AVERAGE = 0.999f;
    /** Elements that stay in the nearest cache from loop to loop. */
    private static final int PORTION = 1024;

    private final float[] weights;
    private final List<ParameterLayout.Parameter> parameters;
    /** As long as the weights, like the two below: loops in which all arrays have the same index become vector instructions. */
    final float[] first;
    final float[] second;
    final float[] average;

    /** @param weights all parameters; those of the range are changed in place */
    AdamW(float[] weights, ParameterLayout layout, ParameterLayout.Range range) {
        this.weights = weights;
        first = new float[weights.length];
        second = new float[weights.length];
        average = weights.clone();
        parameters = layout.in(range);
    }

    /**
     * Changes a part of the range, of whose elements none depends on another one.
     *
     * @param step         counted from 1
     * @param gradient     in the order of the weights
     * @param norm         Euclidean, of the gradient
     * @param learningRate for this step
     * @param from         first element, counted like the weights
     * @param to           behind the last one
     */
    void step(long step, float[] gradient, double norm, double learningRate, int from, int to) {
        float clip = (float) Math.min(1, LARGEST_NORM / (norm + 1e-6));
        float rate = (float) (learningRate / (1 - Math.pow(BETA1, step)));
        float root = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, step)));
        float blend = 1 - (float) Math.min(SLOWEST_AVERAGE, (1.0 + step) / (10 + step));
        for (ParameterLayout.Parameter p : parameters) {
            float kept = p.isHiddenMatrix() ? (float) (1 - learningRate * DECAY) : 1;
            int end = Math.min(to, p.offset() + p.length());
            for (int i = Math.max(from, p.offset()); i < end; i += PORTION) {
                portion(gradient, clip, kept, rate, root, blend, i, Math.min(end, i + PORTION));
            }
        }
    }

    /** One loop for each array that changes: only such loops does the compiler turn into vector instructions. */
    private void portion(float[] gradient, float clip, float kept, float rate, float root, float blend, int from, int to) {
        for (int i = from; i < to; i++) {
            first[i] = BETA1 * first[i] + (1 - BETA1) * clip * gradient[i];
        }
        for (int i = from; i < to; i++) {
            second[i] = BETA2 * second[i] + (1 - BETA2) * (clip * gradient[i]) * (clip * gradient[i]);
        }
        for (int i = from; i < to; i++) {
            weights[i] = kept * weights[i] - rate * first[i] / ((float) Math.sqrt(second[i]) * root + EPSILON);
        }
        for (int i = from; i < to; i++) {
            average[i] += blend * (weights[i] - average[i]);
        }
    }
}
