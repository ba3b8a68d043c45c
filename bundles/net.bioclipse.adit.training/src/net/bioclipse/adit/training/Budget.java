package net.bioclipse.adit.training;

/**
 * How long a stage may take, in minutes, in epochs or both, and the learning rate that follows from it: half a cosine down
 * to zero, and a warm-up of 100 steps. Until AdamW's second moments have settled, after about 2 / (1 - 0.98) steps (Ma and
 * Yarats 2021, arXiv 1910.04209), every step is as long as the learning rate allows, however small the gradient: such steps
 * take good weights apart.
 *
 * @param minutes wall time, infinite when only epochs count
 * @param epochs  as many structures as the training set has, infinite when only minutes count
 */
record Budget(double minutes, double epochs) {

    private static final double WARM_UP_STEPS = 100;

    Budget share(double share) {
        return new Budget(minutes * share, epochs * share);
    }

    /** What is spent, from 0 to 1. */
    double progress(double elapsedSeconds, double epochsSeen) {
        return Math.min(1, Math.max(elapsedSeconds / 60 / minutes, epochsSeen / epochs));
    }

    /** Factor on the learning rate of a step counted from 0. */
    static double rate(long step, double progress) {
        return Math.min(1, (step + 1) / WARM_UP_STEPS) * (1 + Math.cos(Math.PI * progress)) / 2;
    }
}
