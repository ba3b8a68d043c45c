package net.bioclipse.adit.ui.plots;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * A plot drawn by JFreeChart into an image in memory; no window of AWT is opened.
 *
 * @param image    the picture
 * @param area     where the data are, in pixels of the picture
 * @param lowX     value at the left edge of the area
 * @param highX    value at the right edge
 * @param lowY     value at the bottom
 * @param highY    value at the top
 */
record Chart(BufferedImage image, Rectangle2D area, double lowX, double highX, double lowY, double highY) {

    private static final Color BARS = new Color(0x5B8DB8);
    private static final Color SELECTED = new Color(0xE67A00);

    /**
     * The colours of the window.
     *
     * @param background 0xRRGGBB
     * @param foreground 0xRRGGBB
     */
    record Colours(int background, int foreground) {
    }

    static Chart histogram(PlotData data, String title, Colours colours, int width, int height) {
        double[] edges = data.binEdges();
        XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
        bars.addSeries(series("selected", edges, data.counts(edges, i -> data.selected()[i])));
        bars.addSeries(series("all", edges, data.counts(edges, i -> true)));
        XYBarRenderer renderer = new XYBarRenderer(0.04);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        NumberAxis x = axis(title, colours);
        fit(x, data.x());
        NumberAxis y = axis("rows", colours);
        y.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        XYPlot plot = new XYPlot(bars, x, y, renderer);
        renderer.setSeriesPaint(0, SELECTED);
        renderer.setSeriesPaint(1, BARS);
        // The later series is drawn first, so that the selected part stands before the whole.
        plot.setDatasetRenderingOrder(org.jfree.chart.plot.DatasetRenderingOrder.FORWARD);
        plot.setSeriesRenderingOrder(org.jfree.chart.plot.SeriesRenderingOrder.REVERSE);
        return drawn(plot, colours, width, height);
    }

    private static XYIntervalSeries series(String key, double[] edges, int[] counts) {
        XYIntervalSeries series = new XYIntervalSeries(key);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                series.add((edges[i] + edges[i + 1]) / 2, edges[i], edges[i + 1], counts[i], 0, counts[i]);
            }
        }
        return series;
    }

    static Chart scatter(PlotData data, String titleX, String titleY, Colours colours, int width, int height) {
        DefaultXYDataset points = new DefaultXYDataset();
        points.addSeries("selected", points(data, true));
        points.addSeries("others", points(data, false));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        double dot = data.rows().length > 20_000 ? 2 : data.rows().length > 2000 ? 3.5 : 6.5;
        Color others = new Color(BARS.getRed(), BARS.getGreen(), BARS.getBlue(), data.rows().length > 2000 ? 110 : 190);
        for (int series = 0; series < 2; series++) {
            renderer.setSeriesShape(series, new Ellipse2D.Double(-dot / 2, -dot / 2, dot, dot));
            renderer.setSeriesPaint(series, series == 0 ? SELECTED : others);
        }
        NumberAxis x = axis(titleX, colours);
        fit(x, data.x());
        NumberAxis y = axis(titleY, colours);
        fit(y, data.y());
        XYPlot plot = new XYPlot(points, x, y, renderer);
        plot.setSeriesRenderingOrder(org.jfree.chart.plot.SeriesRenderingOrder.REVERSE);
        return drawn(plot, colours, width, height);
    }

    private static void fit(NumberAxis axis, double[] values) {
        axis.setAutoRangeIncludesZero(false);
        if (Arrays.stream(values).allMatch(value -> value == Math.rint(value))) {
            axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        }
    }

    private static double[][] points(PlotData data, boolean selected) {
        int[] which = IntStream.range(0, data.rows().length).filter(i -> data.selected()[i] == selected).toArray();
        return new double[][] {IntStream.of(which).mapToDouble(i -> data.x()[i]).toArray(),
            IntStream.of(which).mapToDouble(i -> data.y()[i]).toArray()};
    }

    static Chart funnel(Map<String, Long> stages, Colours colours, int width, int height) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        stages.forEach((stage, count) -> bars.addValue(count, "structures", stage));
        BarRenderer renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, BARS);
        renderer.setMaximumBarWidth(0.16);
        long first = Math.max(1, stages.values().stream().findFirst().orElse(1L));
        renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator() {
            @Override
            public String generateLabel(CategoryDataset data, int row, int column) {
                long count = data.getValue(row, column).longValue();
                return String.format("%,d  (%.0f %%)", count, 100.0 * count / first);
            }
        });
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelPaint(new Color(colours.foreground()));
        renderer.setDefaultItemLabelFont(font(12));
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        CategoryAxis stagesAxis = new CategoryAxis();
        stagesAxis.setTickLabelPaint(new Color(colours.foreground()));
        stagesAxis.setTickLabelFont(font(12));
        stagesAxis.setAxisLineVisible(false);
        stagesAxis.setTickMarksVisible(false);
        // The bars say their numbers themselves.
        NumberAxis count = axis(null, colours);
        count.setVisible(false);
        count.setUpperMargin(0.24);
        CategoryPlot plot = new CategoryPlot(bars, stagesAxis, count, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeGridlinesVisible(false);
        return drawn(plot, colours, width, height);
    }

    private static Font font(int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
    }

    private static NumberAxis axis(String title, Colours colours) {
        NumberAxis axis = new NumberAxis(title);
        axis.setLabelFont(font(12));
        axis.setTickLabelFont(font(11));
        axis.setLabelPaint(new Color(colours.foreground()));
        axis.setTickLabelPaint(new Color(colours.foreground()));
        return axis;
    }

    private static Chart drawn(Plot plot, Colours colours, int width, int height) {
        Color back = new Color(colours.background());
        plot.setBackgroundPaint(back);
        plot.setOutlineVisible(false);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(back);
        ChartRenderingInfo info = new ChartRenderingInfo();
        BufferedImage image = chart.createBufferedImage(width, height, BufferedImage.TYPE_INT_RGB, info);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        if (plot instanceof XYPlot xy) {
            return new Chart(image, area, xy.getDomainAxis().getLowerBound(), xy.getDomainAxis().getUpperBound(),
                    xy.getRangeAxis().getLowerBound(), xy.getRangeAxis().getUpperBound());
        }
        return new Chart(image, area, 0, 0, 0, 0);
    }

    /** Whether points of the picture stand for values. */
    boolean hasValues() {
        return highX > lowX;
    }

    double x(double pixel) {
        return lowX + (pixel - area.getX()) / area.getWidth() * (highX - lowX);
    }

    double y(double pixel) {
        return highY - (pixel - area.getY()) / area.getHeight() * (highY - lowY);
    }
}
