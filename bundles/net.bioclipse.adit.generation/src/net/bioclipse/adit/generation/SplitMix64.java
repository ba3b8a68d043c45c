package net.bioclipse.adit.generation;

/**
 * The random numbers of structures: SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195) and the transform
 * of Box and Muller (1958, doi:10.1214/aoms/1177706645). Written out here, with {@link StrictMath}, so that the same seed
 * gives the same bits on every platform and with every later Java. Not for cryptography.
 */
final class SplitMix64 {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;
    private double spare = Double.NaN;

    SplitMix64(long state) {
        this.state = state;
    }

    /** The finaliser of the generator: a bijection on 64 bits whose output looks random. */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Even in [0, 1), a multiple of 2⁻⁵³. */
    double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Gaussian of mean 0 and variance 1; two numbers are made at a time. */
    double nextGaussian() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        // 1 − u lies in (0, 1], so the logarithm is finite.
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        double angle = 2 * StrictMath.PI * nextDouble();
        spare = radius * StrictMath.sin(angle);
        return radius * StrictMath.cos(angle);
    }
}
