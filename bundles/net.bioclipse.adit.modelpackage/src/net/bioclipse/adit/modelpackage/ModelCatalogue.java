package net.bioclipse.adit.modelpackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The model packages in a directory; each is a subdirectory that holds a {@code model.json}. */
public final class ModelCatalogue {

    /**
     * A package or what is wrong with it.
     *
     * @param name         name of its directory, by which it is asked for
     * @param directory    where it lies
     * @param modelPackage the package, when it can be used
     * @param problem      otherwise the reason
     */
    public record Entry(String name, Path directory, Optional<ModelPackage> modelPackage, Optional<String> problem) {
    }

    private ModelCatalogue() {
    }

    /** All packages by name, every one fully checked; none when the directory does not exist. */
    public static List<Entry> list(Path modelsDirectory) throws ModelPackageException {
        List<Entry> entries = new ArrayList<>();
        for (Path directory : packages(modelsDirectory)) {
            String name = directory.getFileName().toString();
            try {
                ModelPackage modelPackage = ModelPackageReader.read(directory);
                entries.add(new Entry(name, directory, Optional.of(modelPackage), Optional.empty()));
            } catch (ModelPackageException e) {
                entries.add(new Entry(name, directory, Optional.empty(), Optional.of(e.getMessage())));
            }
        }
        return entries;
    }

    /**
     * Finds what a user means by {@code --model}: first the name of a package in the directory, then a path.
     *
     * @throws ModelPackageException when there is no such package or it cannot be used
     */
    public static ModelPackage find(String idOrPath, Path modelsDirectory) throws ModelPackageException {
        List<Path> known = packages(modelsDirectory);
        for (Path directory : known) {
            if (directory.getFileName().toString().equals(idOrPath)) {
                return ModelPackageReader.read(directory);
            }
        }
        Path path = path(idOrPath);
        if (path != null && Files.isDirectory(path)) {
            return ModelPackageReader.read(path);
        }
        String names = String.join(", ", known.stream().map(directory -> directory.getFileName().toString()).toList());
        throw ModelPackageException.of("Model " + ModelPackageException.quote(idOrPath) + " was asked for",
                "there is no such model and no such directory",
                (names.isEmpty() ? "" : "one of " + names + " or ") + "the path of a model package would be right",
                modelsDirectory);
    }

    private static Path path(String text) {
        try {
            return text.isBlank() ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static List<Path> packages(Path modelsDirectory) throws ModelPackageException {
        if (!Files.exists(modelsDirectory)) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(modelsDirectory)) {
            return directories.filter(directory -> Files.exists(directory.resolve(ModelPackageReader.DESCRIPTION))).sorted()
                    .toList();
        } catch (IOException e) {
            throw ModelPackageException.of("The models cannot be listed", "reading failed (" + e.getMessage() + ")",
                    "a readable directory would be right", modelsDirectory);
        }
    }
}
