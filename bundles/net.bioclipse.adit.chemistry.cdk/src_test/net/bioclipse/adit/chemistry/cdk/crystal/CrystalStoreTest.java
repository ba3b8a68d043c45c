package net.bioclipse.adit.chemistry.cdk.crystal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import org.junit.jupiter.api.Test;

class CrystalStoreTest {

    private final CrystalStore store = new CrystalStore();

    @Test
    void givesBackWhatWasStoredInAnyOrder() {
        Random random = new Random(2);
        Crystal[] crystals = IntStream.range(0, 30_000).mapToObj(i -> CrystalGroupsTest.random(random))
                .toArray(Crystal[]::new);
        long[] places = new long[crystals.length];
        for (int i = 0; i < crystals.length; i++) {
            places[i] = store.add(crystals[i]);
        }
        for (int i = crystals.length - 1; i >= 0; i -= 7) {
            Crystal back = store.get(places[i]);
            assertArrayEquals(crystals[i].atomicNumbers(), back.atomicNumbers());
            assertArrayEquals(crystals[i].lattice().matrix(), back.lattice().matrix(), 1e-5);
            assertArrayEquals(crystals[i].positions(), back.positions(), 1e-5);
        }
    }

    @Test
    void takesACrystalThatIsLargerThanAChunk() {
        int atoms = 100_000;
        int[] elements = new int[atoms];
        Arrays.fill(elements, 118);
        Crystal large = new Crystal(new Lattice(90, 90, 90, 90, 90, 90), elements, new Random(1).doubles(3L * atoms).toArray());
        Crystal small = CrystalGroupsTest.random(new Random(3));
        long[] places = {store.add(small), store.add(large), store.add(small)};
        assertEquals(118, store.get(places[1]).atomicNumber(atoms - 1));
        assertEquals(small.formula(), store.get(places[0]).formula());
        assertEquals(small.formula(), store.get(places[2]).formula());
    }
}
