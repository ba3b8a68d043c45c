package net.bioclipse.adit.structure.io;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The lines of a text file in UTF-8, counted for error messages. Takes LF, CRLF and CR, drops a byte order mark, and
 * refuses binary files and endless lines before they fill the memory.
 */
public final class TextLines implements Closeable {

    private static final int LONGEST = 1_000_000;

    private final Path file;
    private final Reader reader;
    private int number;
    private boolean afterReturn;

    private TextLines(Path file, Reader reader) {
        this.file = file;
        this.reader = reader;
    }

    public static TextLines open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("Cannot read '" + file + "': there is no such file.");
        }
        if (Files.isDirectory(file)) {
            throw new IOException("Cannot read '" + file + "': it is a directory; name a file in it.");
        }
        if (!Files.isReadable(file)) {
            throw new IOException("Cannot read '" + file + "': you have no permission to read it.");
        }
        return new TextLines(file,
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)));
    }

    /** @return the next line without its end, or null behind the last one */
    public String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = read();
        if (c < 0) {
            return null;
        }
        number++;
        for (; c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
            if (c == 0) {
                throw error("A text file was expected, but there is a zero byte in it: a binary or UTF-16 file");
            }
            if (line.length() == LONGEST) {
                throw error("A text file was expected, but a line is longer than " + LONGEST + " characters");
            }
            line.append((char) c);
        }
        afterReturn = c == '\r';
        return line.toString();
    }

    private int read() throws IOException {
        int c = reader.read();
        if (c == '\n' && afterReturn || c == '\uFEFF' && number == 0) {
            c = reader.read();
        }
        return c;
    }

    /** Number of the line that {@link #next()} gave last, from 1. */
    public int number() {
        return number;
    }

    Path file() {
        return file;
    }

    /** An exception about the line read last. */
    public StructureFormatException error(String message) {
        return error(message, number);
    }

    /** An exception about an earlier line. */
    public StructureFormatException error(String message, int line) {
        return new StructureFormatException(message + " (" + file + ", line " + line + ").");
    }

    /** {@code text} with a blank for each character that could end a line or drive a terminal. */
    public static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ").strip();
    }

    /** Text from a file as it can stand in a message: in quotes, short, without control characters. */
    public static String quoted(String text) {
        String printable = oneLine(text);
        return "'" + (printable.length() <= 40 ? printable : printable.substring(0, 37) + "...") + "'";
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
