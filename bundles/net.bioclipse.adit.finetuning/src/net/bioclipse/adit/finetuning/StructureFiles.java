package net.bioclipse.adit.finetuning;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.bioclipse.adit.generation.IllegalRequestException;

/** The files of a folder, or the one file that was given. */
final class StructureFiles {

    private static final int DEEPEST = 32;

    private StructureFiles() {
    }

    /**
     * All files below a folder by name, hidden ones left out.
     *
     * @throws IllegalRequestException when there is no such file or folder, or the folder is empty
     */
    static List<Path> of(Path data) throws IOException {
        if (Files.isRegularFile(data)) {
            return List.of(data);
        }
        if (!Files.isDirectory(data)) {
            throw new IllegalRequestException("'data' is '" + data + "', but there is no such file or folder; right would be"
                    + " a file of structures or a folder of such files.");
        }
        try (Stream<Path> walk = Files.walk(data, DEEPEST, new FileVisitOption[0])) {
            List<Path> files = walk.filter(Files::isRegularFile).filter(file -> visible(data.relativize(file))).sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IllegalRequestException("'data' is '" + data + "', but this folder holds no file; right would be a"
                        + " folder of files such as .sdf, .xyz or .cif.");
            }
            return files;
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
