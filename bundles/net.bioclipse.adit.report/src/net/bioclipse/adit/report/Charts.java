package net.bioclipse.adit.report;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Charts as inline SVG: bars for the structures of the report and, over them, a stepped line for those that it is compared
 * with. Both are shares, so that sets of different size can be laid over each other.
 */
final class Charts {

    private static final double WIDTH = 320;
    private static final double HEIGHT = 170;
    private static final double LEFT = 34;
    private static final double RIGHT = 6;
    private static final double TOP = 8;
    private static final double BOTTOM = 22;
    private static final int MOST_BARS = 40;
    private static final int MOST_CATEGORIES = 14;
    /** What lies outside of these shares on either side is not drawn, so that an outlier does not press the rest flat. */
    private static final double TAIL = 0.003;

    private Charts() {
    }

    /** @param reference of the same quantity; empty when there is nothing to compare with */
    static String histogram(String name, Histogram sample, Optional<Histogram> reference) {
        double width = Math.max(sample.width(), reference.map(Histogram::width).orElse(0.0));
        List<Histogram> both = Stream.concat(Stream.of(sample), reference.stream()).toList();
        both.forEach(histogram -> histogram.widenTo(width));
        while (last(both) - first(both) >= MOST_BARS) {
            both.forEach(histogram -> histogram.widenTo(2 * histogram.width()));
        }
        long first = first(both);
        int bars = (int) (last(both) - first) + 1;
        double top = top(both, first, bars);
        Svg svg = new Svg(WIDTH, HEIGHT, "chart", "Distribution: " + name);
        axis(svg, top);
        double step = (WIDTH - LEFT - RIGHT) / bars;
        double binWidth = sample.width();
        for (int i = 0; i < bars; i++) {
            double share = sample.share(first + i);
            String range = binWidth == 1 ? Long.toString(first + i)
                    : rounded((first + i) * binWidth, binWidth) + " to " + rounded((first + i + 1) * binWidth, binWidth);
            svg.rectangle(LEFT + i * step + step * 0.06, y(share, top), step * 0.88, y(0, top) - y(share, top), "sample",
                    share == 0 ? "" : range + ": " + percent(share));
        }
        reference.ifPresent(histogram -> svg.line("reference", steps(histogram, first, bars, step, top)));
        labels(svg, first, bars, step, binWidth);
        return svg.toString();
    }

    private static double top(List<Histogram> both, long first, int bars) {
        double top = 0;
        for (int i = 0; i < bars; i++) {
            for (Histogram histogram : both) {
                top = Math.max(top, histogram.share(first + i));
            }
        }
        return top;
    }

    private static long first(List<Histogram> both) {
        return both.stream().mapToLong(histogram -> histogram.quantile(TAIL)).min().orElse(0);
    }

    private static long last(List<Histogram> both) {
        return both.stream().mapToLong(histogram -> histogram.quantile(1 - TAIL)).max().orElse(0);
    }

    private static double[] steps(Histogram histogram, long first, int bars, double step, double top) {
        double[] points = new double[4 * bars];
        for (int i = 0; i < bars; i++) {
            double y = y(histogram.share(first + i), top);
            points[4 * i] = LEFT + i * step;
            points[4 * i + 1] = y;
            points[4 * i + 2] = LEFT + (i + 1) * step;
            points[4 * i + 3] = y;
        }
        return points;
    }

    private static void labels(Svg svg, long first, int bars, double step, double width) {
        int every = Math.max(1, (bars + 5) / 6);
        for (int i = 0; i < bars; i += every) {
            // A whole number stands under its bar, a bound between two.
            double x = LEFT + (width == 1 ? i + 0.5 : i) * step;
            svg.text(x, HEIGHT - 7, "middle", rounded((first + i) * width, width));
        }
    }

    /** The most frequent categories, one bar each. */
    static String categories(String name, Map<String, Long> sample, Map<String, Long> reference) {
        Comparator<Map.Entry<String, Long>> frequent = Map.Entry.<String, Long>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey());
        Set<String> shown = new LinkedHashSet<>();
        sample.entrySet().stream().sorted(frequent).limit(MOST_CATEGORIES - 2).forEach(entry -> shown.add(entry.getKey()));
        reference.entrySet().stream().sorted(frequent).filter(entry -> !shown.contains(entry.getKey()))
                .limit(MOST_CATEGORIES - shown.size()).forEach(entry -> shown.add(entry.getKey()));
        double all = sample.values().stream().mapToLong(Long::longValue).sum();
        double others = reference.values().stream().mapToLong(Long::longValue).sum();
        double top = shown.stream().mapToDouble(category -> Math.max(sample.getOrDefault(category, 0L) / Math.max(1, all),
                reference.getOrDefault(category, 0L) / Math.max(1, others))).max().orElse(0);
        Svg svg = new Svg(WIDTH, HEIGHT, "chart", "Distribution: " + name);
        axis(svg, top);
        double step = (WIDTH - LEFT - RIGHT) / Math.max(1, shown.size());
        int i = 0;
        for (String category : shown) {
            double x = LEFT + i++ * step;
            double share = sample.getOrDefault(category, 0L) / Math.max(1, all);
            svg.rectangle(x + step * 0.1, y(share, top), step * 0.8, y(0, top) - y(share, top), "sample",
                    category + ": " + percent(share));
            if (others > 0) {
                double y = y(reference.getOrDefault(category, 0L) / others, top);
                svg.line("reference", x, y, x + step, y);
            }
            svg.text(x + step / 2, HEIGHT - 7, "middle", category.length() > 7 ? category.substring(0, 6) + "…" : category);
        }
        return svg.toString();
    }

    private static void axis(Svg svg, double top) {
        for (double part : new double[] {0, 0.5, 1}) {
            double y = y(part * top, top);
            svg.line("grid", LEFT, y, WIDTH - RIGHT, y);
            svg.text(LEFT - 4, y + 3.5, "end", percent(part * top));
        }
    }

    private static double y(double share, double top) {
        return HEIGHT - BOTTOM - (top == 0 ? 0 : share / top) * (HEIGHT - TOP - BOTTOM);
    }

    static String percent(double share) {
        double percent = 100 * share;
        return String.format(Locale.ROOT, percent >= 10 || percent == 0 ? "%.0f %%" : percent >= 1 ? "%.1f %%" : "%.2g %%",
                percent);
    }

    /** With as many decimals as tell neighbouring bins apart. */
    private static String rounded(double value, double width) {
        int decimals = width >= 1 ? 0 : (int) Math.ceil(-Math.log10(width) - 1e-9);
        return String.format(Locale.ROOT, "%." + Math.min(decimals, 4) + "f", value);
    }
}
