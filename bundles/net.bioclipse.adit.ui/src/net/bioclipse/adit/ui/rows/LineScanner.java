package net.bioclipse.adit.ui.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a file as places: where one begins and how it begins. Reads once, keeps no more than the head of a line, so
 * that neither a large file nor an endless line fills the memory. Takes LF, CRLF and CR.
 */
final class LineScanner {

    /** Enough to tell a separator, a count, or the name of a CIF item from everything else. */
    private static final int HEAD = 40;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] head = new byte[HEAD];
    private int filled;
    private int at;
    private long bufferStart;
    private long lineStart;
    private int headLength;
    private boolean blank;

    LineScanner(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false behind the last one. */
    boolean next() throws IOException {
        headLength = 0;
        blank = true;
        lineStart = position();
        if (!fill()) {
            return false;
        }
        while (fill()) {
            int end = lineEnd();
            take(end);
            if (at < filled) {
                endOfLine();
                return true;
            }
        }
        return true;
    }

    /** The next line feed or carriage return in the buffer, or its end. The loop that sees every byte of the file. */
    private int lineEnd() {
        byte[] bytes = buffer;
        int to = filled;
        int i = at;
        while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    private void take(int end) {
        int more = Math.min(HEAD - headLength, end - at);
        System.arraycopy(buffer, at, head, headLength, more);
        headLength += more;
        for (int i = at; blank && i < end; i++) {
            blank = buffer[i] == ' ' || buffer[i] == '\t';
        }
        at = end;
    }

    private void endOfLine() throws IOException {
        if (buffer[at++] == '\r' && fill() && buffer[at] == '\n') {
            at++;
        }
    }

    private boolean fill() throws IOException {
        if (at == filled) {
            bufferStart += filled;
            at = 0;
            filled = Math.max(0, in.read(buffer));
        }
        return at < filled;
    }

    /** Offset of the first byte behind this line. */
    long position() {
        return bufferStart + at;
    }

    /** Offset of the first byte of this line. */
    long start() {
        return lineStart;
    }

    /** Whether the line holds nothing but blanks. */
    boolean blank() {
        return blank;
    }

    boolean startsWith(String text) {
        if (headLength < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            // All texts asked for are in lower case, CIF keywords are in any.
            if (Character.toLowerCase((char) head[i]) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The first characters of the line. */
    String head() {
        return new String(head, 0, headLength, StandardCharsets.ISO_8859_1);
    }
}
