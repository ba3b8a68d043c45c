package net.bioclipse.adit.packaging;

import java.util.Arrays;
import java.util.Random;

/**
 * A mixture of Gaussians with full covariances, by expectation-maximisation from k-means++ centres (Dempster, Laird and Rubin
 * 1977; Arthur and Vassilvitskii 2007). The same points give the same mixture.
 */
final class MixtureFit {

    private static final int D = GaussianMixture.D;
    private static final int MOST_COMPONENTS = 128;
    private static final int POINTS_OF_A_COMPONENT = 30;
    private static final int ROUNDS = 40;
    /** How many points of a tenth of the whole variance each covariance is mixed with, so that few points make no needle. */
    private static final double PRIOR_POINTS = 2;
    private static final double PRIOR_VARIANCE = 0.03;
    /** Least variance, in units of the normalised latents. */
    private static final double FLOOR = 1e-4;

    private final double[][] points;
    private final double[] variance = new double[D];
    private final int components;
    private final double[] weights;
    private final double[][] means;
    private final double[][][] factors;

    private MixtureFit(double[][] points) {
        this.points = points;
        components = Math.max(1, Math.min(MOST_COMPONENTS, points.length / POINTS_OF_A_COMPONENT));
        weights = new double[components];
        means = new double[components][];
        factors = new double[components][D][D];
        double[] mean = new double[D];
        Arrays.stream(points).forEach(p -> addTo(mean, p, 1.0 / points.length));
        for (double[] p : points) {
            for (int i = 0; i < D; i++) {
                variance[i] += (p[i] - mean[i]) * (p[i] - mean[i]) / points.length;
            }
        }
    }

    /** @param points n × 8, at least one */
    static GaussianMixture of(double[][] points) {
        MixtureFit fit = new MixtureFit(points);
        fit.start(new Random(1));
        double[][] shares = fit.nearest();
        for (int round = 0; round < ROUNDS; round++) {
            GaussianMixture mixture = fit.maximise(shares);
            shares = Arrays.stream(points).parallel().map(mixture::shares).toArray(double[][]::new);
        }
        return fit.maximise(shares);
    }

    private void start(Random random) {
        double[] distance = new double[points.length];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        means[0] = points[random.nextInt(points.length)];
        for (int k = 1; k < components; k++) {
            double total = 0;
            for (int n = 0; n < points.length; n++) {
                distance[n] = Math.min(distance[n], squared(points[n], means[k - 1]));
                total += distance[n];
            }
            double left = random.nextDouble() * total;
            int chosen = 0;
            while (chosen < points.length - 1 && (left -= distance[chosen]) > 0) {
                chosen++;
            }
            means[k] = points[chosen];
        }
    }

    private double[][] nearest() {
        double[][] shares = new double[points.length][components];
        for (int n = 0; n < points.length; n++) {
            int best = 0;
            for (int k = 1; k < components; k++) {
                best = squared(points[n], means[k]) < squared(points[n], means[best]) ? k : best;
            }
            shares[n][best] = 1;
        }
        return shares;
    }

    private GaussianMixture maximise(double[][] shares) {
        for (int k = 0; k < components; k++) {
            double total = 1e-9;
            double[] mean = new double[D];
            for (int n = 0; n < points.length; n++) {
                total += shares[n][k];
                addTo(mean, points[n], shares[n][k]);
            }
            for (int i = 0; i < D; i++) {
                mean[i] /= total;
            }
            double[][] covariance = new double[D][D];
            for (int n = 0; n < points.length; n++) {
                if (shares[n][k] > 1e-6) {
                    for (int i = 0; i < D; i++) {
                        for (int j = 0; j <= i; j++) {
                            covariance[i][j] += shares[n][k] * (points[n][i] - mean[i]) * (points[n][j] - mean[j]);
                        }
                    }
                }
            }
            for (int i = 0; i < D; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] /= total + PRIOR_POINTS;
                }
                covariance[i][i] += PRIOR_POINTS * PRIOR_VARIANCE * variance[i] / (total + PRIOR_POINTS) + FLOOR;
            }
            weights[k] = total / points.length;
            means[k] = mean;
            factors[k] = GaussianMixture.cholesky(covariance, FLOOR / 10);
        }
        return new GaussianMixture(weights, means, factors);
    }

    private static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < D; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private static void addTo(double[] sum, double[] values, double factor) {
        for (int i = 0; i < D; i++) {
            sum[i] += factor * values[i];
        }
    }
}
