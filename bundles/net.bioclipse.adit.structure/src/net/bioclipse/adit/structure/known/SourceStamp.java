package net.bioclipse.adit.structure.known;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a source was like when it was indexed, to tell later whether it changed.
 *
 * @param bytes    its size
 * @param modified when it was last changed, in milliseconds since 1970
 * @param sha256   of its bytes, in hexadecimal digits
 */
record SourceStamp(long bytes, long modified, String sha256) {

    static final int SHA256_BYTES = 32;
    /** Of an index that stands alone, as in a model package. */
    static final SourceStamp NONE = new SourceStamp(0, 0, "00".repeat(SHA256_BYTES));

    private static final int CHUNK = 1 << 18;

    static SourceStamp of(Path source) throws IOException {
        if (Files.isDirectory(source)) {
            return ofFolder(source);
        }
        return new SourceStamp(Files.size(source), modified(source), hash(source));
    }

    /** A folder is as it was when names, sizes and times of its files are; their bytes are not read. */
    private static SourceStamp ofFolder(Path folder) throws IOException {
        MessageDigest digest = IdentityHash.sha256();
        long bytes = 0;
        long latest = 0;
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            long size = Files.size(file);
            long time = modified(file);
            digest.update((folder.relativize(file) + "\0" + size + "\0" + time + "\n").getBytes(StandardCharsets.UTF_8));
            bytes += size;
            latest = Math.max(latest, time);
        }
        return new SourceStamp(bytes, latest, HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether the source is as it was. Its bytes are read only when its size is the same and its time is not. */
    boolean fits(Path source) throws IOException {
        if (Files.isDirectory(source)) {
            return ofFolder(source).equals(this);
        }
        return Files.size(source) == bytes && (modified(source) == modified || hash(source).equals(sha256));
    }

    private static long modified(Path source) throws IOException {
        return Files.getLastModifiedTime(source).toMillis();
    }

    private static String hash(Path source) throws IOException {
        MessageDigest digest = IdentityHash.sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(source)) {
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                digest.update(chunk, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
