package net.bioclipse.adit.packaging;

/**
 * A mixture that knows the shape of a distribution, moved towards a few points of a part of it: expectation-maximisation with
 * the known mixture as prior, as speaker models are adapted from a background model (Reynolds, Quatieri and Dunn 2000, doi
 * 10.1006/dspr.1999.0361). Components without points stay as they were, with small shares.
 */
final class AdaptedMixture {

    private static final int D = GaussianMixture.D;
    /** More rounds fit the points better and unseen ones worse. */
    private static final int ROUNDS = 2;
    /** How many points the known shares count as. */
    private static final double SHARES_COUNT = 2;
    /** How many points the known place and shape of each component count as. */
    private static final double COMPONENT_COUNTS = 10;
    private static final double LEAST_PIVOT = 1e-6;

    private AdaptedMixture() {
    }

    static GaussianMixture of(GaussianMixture known, double[][] points) {
        GaussianMixture mixture = known;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] shares = new double[points.length][];
            for (int n = 0; n < points.length; n++) {
                shares[n] = mixture.shares(points[n]);
            }
            mixture = maximised(known, points, shares);
        }
        return mixture;
    }

    private static GaussianMixture maximised(GaussianMixture known, double[][] points, double[][] shares) {
        int components = known.weights().length;
        double[] weights = new double[components];
        double[][] means = new double[components][];
        double[][][] factors = new double[components][][];
        for (int k = 0; k < components; k++) {
            double count = 0;
            double[] mean = new double[D];
            for (int n = 0; n < points.length; n++) {
                count += shares[n][k];
                for (int i = 0; i < D; i++) {
                    mean[i] += shares[n][k] * points[n][i];
                }
            }
            for (int i = 0; i < D; i++) {
                mean[i] = (mean[i] + COMPONENT_COUNTS * known.means()[k][i]) / (count + COMPONENT_COUNTS);
            }
            weights[k] = (count + SHARES_COUNT * known.weights()[k]) / (points.length + SHARES_COUNT);
            means[k] = mean;
            factors[k] = GaussianMixture.cholesky(covariance(known, k, mean, points, shares, count), LEAST_PIVOT);
        }
        return new GaussianMixture(weights, means, factors);
    }

    /** Lower half. */
    private static double[][] covariance(GaussianMixture known, int k, double[] mean, double[][] points, double[][] shares,
            double count) {
        double[][] covariance = new double[D][D];
        double[] moved = known.means()[k];
        double[][] factor = known.factors()[k];
        for (int i = 0; i < D; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = (mean[i] - moved[i]) * (mean[j] - moved[j]);
                for (int m = 0; m <= j; m++) {
                    sum += factor[i][m] * factor[j][m];
                }
                sum *= COMPONENT_COUNTS;
                for (int n = 0; n < points.length; n++) {
                    sum += shares[n][k] * (points[n][i] - mean[i]) * (points[n][j] - mean[j]);
                }
                covariance[i][j] = sum / (count + COMPONENT_COUNTS);
            }
        }
        return covariance;
    }
}
