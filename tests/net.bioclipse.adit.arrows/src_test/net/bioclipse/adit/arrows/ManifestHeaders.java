package net.bioclipse.adit.arrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The headers of a bundle's {@code META-INF/MANIFEST.MF}. */
final class ManifestHeaders {

    /** A comma between clauses, not one within a quoted version range. */
    private static final String CLAUSES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    private final Attributes attributes;

    private ManifestHeaders(Attributes attributes) {
        this.attributes = attributes;
    }

    static ManifestHeaders of(Path bundle) throws IOException {
        try (InputStream in = Files.newInputStream(bundle.resolve("META-INF/MANIFEST.MF"))) {
            return new ManifestHeaders(new Manifest(in).getMainAttributes());
        }
    }

    boolean has(String header) {
        return attributes.getValue(header) != null;
    }

    /** The clauses of a header with their directives. */
    List<String> clauses(String header) {
        String value = attributes.getValue(header);
        return value == null ? List.of() : Stream.of(value.split(CLAUSES)).map(String::strip).toList();
    }

    /** The names of a header without versions and directives. */
    List<String> names(String header) {
        return clauses(header).stream().map(clause -> clause.split(";", 2)[0].strip()).toList();
    }
}
