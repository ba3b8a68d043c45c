package net.bioclipse.adit.structure.known;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureFormats;
import net.bioclipse.adit.structure.io.StructureReader;

/**
 * Reads the structures of a file and has each identified as generated ones are.
 *
 * @param formats  what can be read
 * @param assessor tells the identity
 */
public record StructureIdentities(StructureFormats formats, StructureAssessor assessor) implements IdentityReader {

    /** @throws IllegalArgumentException when the suffix of the file names no format */
    @Override
    public void read(Path file, Consumer<Optional<String>> sink) throws IOException {
        StructureReader reader = formats.toRead(file).reader().orElseThrow().get();
        reader.read(file, entry -> sink.accept(entry.assessedBy(assessor).identity()));
    }
}
