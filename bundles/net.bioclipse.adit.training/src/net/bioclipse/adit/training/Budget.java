package net.bioclipse.adit.training;

/**
 * How long a stage may take, in minutes, in epochs or both, and the learning rate that follows from it: warm-up over 300
 * steps or a twentieth of the budget, whichever is shorter, then half a cosine down to zero.
 *
 * @param minutes wall time, infinite when only epochs count
 * @param epochs  as many structures as the training set has, infinite when only minutes count
 */
record Budget(double minutes, double epochs) {

    private static final double WARM_UP_STEPS = 300;
    private static final double WARM_UP_SHARE = 0.05;

    Budget share(double share) {
        return new Budget(minutes * share, epochs * share);
    }

    /** What is spent, from 0 to 1. */
    double progress(double elapsedSeconds, double epochsSeen) {
        return Math.min(1, Math.max(elapsedSeconds / 60 / minutes, epochsSeen / epochs));
    }

    /** Factor on the learning rate of a step counted from 0. */
    static double rate(long step, double progress) {
        double warm = Math.min(1, Math.max((step + 1) / WARM_UP_STEPS, progress / WARM_UP_SHARE));
        return warm * (1 + Math.cos(Math.PI * progress)) / 2;
    }
}
