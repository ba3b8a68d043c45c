package net.bioclipse.adit.structure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tab-separated tables that lie beside the classes of a bundle. */
public final class Tables {

    private Tables() {
    }

    /** The cells of every line that is not a comment of the table beside a class. */
    public static List<String[]> rows(Class<?> beside, String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(beside.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
