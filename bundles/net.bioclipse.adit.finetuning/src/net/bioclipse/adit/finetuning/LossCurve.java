package net.bioclipse.adit.finetuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws {@code losses.csv} as an SVG picture: one panel for each stage, loss of training and of validation over steps. */
final class LossCurve {

    private static final int WIDTH = 720;
    private static final int PANEL = 260;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 40;
    private static final int BOTTOM = 40;
    private static final String TRAINING = "#1f77b4";
    private static final String VALIDATION = "#d62728";

    private record Point(double step, double loss) {
    }

    private static final class Panel {

        private final List<Point> training = new ArrayList<>();
        private final List<Point> validation = new ArrayList<>();

        private double last() {
            return Math.max(1, both().stream().mapToDouble(Point::step).max().orElse(1));
        }

        private double highest() {
            return both().stream().mapToDouble(Point::loss).max().orElse(1);
        }

        private double lowest() {
            return both().stream().mapToDouble(Point::loss).min().orElse(0);
        }

        private List<Point> both() {
            List<Point> both = new ArrayList<>(training);
            both.addAll(validation);
            return both;
        }
    }

    private LossCurve() {
    }

    static void draw(Path csv, Path svg) throws IOException {
        Map<String, Panel> panels = new LinkedHashMap<>();
        for (String line : Files.readAllLines(csv)) {
            String[] fields = line.split(",", -1);
            if (fields.length >= 5 && fields[1].matches("[0-9]+")) {
                Panel panel = panels.computeIfAbsent(fields[0].replaceAll("[^a-z]", ""), stage -> new Panel());
                add(panel.training, fields[1], fields[3]);
                add(panel.validation, fields[1], fields[4]);
            }
        }
        StringBuilder text = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\""
                + PANEL * Math.max(1, panels.size()) + "\" font-family=\"sans-serif\" font-size=\"13\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        int top = 0;
        for (Map.Entry<String, Panel> panel : panels.entrySet()) {
            draw(text, panel.getKey(), panel.getValue(), top);
            top += PANEL;
        }
        Files.writeString(svg, text.append("</svg>\n"));
    }

    private static void add(List<Point> points, String step, String loss) {
        if (loss.matches("-?[0-9.]+([eE][-+]?[0-9]+)?")) {
            points.add(new Point(Double.parseDouble(step), Double.parseDouble(loss)));
        }
    }

    private static void draw(StringBuilder text, String stage, Panel panel, int top) {
        int bottom = top + PANEL - BOTTOM;
        text.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">%s: <tspan fill=\"%s\">training loss</tspan>"
                + " <tspan fill=\"%s\">validation loss</tspan></text>%n", LEFT, top + 24, stage, TRAINING, VALIDATION)
                .replace("\r\n", "\n"));
        text.append("<path d=\"M").append(LEFT).append(' ').append(top + TOP).append('V').append(bottom).append('H')
                .append(WIDTH - RIGHT).append("\" fill=\"none\" stroke=\"black\"/>\n");
        label(text, LEFT - 6, top + TOP + 5, "end", number(panel.highest()));
        label(text, LEFT - 6, bottom, "end", number(panel.lowest()));
        label(text, LEFT, bottom + 18, "middle", "0");
        label(text, WIDTH - RIGHT, bottom + 18, "end", number(panel.last()) + " steps");
        line(text, panel, panel.training, TRAINING, top);
        line(text, panel, panel.validation, VALIDATION, top);
    }

    private static void line(StringBuilder text, Panel panel, List<Point> points, String colour, int top) {
        double range = Math.max(1e-12, panel.highest() - panel.lowest());
        String path = points.stream().map(p -> String.format(Locale.ROOT, "%.1f,%.1f",
                LEFT + p.step / panel.last() * (WIDTH - LEFT - RIGHT),
                top + TOP + (panel.highest() - p.loss) / range * (PANEL - TOP - BOTTOM))).collect(Collectors.joining(" "));
        text.append("<polyline fill=\"none\" stroke=\"").append(colour).append("\" stroke-width=\"1.5\" points=\"")
                .append(path).append("\"/>\n");
    }

    private static void label(StringBuilder text, int x, int y, String anchor, String label) {
        text.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\" text-anchor=\"").append(anchor)
                .append("\">").append(label).append("</text>\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%.0f" : "%.4g", value);
    }
}
