package net.bioclipse.adit.ui.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.ModelPackageReader;

/**
 * Adds and removes the files of models. What is added is first read and checked at a hidden place beside the others and then
 * moved, so that the folder never holds half a model.
 */
final class ModelFiles {

    /** No model is larger; a zip file that unpacks to more is an accident or an attack. */
    private static final long LARGEST = 20L << 30;
    private static final int MOST_FILES = 1000;

    private ModelFiles() {
    }

    /**
     * Copies a model into the folder of the installed ones.
     *
     * @param source a folder with a model package, or a zip file of one
     * @return the model at its new place
     * @throws ModelPackageException with a sentence for the user when it is no model
     * @throws IOException           when it cannot be copied, or one of that name is installed
     */
    static ModelPackage add(Path source, Path models) throws IOException, ModelPackageException {
        Files.createDirectories(models);
        Path hidden = Files.createTempDirectory(models, ".adding-");
        try {
            if (Files.isDirectory(source)) {
                copy(source, hidden);
            } else {
                unzip(source, hidden);
            }
            Path root = root(hidden);
            ModelPackage model = ModelPackageReader.read(root);
            Path target = models.resolve(model.id());
            if (!target.normalize().getParent().equals(models.normalize()) || Files.exists(target)) {
                throw new IOException("A model '" + model.id() + "' is installed already; remove it first.");
            }
            Files.move(root, target);
            return ModelPackageReader.read(target);
        } finally {
            remove(hidden);
        }
    }

    /** Deletes a folder and all in it; nothing when there is none. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A zip file often holds a folder that holds the model. */
    private static Path root(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.toList();
            return found.size() == 1 && Files.isDirectory(found.get(0)) ? found.get(0) : folder;
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.list(source)) {
            files.filter(Files::isRegularFile).limit(MOST_FILES).forEach(file -> {
                try {
                    Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void unzip(Path source, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(source.toFile())) {
            if (zip.size() > MOST_FILES) {
                throw new IOException("'" + source + "' holds " + zip.size() + " files; a model holds about ten.");
            }
            long left = LARGEST;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("'" + source + "' wants to write outside of its folder: '"
                            + entry.getName() + "'.");
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.getParent());
                    left -= write(zip, entry, file, left);
                }
            }
        }
    }

    private static long write(ZipFile zip, ZipEntry entry, Path file, long most) throws IOException {
        try (InputStream in = zip.getInputStream(entry); var out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long written = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                written += n;
                if (written > most) {
                    throw new IOException("'" + zip.getName() + "' unpacks to more than " + (LARGEST >> 30) + " GiB.");
                }
                out.write(buffer, 0, n);
            }
            return written;
        }
    }
}
