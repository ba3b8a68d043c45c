package net.bioclipse.adit.structure.known;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntPredicate;
import java.util.zip.CRC32C;

/**
 * An index as it lies on disk, checked: keys of one length in ascending order and the footer. Large files are mapped.
 *
 * @param keys   all of them, one after the other
 * @param footer what they are
 */
record IndexFile(ByteBuffer keys, IndexFooter footer) {

    /** Up to this size a file is read: it can then be replaced or deleted while it is in use, on every system. */
    private static final long LARGEST_READ = 64L << 20;

    /**
     * @param word   kind of index that the footer must name
     * @param most   keys that a file may have
     * @param widths bytes that a key may have
     * @throws IOException with a sentence for the user when the file is missing, damaged or no such index
     */
    static IndexFile read(Path file, String word, int most, IntPredicate widths) throws IOException {
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
            IndexFooter footer = IndexFooter.decoded(last.array()).filter(read -> read.word().equals(word))
                    .orElseThrow(() -> damaged(file, "its end is no footer of such an index"));
            boolean possible = widths.test(footer.keyBytes()) && footer.count() >= 0 && footer.count() <= most;
            if (!possible || footer.count() * footer.keyBytes() != size) {
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
            return new IndexFile(keys, footer);
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
}
