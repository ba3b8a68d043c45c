package net.bioclipse.adit.structure.known;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Known structures in a file of sorted hashes, 5 or 8 bytes each, that {@link KnownIndexWriter} writes. Large files are
 * mapped, not read; a look-up touches a few places near the one where an even spread would have the hash.
 *
 * <p>A structure that is not in the set is taken for known with the probability {@code size / 2^(8·bytes of a key)}: 1 in
 * 10 million look-ups for 100,000 keys of 5 bytes, 1 in 10^11 for 200 million keys of 8 bytes. A known one is never missed.
 */
public final class KnownIndex implements KnownStructures {

    /** A mapping holds no more; 8 bytes each. */
    static final int MOST_KEYS = Integer.MAX_VALUE / Long.BYTES;

    /** Up to this size a file is read: it can then be replaced or deleted while it is in use, on every system. */
    private static final long LARGEST_READ = 64L << 20;

    private final ByteBuffer keys;
    private final IndexFooter footer;
    private final int count;

    private KnownIndex(ByteBuffer keys, IndexFooter footer) {
        this.keys = keys;
        this.footer = footer;
        this.count = (int) footer.count();
    }

    /** @throws IOException with a sentence for the user when the file is missing, damaged or no index */
    public static KnownIndex open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("Cannot read the index '" + file + "': there is no such file.");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size() - IndexFooter.BYTES;
            if (size < 0) {
                throw damaged(file, "it has " + channel.size() + " bytes, fewer than its footer");
            }
            ByteBuffer last = ByteBuffer.allocate(IndexFooter.BYTES);
            fill(channel, last, size);
            IndexFooter footer = IndexFooter.decoded(last.array())
                    .orElseThrow(() -> damaged(file, "its end is no footer of an index"));
            boolean width = footer.keyBytes() == Long.BYTES || footer.keyBytes() == KnownIndexWriter.COMPACT;
            if (!width || footer.count() < 0 || footer.count() > MOST_KEYS || footer.count() * footer.keyBytes() != size) {
                throw damaged(file, "it should hold " + footer.count() + " keys of " + footer.keyBytes() + " bytes, but has "
                        + size + " bytes for them");
            }
            ByteBuffer keys =
                    size > LARGEST_READ ? channel.map(MapMode.READ_ONLY, 0, size) : ByteBuffer.allocate((int) size);
            if (!keys.isDirect()) {
                fill(channel, keys, 0);
            }
            if (checksum(keys) != footer.keysChecksum()) {
                throw damaged(file, "its checksum is wrong");
            }
            return new KnownIndex(keys, footer);
        }
    }

    private static void fill(FileChannel channel, ByteBuffer buffer, long from) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new IOException("The file became shorter while it was read.");
            }
        }
        buffer.flip();
    }

    private static int checksum(ByteBuffer keys) {
        CRC32C crc = new CRC32C();
        crc.update(keys.duplicate());
        return (int) crc.getValue();
    }

    private static IOException damaged(Path file, String what) {
        return new IOException("The index '" + file + "' is damaged or no index: " + what
                + "; delete it, and it is made anew from its source.");
    }

    SourceStamp source() {
        return footer.source();
    }

    @Override
    public long size() {
        return count;
    }

    @Override
    public long unidentified() {
        return footer.unidentified();
    }

    @Override
    public boolean contains(String identity) {
        if (count == 0) {
            return false;
        }
        long wanted = IdentityHash.of(identity, footer.keyBytes());
        int guess = (int) Math.min(count - 1, (wanted >>> 1) * 0x1p-63 * count);
        int low = guess;
        int high = guess;
        // Even spread has the key within about a root of their number.
        int step = (int) Math.sqrt(count) + 1;
        while (low > 0 && Long.compareUnsigned(key(low), wanted) > 0) {
            low = Math.max(0, low - step);
        }
        while (high < count - 1 && Long.compareUnsigned(key(high), wanted) < 0) {
            high = Math.min(count - 1, high + step);
        }
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = Long.compareUnsigned(key(middle), wanted);
            if (order == 0) {
                return true;
            }
            low = order < 0 ? middle + 1 : low;
            high = order > 0 ? middle - 1 : high;
        }
        return false;
    }

    /** A key as the first of 64 bits. */
    private long key(int index) {
        if (footer.keyBytes() == Long.BYTES) {
            return keys.getLong(index * Long.BYTES);
        }
        int at = index * KnownIndexWriter.COMPACT;
        return (long) keys.getInt(at) << 32 | (keys.get(at + Integer.BYTES) & 0xffL) << 24;
    }
}
