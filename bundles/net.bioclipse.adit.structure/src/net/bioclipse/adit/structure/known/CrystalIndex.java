package net.bioclipse.adit.structure.known;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Formula;

/**
 * Known crystals in a file that {@link CrystalIndexWriter} writes: for each the first 4 bytes of the SHA-256 of its reduced
 * formula and its {@link CrystalFingerprint} in steps of 1/4096, sorted. A crystal is known when one of its composition has no
 * number that differs by more than the tolerance. Fingerprints are computed only for crystals of a composition that is there.
 */
public final class CrystalIndex implements StampedIndex {

    static final int COMPOSITION_BYTES = Integer.BYTES;
    /** Steps of one: far finer than any tolerance, so that the tolerance is not part of the file. */
    private static final int STEPS = 4096;
    private static final int LARGEST = 0xffff;

    private final ByteBuffer keys;
    private final IndexFooter footer;
    private final CrystalFingerprint fingerprint;

    private CrystalIndex(IndexFile file, CrystalFingerprint fingerprint) {
        this.keys = file.keys();
        this.footer = file.footer();
        this.fingerprint = fingerprint;
    }

    /**
     * @param fingerprint the one that the index was made with
     * @throws IOException with a sentence for the user when the file is missing, damaged or no index of such fingerprints
     */
    public static CrystalIndex open(Path file, CrystalFingerprint fingerprint) throws IOException {
        int bytes = keyBytes(fingerprint);
        return new CrystalIndex(IndexFile.read(file, IndexFooter.CRYSTALS, Integer.MAX_VALUE / bytes, b -> b == bytes),
                fingerprint);
    }

    static int keyBytes(CrystalFingerprint fingerprint) {
        return COMPOSITION_BYTES + Short.BYTES * fingerprint.length();
    }

    /** What an index keeps of a crystal. */
    static byte[] key(Crystal crystal, float[] numbers) {
        ByteBuffer key = ByteBuffer.allocate(COMPOSITION_BYTES + Short.BYTES * numbers.length).putInt(composition(crystal));
        for (float number : numbers) {
            key.putShort((short) step(number));
        }
        return key.array();
    }

    private static int composition(Crystal crystal) {
        Formula formula = crystal.formula().reduced();
        return (int) (IdentityHash.of(formula.toString(), COMPOSITION_BYTES) >>> 8 * COMPOSITION_BYTES);
    }

    private static int step(float number) {
        return Math.max(0, Math.min(LARGEST, Math.round(number * STEPS)));
    }

    @Override
    public SourceStamp source() {
        return footer.source();
    }

    @Override
    public long unidentified() {
        return footer.unidentified();
    }

    /** How many different crystals are in the set. */
    public long size() {
        return footer.count();
    }

    @Override
    public boolean holds(Class<? extends AtomicStructure> kind) {
        return kind == Crystal.class;
    }

    @Override
    public boolean contains(AtomicStructure structure, Assessment assessment) {
        return structure instanceof Crystal crystal && contains(crystal);
    }

    /** Whether such a crystal is in the set; false for one that has no fingerprint. */
    public boolean contains(Crystal crystal) {
        int composition = composition(crystal);
        int first = firstOf(composition);
        if (first == footer.count() || composition(first) != composition) {
            return false;
        }
        Optional<float[]> numbers = fingerprint.of(crystal);
        for (int i = first; numbers.isPresent() && i < footer.count() && composition(i) == composition; i++) {
            if (agrees(i, numbers.get())) {
                return true;
            }
        }
        return false;
    }

    /** The first key that is not below this composition. */
    private int firstOf(int composition) {
        int low = 0;
        int high = (int) footer.count();
        while (low < high) {
            int middle = low + high >>> 1;
            if (Integer.compareUnsigned(composition(middle), composition) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int composition(int index) {
        return keys.getInt(index * footer.keyBytes());
    }

    private boolean agrees(int index, float[] numbers) {
        // Both are rounded to steps, which may add one.
        double most = fingerprint.tolerance() * STEPS + 1;
        int at = index * footer.keyBytes() + COMPOSITION_BYTES;
        for (float number : numbers) {
            if (Math.abs(Short.toUnsignedInt(keys.getShort(at)) - step(number)) > most) {
                return false;
            }
            at += Short.BYTES;
        }
        return true;
    }
}
