package net.bioclipse.adit.structure.known;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bioclipse.adit.structure.io.StructureFormatException;
import net.bioclipse.adit.structure.io.TextLines;

/**
 * Reads InChIKeys out of a text file, the first one of each line: a plain list, or a table (CSV, TSV) with such a column. A
 * first line without one is a heading; blank lines are passed over.
 */
public final class InChIKeyTable implements IdentityReader {

    private static final Pattern KEY = Pattern.compile("\\b[A-Z]{14}-[A-Z]{10}-[A-Z]\\b");

    @Override
    public void read(Path file, Consumer<Optional<String>> sink) throws IOException {
        boolean none = true;
        try (TextLines lines = TextLines.open(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Matcher key = KEY.matcher(line);
                boolean found = key.find();
                none &= !found;
                if (found) {
                    sink.accept(Optional.of(key.group()));
                } else if (!line.isBlank() && lines.number() > 1) {
                    sink.accept(Optional.empty());
                }
            }
            if (none) {
                throw new StructureFormatException("A list or table of InChIKeys was expected, but '" + file + "' has none "
                        + "in " + lines.number() + " lines; give SMILES as .smi and structures as .sdf.");
            }
        }
    }
}
