package net.bioclipse.adit.packaging;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.bioclipse.adit.modelpackage.MeanLatents;

/**
 * The mixture for the mean latents of structures of one kind and size. Few structures tell the shape of an eight-dimensional
 * distribution badly; a model that learned from many knows it. So there are two candidates, a mixture of one's own
 * ({@link MixtureFit}) and the parent's with new shares, and cross-validation chooses.
 */
final class MeanLatentsFit {

    private static final int D = GaussianMixture.D;
    private static final int MOST_POINTS = 6000;
    private static final int FOLDS = 5;
    /** From here on one fold tells enough. */
    private static final int MANY_POINTS = 1000;
    /** How many points the parent's shares count as. */
    private static final double KNOWN = 2;
    /** More rounds fit the points better and unseen ones worse. */
    private static final int ROUNDS = 2;

    private MeanLatentsFit() {
    }

    /**
     * @param rows   mean latents, n × 8, at least one row; of very many every few are used
     * @param parent of the model from which learning started
     */
    static MeanLatents.Mixture of(float[] rows, Optional<MeanLatents.Mixture> parent) {
        double[][] points = points(rows);
        if (parent.isEmpty()) {
            return MixtureFit.of(points).toMixture();
        }
        GaussianMixture known = GaussianMixture.of(parent.get());
        Function<double[][], GaussianMixture> reshare = part -> known.withShares(part, KNOWN, ROUNDS);
        boolean own = points.length > 1 && unseen(points, MixtureFit::of) > unseen(points, reshare);
        return (own ? MixtureFit.of(points) : reshare.apply(points)).toMixture();
    }

    private static double[][] points(float[] rows) {
        int count = rows.length / D;
        int used = Math.min(count, MOST_POINTS);
        double[][] points = new double[used][D];
        for (int n = 0; n < used; n++) {
            int row = (int) ((long) n * count / used);
            for (int i = 0; i < D; i++) {
                points[n][i] = rows[row * D + i];
            }
        }
        return points;
    }

    /** Sum of the log likelihoods of points that the fit did not see. */
    private static double unseen(double[][] points, Function<double[][], GaussianMixture> fit) {
        int folds = Math.min(FOLDS, points.length);
        return IntStream.range(0, points.length < MANY_POINTS ? folds : 1).mapToDouble(fold -> {
            GaussianMixture mixture = fit.apply(part(points, n -> n % folds != fold));
            return IntStream.range(0, points.length).filter(n -> n % folds == fold)
                    .mapToDouble(n -> mixture.logLikelihood(points[n])).sum();
        }).sum();
    }

    private static double[][] part(double[][] points, IntPredicate taken) {
        return IntStream.range(0, points.length).filter(taken).mapToObj(n -> points[n]).toArray(double[][]::new);
    }
}
