package net.bioclipse.adit.structure.known;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of known structures and the index beside it, {@code NAME.adit-keys} (in the user's cache where the directory is
 * write-protected). The index is made at the first use, and again when the file has changed. An index may also be given
 * itself, without its source.
 */
public final class KnownFile {

    /** Suffix of an index. */
    public static final String SUFFIX = ".adit-keys";

    /** So often progress is told, in records. */
    private static final int STRIDE = 256;

    private KnownFile() {
    }

    /**
     * Opens the index of a file, which is made before if need be.
     *
     * @param source   structures or identities, or an index
     * @param reader   reads the source
     * @param progress watches and stops the making of the index
     * @return empty when it was stopped; nothing is left behind then
     * @throws IOException with a sentence for the user when the source or the index is missing, damaged, cannot be written
     */
    public static Optional<KnownStructures> open(Path source, IdentityReader reader, IndexingProgress progress)
            throws IOException {
        if (String.valueOf(source.getFileName()).endsWith(SUFFIX)) {
            return Optional.of(KnownIndex.open(source));
        }
        if (!Files.isRegularFile(source)) {
            throw new IOException("Cannot read '" + source + "': "
                    + (Files.exists(source) ? "it is no file." : "there is no such file."));
        }
        Path index = placeFor(source);
        if (Files.exists(index)) {
            KnownIndex found = KnownIndex.open(index);
            if (found.source().fits(source)) {
                return Optional.of(found);
            }
        }
        return make(index, source, reader, progress) ? Optional.of(KnownIndex.open(index)) : Optional.empty();
    }

    /** Beside the source, or in the user's cache where that directory takes no new files. */
    private static Path placeFor(Path source) throws IOException {
        String name = source.getFileName() + SUFFIX;
        Path directory = source.toAbsolutePath().getParent();
        if (Files.isWritable(directory)) {
            return directory.resolve(name);
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        Path caches = cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        String where = Long.toHexString(IdentityHash.of(directory.toRealPath().toString(), Long.BYTES));
        return Files.createDirectories(caches.resolve("bioclipse-adit/known/" + where)).resolve(name);
    }

    private static boolean make(Path index, Path source, IdentityReader reader, IndexingProgress progress)
            throws IOException {
        SourceStamp stamp = SourceStamp.of(source);
        try (KnownIndexWriter writer = new KnownIndexWriter(index, KnownIndexWriter.WIDE)) {
            long[] records = {0};
            reader.read(source, identity -> {
                if (records[0]++ % STRIDE == 0 && !progress.proceed(records[0] - 1)) {
                    throw new Stopped();
                }
                writer.take(identity);
            });
            if (!stamp.fits(source)) {
                throw new IOException("'" + source + "' changed while it was indexed; try again when it is complete.");
            }
            writer.commit(stamp);
            progress.proceed(records[0]);
            return true;
        } catch (Stopped e) {
            return false;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Leaves a reader in the middle of its file. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
