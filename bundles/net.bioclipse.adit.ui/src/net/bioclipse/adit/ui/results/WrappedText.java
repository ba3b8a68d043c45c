package net.bioclipse.adit.ui.results;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines. */
final class WrappedText {

    private WrappedText() {
    }

    /**
     * @param perLine characters in a line, at least 1
     * @param most    lines, at least 1; where the text is longer the last one ends with an ellipsis
     */
    static List<String> lines(String text, int perLine, int most) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length() && lines.size() < most) {
            int end = Math.min(text.length(), from + perLine);
            int blank = end < text.length() ? text.lastIndexOf(' ', end) : -1;
            if (lines.size() == most - 1 && end < text.length()) {
                lines.add(text.substring(from, Math.max(from, end - 1)).stripTrailing() + "…");
                return lines;
            }
            end = blank > from ? blank : end;
            lines.add(text.substring(from, end));
            from = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        }
        return lines;
    }
}
