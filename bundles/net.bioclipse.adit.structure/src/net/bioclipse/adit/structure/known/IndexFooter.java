package net.bioclipse.adit.structure.known;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The last bytes of an index, behind its keys: what the file is and how to tell damage. Big-endian: a word of eight letters
 * that names the kind of index, version, bytes of a key, number of keys, number of records without identity, size, time and
 * SHA-256 of the source, CRC-32C of the keys, CRC-32C of this footer so far.
 *
 * @param word         {@link #IDENTITIES} or {@link #CRYSTALS}
 * @param keyBytes     bytes of a key
 * @param count        number of keys
 * @param unidentified records of the source without identity
 * @param source       what was indexed
 * @param keysChecksum CRC-32C of the keys
 */
record IndexFooter(String word, int keyBytes, long count, long unidentified, SourceStamp source, int keysChecksum) {

    static final int BYTES = 8 + 2 * Integer.BYTES + 4 * Long.BYTES + SourceStamp.SHA256_BYTES + 2 * Integer.BYTES;

    /** Hashes of identities. */
    static final String IDENTITIES = "ADITKEYS";
    /** Compositions and fingerprints of crystals. */
    static final String CRYSTALS = "ADITCRYS";

    private static final int VERSION = 1;

    byte[] encoded() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES);
        buffer.put(word.getBytes(StandardCharsets.US_ASCII)).putInt(VERSION).putInt(keyBytes).putLong(count)
                .putLong(unidentified).putLong(source.bytes()).putLong(source.modified()).put(HexFormat.of().parseHex(source.sha256())).putInt(keysChecksum);
        return buffer.putInt(checksum(buffer.array())).array();
    }

    /** @return empty when these bytes are no undamaged footer of this version */
    static Optional<IndexFooter> decoded(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte[] letters = new byte[IDENTITIES.length()];
        byte[] sha256 = new byte[SourceStamp.SHA256_BYTES];
        boolean ours = buffer.get(letters).getInt() == VERSION && buffer.getInt(BYTES - Integer.BYTES) == checksum(bytes);
        if (!ours) {
            return Optional.empty();
        }
        int keyBytes = buffer.getInt();
        long count = buffer.getLong();
        long unidentified = buffer.getLong();
        long size = buffer.getLong();
        long modified = buffer.getLong();
        buffer.get(sha256);
        return Optional.of(new IndexFooter(new String(letters, StandardCharsets.US_ASCII), keyBytes, count, unidentified,
                new SourceStamp(size, modified, HexFormat.of().formatHex(sha256)), buffer.getInt()));
    }

    private static int checksum(byte[] footer) {
        CRC32C crc = new CRC32C();
        crc.update(footer, 0, BYTES - Integer.BYTES);
        return (int) crc.getValue();
    }
}
