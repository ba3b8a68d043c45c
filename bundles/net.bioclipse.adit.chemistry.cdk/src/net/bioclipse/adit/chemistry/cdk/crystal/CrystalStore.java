package net.bioclipse.adit.chemistry.cdk.crystal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;

/**
 * Crystals packed one behind the other, 40 bytes and 13 for each atom: atomic numbers, rows of the lattice in Å and fractional
 * coordinates as floats, which moves an atom by less than 1e-5 Å in a cell of 30 Å. Nothing is ever taken out.
 */
final class CrystalStore {

    private static final int CHUNK = 1 << 20;
    private static final int ROWS = 9;

    private final List<ByteBuffer> chunks = new ArrayList<>();

    /** @return where it lies */
    long add(Crystal crystal) {
        int atoms = crystal.atomCount();
        int bytes = Integer.BYTES + ROWS * Float.BYTES + atoms * (1 + 3 * Float.BYTES);
        if (chunks.isEmpty() || last().remaining() < bytes) {
            chunks.add(ByteBuffer.allocate(Math.max(CHUNK, bytes)));
        }
        ByteBuffer chunk = last();
        long place = (long) (chunks.size() - 1) << Integer.SIZE | chunk.position();
        chunk.putInt(atoms);
        for (int z : crystal.atomicNumbers()) {
            chunk.put((byte) z);
        }
        for (double x : crystal.lattice().matrix()) {
            chunk.putFloat((float) x);
        }
        for (double x : crystal.fractional()) {
            chunk.putFloat((float) (x - Math.floor(x)));
        }
        return place;
    }

    Crystal get(long place) {
        ByteBuffer from = chunks.get((int) (place >>> Integer.SIZE)).duplicate().position((int) place);
        int[] elements = new int[from.getInt()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = from.get();
        }
        return new Crystal(Lattice.ofVectors(floats(from, ROWS)), elements, floats(from, 3 * elements.length));
    }

    private static double[] floats(ByteBuffer from, int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = from.getFloat();
        }
        return numbers;
    }

    private ByteBuffer last() {
        return chunks.get(chunks.size() - 1);
    }
}
