package net.bioclipse.adit.generation;

/**
 * Even times from {@link #START} to 1 at which a sampler looks.
 *
 * @param steps intervals between the times, at least 1
 */
public record TimeGrid(int steps) {

    /** Where sampling starts; the networks never saw smaller times (Joshi et al. 2025, arXiv 2503.03965). */
    public static final double START = 0.01;

    public TimeGrid {
        if (steps < 1) {
            throw new IllegalArgumentException("A time grid of " + steps + " steps was asked for; 1 or more are possible.");
        }
    }

    /** Time {@code k} of 0 to {@link #steps()}; the last one is exactly 1. */
    public double time(int k) {
        return k == steps ? 1 : START + (1 - START) * k / steps;
    }
}
