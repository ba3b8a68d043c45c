package net.bioclipse.adit.ui.finetune;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** Draws losses over steps with JFreeChart into an image in memory: one panel for each stage, since their losses differ. */
final class LossChart {

    private static final Color TRAINING = new Color(0x5B8DB8);
    private static final Color VALIDATION = new Color(0xE67A00);
    private static final double DOT = 6;
    private static final int LEGEND = 22;
    /** Below it the axes have no room for titles; the legend then names the stages. */
    private static final int LOW = 220;
    private static final int MARGIN = 8;

    private LossChart() {
    }

    /**
     * @param background 0xRRGGBB
     * @param foreground 0xRRGGBB
     */
    static BufferedImage draw(List<LossHistory.Stage> stages, int background, int foreground, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(background));
        graphics.fillRect(0, 0, width, height);
        double panel = width / (double) Math.max(1, stages.size());
        for (int i = 0; i < stages.size(); i++) {
            chart(stages.get(i), height < LOW, new Color(background), new Color(foreground)).draw(graphics,
                    new Rectangle2D.Double(i * panel, LEGEND, panel, height - LEGEND), new ChartRenderingInfo());
        }
        graphics.setFont(font(12));
        for (int i = 0; i < stages.size(); i++) {
            String loss = TuningTexts.stage(stages.get(i).name()) + " loss over steps: training";
            int x = legend(graphics, loss, TRAINING, foreground, (int) (i * panel) + MARGIN);
            legend(graphics, "validation", VALIDATION, foreground, x);
        }
        graphics.dispose();
        return image;
    }

    /** @return where the next one goes */
    private static int legend(Graphics2D graphics, String name, Color colour, int foreground, int x) {
        graphics.setColor(colour);
        graphics.fillOval(x, LEGEND / 2 - MARGIN / 2, MARGIN, MARGIN);
        graphics.setColor(new Color(foreground));
        graphics.drawString(name, x + 2 * MARGIN, LEGEND / 2 + graphics.getFontMetrics().getAscent() / 2 - 1);
        return x + 4 * MARGIN + graphics.getFontMetrics().stringWidth(name);
    }

    private static JFreeChart chart(LossHistory.Stage stage, boolean low, Color background, Color foreground) {
        DefaultXYDataset curves = new DefaultXYDataset();
        curves.addSeries("training", points(stage.training()));
        curves.addSeries("validation", points(stage.validation()));
        XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
        lines.setSeriesPaint(0, TRAINING);
        lines.setSeriesPaint(1, VALIDATION);
        lines.setSeriesStroke(0, new BasicStroke(1.5f));
        lines.setSeriesStroke(1, new BasicStroke(2f));
        lines.setSeriesShapesVisible(1, true);
        lines.setSeriesShape(1, new java.awt.geom.Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        NumberAxis steps = axis(low ? null : "steps", foreground);
        steps.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        NumberAxis loss = axis(low ? null : "loss", foreground);
        loss.setAutoRangeIncludesZero(false);
        XYPlot plot = new XYPlot(curves, steps, loss, lines);
        plot.setBackgroundPaint(background);
        plot.setOutlineVisible(false);
        Color grid = new Color(foreground.getRed(), foreground.getGreen(), foreground.getBlue(), 40);
        plot.setRangeGridlinePaint(grid);
        plot.setDomainGridlinesVisible(false);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(background);
        return chart;
    }

    private static double[][] points(List<LossHistory.Point> points) {
        return new double[][] {points.stream().mapToDouble(LossHistory.Point::step).toArray(),
            points.stream().mapToDouble(LossHistory.Point::loss).toArray()};
    }

    private static NumberAxis axis(String title, Color foreground) {
        NumberAxis axis = new NumberAxis(title);
        axis.setLabelFont(font(12));
        axis.setTickLabelFont(font(11));
        axis.setLabelPaint(foreground);
        axis.setTickLabelPaint(foreground);
        return axis;
    }

    private static Font font(int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
    }
}
