package net.bioclipse.adit.packaging;

import java.util.Arrays;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.MeanLatents;

/**
 * A mixture of Gaussians over the 8 features of mean latents, for computing.
 *
 * @param weights K shares, of sum 1
 * @param means   K × 8
 * @param factors K × 8 × 8, lower Cholesky factors of the covariances
 */
record GaussianMixture(double[] weights, double[][] means, double[][][] factors) {

    static final int D = Architecture.LATENT;

    static GaussianMixture of(MeanLatents.Mixture mixture) {
        int components = mixture.weights().length;
        double[] weights = new double[components];
        double[][] means = new double[components][D];
        double[][][] factors = new double[components][D][D];
        for (int k = 0; k < components; k++) {
            weights[k] = mixture.weights()[k];
            for (int i = 0; i < D; i++) {
                means[k][i] = mixture.means()[k * D + i];
                for (int j = 0; j <= i; j++) {
                    factors[k][i][j] = mixture.factors()[(k * D + i) * D + j];
                }
            }
        }
        return new GaussianMixture(weights, means, factors);
    }

    /** For a package, with shares whose sum is 1. */
    MeanLatents.Mixture toMixture() {
        float[] shares = new float[weights.length];
        float[] centres = new float[weights.length * D];
        float[] lower = new float[weights.length * D * D];
        double total = Arrays.stream(weights).sum();
        for (int k = 0; k < weights.length; k++) {
            shares[k] = (float) (weights[k] / total);
            for (int i = 0; i < D; i++) {
                centres[k * D + i] = (float) means[k][i];
                for (int j = 0; j <= i; j++) {
                    lower[(k * D + i) * D + j] = (float) factors[k][i][j];
                }
            }
        }
        return new MeanLatents.Mixture(shares, centres, lower);
    }

    /** Of which component a point is, K shares of sum 1. */
    double[] shares(double[] point) {
        double[] shares = logs(point);
        double all = logSum(shares);
        for (int k = 0; k < shares.length; k++) {
            shares[k] = Math.exp(shares[k] - all);
        }
        return shares;
    }

    /**
     * The same components with the shares that some points have, found by expectation-maximisation.
     *
     * @param known how many points the shares so far count as
     */
    GaussianMixture withShares(double[][] points, double known, int rounds) {
        GaussianMixture mixture = this;
        for (int round = 0; round < rounds; round++) {
            double[] counts = Arrays.stream(weights).map(weight -> known * weight).toArray();
            for (double[] point : points) {
                double[] of = mixture.shares(point);
                for (int k = 0; k < counts.length; k++) {
                    counts[k] += of[k];
                }
            }
            double[] shares = Arrays.stream(counts).map(count -> count / (points.length + known)).toArray();
            mixture = new GaussianMixture(shares, means, factors);
        }
        return mixture;
    }

    /** log p(point), less the constant of 8 dimensions. */
    double logLikelihood(double[] point) {
        return logSum(logs(point));
    }

    private double[] logs(double[] point) {
        double[] logs = new double[weights.length];
        double[] z = new double[D];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = Math.log(weights[k]);
            for (int i = 0; i < D; i++) {
                z[i] = point[i] - means[k][i];
                for (int j = 0; j < i; j++) {
                    z[i] -= factors[k][i][j] * z[j];
                }
                z[i] /= factors[k][i][i];
                logs[k] -= Math.log(factors[k][i][i]) + z[i] * z[i] / 2;
            }
        }
        return logs;
    }

    private static double logSum(double[] logs) {
        double largest = Arrays.stream(logs).max().orElseThrow();
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - largest);
        }
        return largest + Math.log(sum);
    }

    /**
     * L of L Lᵀ = matrix, of which the lower half counts.
     *
     * @param least pivot, for what rounding makes of a small one
     */
    static double[][] cholesky(double[][] matrix, double least) {
        double[][] l = new double[D][D];
        for (int i = 0; i < D; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(Math.max(sum, least)) : sum / l[j][j];
            }
        }
        return l;
    }
}
