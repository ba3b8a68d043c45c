package net.bioclipse.adit.report;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of a number in bins of equal width, in little memory for any numbers: when there are too many bins, neighbours are
 * joined. An outlier costs one bin and moves no other.
 */
final class Histogram {

    private static final int MOST_BINS = 4096;
    /** Beyond, a number is counted at the end of the axis. */
    private static final double FARTHEST = 1e9;

    private final TreeMap<Long, Long> bins = new TreeMap<>();
    private double width;
    private long total;
    private double sum;

    /** @param width of a bin to begin with; 1 for whole numbers, which then stand in the middle of their bins */
    Histogram(double width) {
        this.width = width;
    }

    /** Counts a number; one that is not finite is left out. */
    void add(double number, long times) {
        if (!Double.isFinite(number) || times <= 0) {
            return;
        }
        double limited = Math.max(-FARTHEST, Math.min(FARTHEST, number));
        // Numbers such as 1.1 stand a rounding error away from the bin they open.
        bins.merge((long) Math.floor(limited / width + 1e-9), times, Long::sum);
        total += times;
        sum += limited * times;
        if (bins.size() > MOST_BINS) {
            widenTo(2 * width);
        }
    }

    /** Joins bins until they are as wide. */
    void widenTo(double wanted) {
        while (width < wanted * (1 - 1e-9)) {
            TreeMap<Long, Long> joined = new TreeMap<>();
            bins.forEach((bin, count) -> joined.merge(Math.floorDiv(bin, 2L), count, Long::sum));
            bins.clear();
            bins.putAll(joined);
            width *= 2;
        }
    }

    double width() {
        return width;
    }

    long total() {
        return total;
    }

    /** The share of all numbers that is in a bin, the bin of 0 ≤ x < width being number 0. */
    double share(long bin) {
        return total == 0 ? 0 : bins.getOrDefault(bin, 0L) / (double) total;
    }

    /** The first bin such that it and those before hold this share of all numbers. */
    long quantile(double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * total));
        long counted = 0;
        for (Map.Entry<Long, Long> bin : bins.entrySet()) {
            counted += bin.getValue();
            if (counted >= wanted) {
                return bin.getKey();
            }
        }
        return 0;
    }

    /** The mean of the numbers added. */
    double mean() {
        return sum / total;
    }
}
