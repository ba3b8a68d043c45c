package net.bioclipse.adit.ui.plots;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.bioclipse.adit.ui.rows.Column;
import net.bioclipse.adit.ui.rows.ResultsModel;

/**
 * The numbers behind a plot: one point for each row that is shown and has them all.
 *
 * @param rows     row numbers
 * @param x        of each row
 * @param y        of each row; empty for a histogram
 * @param selected whether each row is selected
 */
record PlotData(int[] rows, double[] x, double[] y, boolean[] selected) {

    private static final int FEWEST_BINS = 5;
    private static final int MOST_BINS = 60;

    /** @param vertical null for a histogram */
    static PlotData of(ResultsModel model, Column horizontal, Column vertical) {
        int size = model.table().size();
        double[] allX = model.table().numbers(horizontal, size);
        double[] allY = vertical == null ? allX : model.table().numbers(vertical, size);
        int[] rows = Arrays.stream(model.shown())
                .filter(row -> row < size && Double.isFinite(allX[row]) && Double.isFinite(allY[row])).toArray();
        boolean[] selected = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = model.selected(rows[i]);
        }
        return new PlotData(rows, Arrays.stream(rows).mapToDouble(row -> allX[row]).toArray(),
                vertical == null ? new double[0] : Arrays.stream(rows).mapToDouble(row -> allY[row]).toArray(), selected);
    }

    /**
     * Edges of the bins of a histogram, from the least value to the greatest: about as many as the square root of the number
     * of points. Whole numbers in a small range get a bin each.
     */
    double[] binEdges() {
        if (x.length == 0) {
            return new double[] {0, 1};
        }
        double least = Arrays.stream(x).min().getAsDouble();
        double most = Arrays.stream(x).max().getAsDouble();
        boolean whole = Arrays.stream(x).allMatch(value -> value == Math.rint(value));
        if (whole && most - least < MOST_BINS) {
            return IntStream.rangeClosed(0, (int) (most - least) + 1).mapToDouble(i -> least - 0.5 + i).toArray();
        }
        int bins = (int) Math.max(FEWEST_BINS, Math.min(MOST_BINS, Math.sqrt(x.length)));
        double width = most > least ? (most - least) / bins : 1;
        return IntStream.rangeClosed(0, bins).mapToDouble(i -> least + i * width).toArray();
    }

    /** How many of the points that are wanted fall between each two edges; the last edge belongs to the last bin. */
    int[] counts(double[] edges, IntPredicate wanted) {
        int[] counts = new int[edges.length - 1];
        double width = edges[1] - edges[0];
        for (int i = 0; i < x.length; i++) {
            if (wanted.test(i)) {
                counts[(int) Math.max(0, Math.min(counts.length - 1, Math.floor((x[i] - edges[0]) / width)))]++;
            }
        }
        return counts;
    }

    /** Rows whose point lies in a rectangle; without y only the x count. */
    int[] within(double lowX, double highX, double lowY, double highY) {
        return IntStream.range(0, rows.length)
                .filter(i -> x[i] >= lowX && x[i] <= highX && (y.length == 0 || y[i] >= lowY && y[i] <= highY))
                .map(i -> rows[i]).toArray();
    }
}
