package net.bioclipse.adit.structure.io;

import java.io.IOException;
import java.util.Locale;

/**
 * The words of a CIF 1.1 file (Hall, Allen and Brown 1991, doi 10.1107/S010876739101067X): block heads, {@code loop_},
 * tags, and values that are bare, quoted or text fields between semicolons. Comments are dropped; of a very long value
 * only the beginning is kept, so that reflection data inside a text field do not fill the memory.
 */
final class CifTokens {

    enum Kind { BLOCK, LOOP, TAG, VALUE, END }

    /**
     * One word.
     *
     * @param text   block name, tag in lower case, or value
     * @param quoted whether the value stood in quotes or semicolons, where ? and . are plain text
     * @param line   where it begins
     */
    record Token(Kind kind, String text, boolean quoted, int line) {

        /** The value, or null for an unquoted ? (unknown) or . (not applicable). */
        String value() {
            return !quoted && (text.equals("?") || text.equals(".")) ? null : text;
        }
    }

    private static final int LONGEST_VALUE = 4_000;

    private final TextLines lines;
    private String line = "";
    private int at;
    private Token peeked;

    CifTokens(TextLines lines) {
        this.lines = lines;
    }

    Token peek() throws IOException {
        if (peeked == null) {
            peeked = read();
        }
        return peeked;
    }

    Token next() throws IOException {
        Token token = peek();
        peeked = null;
        return token;
    }

    StructureFormatException error(String message, Token token) {
        return lines.error(message, token.line());
    }

    private Token read() throws IOException {
        while (true) {
            while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            if (at < line.length() && line.charAt(at) != '#') {
                return word();
            }
            line = lines.next();
            at = 0;
            if (line == null) {
                line = "";
                return new Token(Kind.END, "", false, lines.number());
            }
            if (line.startsWith(";")) {
                return textField();
            }
        }
    }

    private Token word() throws StructureFormatException {
        char first = line.charAt(at);
        if (first == '\'' || first == '"') {
            return quotedValue(first);
        }
        int start = at;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        String text = line.substring(start, at);
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("data_")) {
            return new Token(Kind.BLOCK, text.substring("data_".length()), false, lines.number());
        }
        if (lower.equals("loop_")) {
            return new Token(Kind.LOOP, "", false, lines.number());
        }
        if (lower.equals("global_") || lower.equals("stop_") || lower.startsWith("save_")) {
            throw lines.error("A CIF of structures was expected, but it has the word " + TextLines.quoted(text)
                    + ", which belongs to dictionaries and other STAR files");
        }
        return first == '_' ? new Token(Kind.TAG, lower, false, lines.number())
                : new Token(Kind.VALUE, shortened(text), false, lines.number());
    }

    /** A quote ends a value only before a blank: 'O5'' is the value O5'. */
    private Token quotedValue(char quote) throws StructureFormatException {
        for (int end = at + 1; end < line.length(); end++) {
            boolean beforeBlank = end + 1 == line.length() || Character.isWhitespace(line.charAt(end + 1));
            if (line.charAt(end) == quote && beforeBlank) {
                String text = line.substring(at + 1, end);
                at = end + 1;
                return new Token(Kind.VALUE, shortened(text), true, lines.number());
            }
        }
        throw lines.error("A CIF value that begins with a quote must end with it on the same line, but "
                + TextLines.quoted(line.substring(at)) + " does not");
    }

    private Token textField() throws IOException {
        int start = lines.number();
        StringBuilder text = new StringBuilder(shortened(line.substring(1)));
        for (line = lines.next(); line != null && !line.startsWith(";"); line = lines.next()) {
            if (text.length() < LONGEST_VALUE) {
                text.append('\n').append(shortened(line));
            }
        }
        if (line == null) {
            line = "";
            throw lines.error(
                    "A CIF text field must end with a line that begins with a semicolon, but the file ends before", start);
        }
        at = 1;
        return new Token(Kind.VALUE, text.toString(), true, start);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE);
    }
}
