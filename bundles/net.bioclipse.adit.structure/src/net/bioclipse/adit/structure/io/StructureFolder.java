package net.bioclipse.adit.structure.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.bioclipse.adit.structure.io.StructureReader.Entry;

/**
 * The files below a folder whose names tell a format, hidden ones left out, in the order of their names; links are not
 * followed.
 *
 * @param folder  where to look
 * @param formats what can be read
 */
public record StructureFolder(Path folder, StructureFormats formats) {

    private static final int DEEPEST = 32;

    /**
     * Reads all structures.
     *
     * @param damaged told of each file that cannot be read (to its end); the others are read nevertheless
     * @throws IOException with a sentence for the user when there is no such folder or none of its files tells a format
     */
    public void read(Consumer<Entry> sink, Consumer<IOException> damaged) throws IOException {
        List<Path> files = files();
        if (files.isEmpty()) {
            throw new IOException("Cannot read '" + folder + "': no file in this folder has a name that tells a format of"
                    + " structures; known are " + String.join(", ", formats.readable()) + ".");
        }
        for (Path file : files) {
            try {
                formats.toRead(file).reader().orElseThrow().get().read(file, sink);
            } catch (IOException e) {
                damaged.accept(e);
            }
        }
    }

    /** The files that can be read, by name. */
    public List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            return walk.filter(Files::isRegularFile).filter(file -> visible(folder.relativize(file)))
                    .filter(formats::canRead).sorted().toList();
        } catch (UncheckedIOException e) {
            throw new IOException("Cannot read '" + folder + "': " + e.getCause().getMessage() + ".", e.getCause());
        }
    }

    private static boolean visible(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }
}
