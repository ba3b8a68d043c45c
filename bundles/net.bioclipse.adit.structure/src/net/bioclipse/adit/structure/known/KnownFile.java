package net.bioclipse.adit.structure.known;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import net.bioclipse.adit.structure.Crystal;

/**
 * A file or folder of known structures and the index beside it, {@code NAME.adit-keys} or {@code NAME.adit-crystals} (in the
 * user's cache where the directory is write-protected). The index is made at the first use, and again when the source has
 * changed.
 */
public final class KnownFile {

    /** Suffix of an index of molecules. */
    public static final String MOLECULES = ".adit-keys";
    /** Suffix of an index of crystals. */
    public static final String CRYSTALS = ".adit-crystals";

    /** So often progress is told, in records. */
    private static final int STRIDE = 256;

    /** Reads records one after the other without holding them in memory. */
    @FunctionalInterface
    interface Records<T> {

        void read(Path source, Consumer<T> sink) throws IOException;
    }

    @FunctionalInterface
    private interface Opening {

        StampedIndex open(Path index) throws IOException;
    }

    /** One kind of index: where it lies, how it is opened and made. */
    private record Kind<T>(String suffix, Opening opening, Function<Path, IndexWriter<T>> writer, Records<T> records) {
    }

    private KnownFile() {
    }

    /**
     * Opens the index of the molecules of a source, which is made before if need be.
     *
     * @param reader   reads their identities
     * @param progress watches and stops the making of the index
     * @return empty when it was stopped; nothing is left behind then
     * @throws IOException with a sentence for the user when the source or the index is missing, damaged, cannot be written
     */
    public static Optional<KnownStructures> molecules(Path source, IdentityReader reader, IndexingProgress progress)
            throws IOException {
        return open(source, moleculesOf(reader, KnownIndexWriter.WIDE), progress);
    }

    /** Writes an index that stands alone, without its source; false when it was stopped. */
    static boolean writeMolecules(Path source, Path index, IdentityReader reader, IndexingProgress progress)
            throws IOException {
        return make(index, source, SourceStamp.NONE, moleculesOf(reader, KnownIndexWriter.COMPACT), progress);
    }

    private static Kind<Optional<String>> moleculesOf(IdentityReader reader, int keyBytes) {
        return new Kind<>(MOLECULES, KnownIndex::open, place -> new KnownIndexWriter(place, keyBytes), reader::read);
    }

    /** The same for the crystals of a source. */
    static Optional<KnownStructures> crystals(Path source, Records<Optional<Crystal>> records,
            CrystalFingerprint fingerprint, IndexingProgress progress) throws IOException {
        return open(source, crystalsOf(records, fingerprint), progress);
    }

    static boolean writeCrystals(Path source, Path index, Records<Optional<Crystal>> records, CrystalFingerprint fingerprint,
            IndexingProgress progress) throws IOException {
        return make(index, source, SourceStamp.NONE, crystalsOf(records, fingerprint), progress);
    }

    private static Kind<Optional<Crystal>> crystalsOf(Records<Optional<Crystal>> records, CrystalFingerprint fingerprint) {
        return new Kind<>(CRYSTALS, index -> CrystalIndex.open(index, fingerprint),
                place -> new CrystalIndexWriter(place, fingerprint), records);
    }

    private static <T> Optional<KnownStructures> open(Path source, Kind<T> kind, IndexingProgress progress)
            throws IOException {
        if (!Files.exists(source)) {
            throw new IOException("Cannot read '" + source + "': there is no such file.");
        }
        Path index = placeFor(source, kind.suffix);
        if (Files.exists(index)) {
            StampedIndex found = kind.opening.open(index);
            if (found.source().fits(source)) {
                return Optional.of(found);
            }
        }
        boolean made = make(index, source, SourceStamp.of(source), kind, progress);
        return made ? Optional.of(kind.opening.open(index)) : Optional.empty();
    }

    /** Beside the source, or in the user's cache where that directory takes no new files. */
    private static Path placeFor(Path source, String suffix) throws IOException {
        Path place = source.toAbsolutePath().normalize();
        Path directory = place.getParent();
        if (directory == null) {
            throw new IOException("Cannot read '" + source + "': it is a whole file system; name a folder in it.");
        }
        String name = place.getFileName() + suffix;
        if (Files.isWritable(directory)) {
            return directory.resolve(name);
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        Path caches = cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        String where = Long.toHexString(IdentityHash.of(directory.toRealPath().toString(), Long.BYTES));
        return Files.createDirectories(caches.resolve("bioclipse-adit/known/" + where)).resolve(name);
    }

    private static <T> boolean make(Path index, Path source, SourceStamp stamp, Kind<T> kind, IndexingProgress progress)
            throws IOException {
        try (IndexWriter<T> writer = kind.writer.apply(index)) {
            long[] records = {0};
            kind.records.read(source, record -> {
                if (records[0]++ % STRIDE == 0 && !progress.proceed(records[0] - 1)) {
                    throw new Stopped();
                }
                writer.take(record);
            });
            if (stamp == SourceStamp.NONE && records[0] == 0) {
                throw new IOException("Cannot make the index '" + index + "': '" + source + "' holds no such structures.");
            }
            if (stamp != SourceStamp.NONE && !stamp.fits(source)) {
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
