package net.bioclipse.adit.structure.known;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.io.AtomicFile;

/**
 * Writes the file of a {@link CrystalIndex}. The keys wait in memory, some 100 bytes each. The same crystals give the same
 * bytes, whatever their order.
 */
public final class CrystalIndexWriter implements IndexWriter<Optional<Crystal>> {

    private final Path target;
    private final CrystalFingerprint fingerprint;
    private final TreeSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
    private long unidentified;

    public CrystalIndexWriter(Path target, CrystalFingerprint fingerprint) {
        if (fingerprint.length() < 1 || fingerprint.length() > CrystalFingerprint.MOST) {
            throw new IllegalArgumentException("A fingerprint has 1 to " + CrystalFingerprint.MOST + " numbers, not "
                    + fingerprint.length() + ".");
        }
        this.target = target;
        this.fingerprint = fingerprint;
    }

    /** Takes one more crystal; counts a record that could not be read or has no fingerprint. */
    @Override
    public void take(Optional<Crystal> crystal) {
        Optional<float[]> numbers = crystal.flatMap(fingerprint::of);
        numbers.ifPresentOrElse(found -> keys.add(CrystalIndex.key(crystal.get(), found)), () -> unidentified++);
    }

    /**
     * Puts the index at its target, in the place of an earlier one.
     *
     * @throws IOException with a sentence for the user when it cannot be written
     */
    public void commit() throws IOException {
        commit(SourceStamp.NONE);
    }

    @Override
    public void commit(SourceStamp source) throws IOException {
        try (AtomicFile file = AtomicFile.create(target)) {
            CheckedOutputStream checked = new CheckedOutputStream(new BufferedOutputStream(file.stream()), new CRC32C());
            OutputStream out = checked;
            for (byte[] key : keys) {
                out.write(key);
            }
            IndexFooter footer = new IndexFooter(IndexFooter.CRYSTALS, CrystalIndex.keyBytes(fingerprint), keys.size(),
                    unidentified, source, (int) checked.getChecksum().getValue());
            out.write(footer.encoded());
            out.flush();
            file.commit();
        }
    }

    @Override
    public void close() {
        keys.clear();
    }
}
