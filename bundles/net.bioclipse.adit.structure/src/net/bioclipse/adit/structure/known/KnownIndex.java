package net.bioclipse.adit.structure.known;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Molecule;

/**
 * Known molecules in a file of sorted hashes, 5 or 8 bytes each, that {@link KnownIndexWriter} writes. Large files are
 * mapped, not read; a look-up touches a few places near the one where an even spread would have the hash.
 *
 * <p>A structure that is not in the set is taken for known with the probability {@code size / 2^(8·bytes of a key)}: 1 in
 * 10 million look-ups for 100,000 keys of 5 bytes, 1 in 10^11 for 200 million keys of 8 bytes. A known one is never missed.
 */
public final class KnownIndex implements StampedIndex {

    /** A mapping holds no more; 8 bytes each. */
    static final int MOST_KEYS = Integer.MAX_VALUE / Long.BYTES;

    private final ByteBuffer keys;
    private final IndexFooter footer;
    private final int count;

    private KnownIndex(ByteBuffer keys, IndexFooter footer) {
        this.keys = keys;
        this.footer = footer;
        this.count = (int) footer.count();
    }

    /** @throws IOException with a sentence for the user when the file is missing, damaged or no index of identities */
    public static KnownIndex open(Path file) throws IOException {
        IndexFile read = IndexFile.read(file, IndexFooter.IDENTITIES, MOST_KEYS,
                bytes -> bytes == KnownIndexWriter.WIDE || bytes == KnownIndexWriter.COMPACT);
        return new KnownIndex(read.keys(), read.footer());
    }

    @Override
    public SourceStamp source() {
        return footer.source();
    }

    /** How many different identities are in the set. */
    public long size() {
        return count;
    }

    @Override
    public long unidentified() {
        return footer.unidentified();
    }

    @Override
    public boolean holds(Class<? extends AtomicStructure> kind) {
        return kind == Molecule.class;
    }

    @Override
    public boolean contains(AtomicStructure structure, Assessment assessment) {
        return structure instanceof Molecule && assessment.identity().map(this::contains).orElse(false);
    }

    /** @param identity as {@link Assessment#identity()} gives it: an InChIKey */
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
