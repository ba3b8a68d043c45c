package net.bioclipse.adit.report;

import java.util.Locale;

/** Text of an inline SVG element, piece by piece; colours come from the style sheet of the page. */
final class Svg {

    private final StringBuilder text = new StringBuilder();

    /** @param title for people who hear the page */
    Svg(double width, double height, String kind, String title) {
        text.append(format("<svg class=\"%s\" viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">", kind, number(width),
                number(height), escaped(title)));
    }

    Svg rectangle(double x, double y, double width, double height, String kind, String tip) {
        text.append(format("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"", kind, number(x), number(y),
                number(width), number(height)));
        return tipped("rect", tip);
    }

    Svg circle(double x, double y, double radius, String fill, String tip) {
        text.append(format("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"", number(x), number(y), number(radius), fill));
        return tipped("circle", tip);
    }

    /** @param points x, y, x, y, … */
    Svg line(String kind, double... points) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            list.append(i == 0 ? "" : " ").append(number(points[i])).append(',').append(number(points[i + 1]));
        }
        text.append(format("<polyline class=\"%s\" points=\"%s\"/>", kind, list));
        return this;
    }

    /** @param anchor start, middle or end */
    Svg text(double x, double y, String anchor, String words) {
        text.append(format("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>", number(x), number(y), anchor,
                escaped(words)));
        return this;
    }

    private Svg tipped(String element, String tip) {
        text.append(tip.isEmpty() ? "/>" : "><title>" + escaped(tip) + "</title></" + element + ">");
        return this;
    }

    @Override
    public String toString() {
        return text + "</svg>";
    }

    /** A tenth of a point is finer than a screen. */
    static String number(double value) {
        String decimals = String.format(Locale.ROOT, "%.1f", value);
        return decimals.endsWith(".0") ? decimals.substring(0, decimals.length() - 2) : decimals;
    }

    /** Text that cannot become markup; characters that XML cannot hold become blanks. */
    static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\uFFFE\\uFFFF\\uD800-\\uDFFF&&[^\\x{10000}-\\x{10FFFF}]]", " ")
                .replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
