package net.bioclipse.adit.structure.known;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

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
        return new SourceStamp(Files.size(source), modified(source), hash(source));
    }

    /** Whether the source is as it was. Its bytes are read only when its size is the same and its time is not. */
    boolean fits(Path source) throws IOException {
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
