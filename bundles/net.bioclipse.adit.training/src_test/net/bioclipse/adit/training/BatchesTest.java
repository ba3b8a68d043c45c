package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private static final int DRAWS = 4000;

    private final Bucket few = Samples.bucket(false, 100, 2);
    private final Bucket many = Samples.bucket(false, 300, 4);
    private final Bucket crystals = Samples.bucket(true, 100, 2);

    private static double share(Batches batches, Bucket bucket) {
        return IntStream.range(0, DRAWS).filter(i -> batches.draw(new SplittableRandom(i)).bucket() == bucket).count()
                / (double) DRAWS;
    }

    @Test
    void drawsKindsAndAtomCountsByTheirNumberOfStructures() {
        Batches batches = new Batches(List.of(few, many, crystals), null, 40);
        assertEquals(0.2, share(batches, crystals), 0.03);
        assertEquals(0.2, share(batches, few), 0.03);
        assertEquals(0.6, share(batches, many), 0.03);
    }

    @Test
    void drawsKindsByTheShareAskedFor() {
        Batches batches = new Batches(List.of(few, many, crystals), 0.5, 40);
        assertEquals(0.5, share(batches, crystals), 0.03);
        assertEquals(0.125, share(batches, few), 0.03);
    }

    @Test
    void aShareOfAKindThatIsNotThereIsOfNoEffect() {
        assertSame(crystals, new Batches(List.of(crystals), 1.0, 40).draw(new SplittableRandom(1)).bucket());
        assertSame(few, new Batches(List.of(few), 0.0, 40).draw(new SplittableRandom(1)).bucket());
    }

    @Test
    void aBatchHasAboutAsManyAtomsAsAskedButNotFarMoreStructuresThanThereAre() {
        assertEquals(16, new Batches(List.of(few), null, 40).draw(new SplittableRandom(1)).rows().length);
        assertEquals(7, new Batches(List.of(few), null, 15).draw(new SplittableRandom(1)).rows().length);
        assertEquals(1, new Batches(List.of(many), null, 3).draw(new SplittableRandom(1)).rows().length);
        Bucket three = Samples.bucket(false, 3, 2);
        int[] rows = new Batches(List.of(three), null, 1000).draw(new SplittableRandom(1)).rows();
        assertEquals(8, rows.length);
        assertTrue(IntStream.of(rows).allMatch(row -> row >= 0 && row < 3));
    }

    @Test
    void theSameRandomNumbersDrawTheSame() {
        Batches batches = new Batches(List.of(few, many, crystals), null, 400);
        assertArrayEquals(batches.draw(new SplittableRandom(5)).rows(), batches.draw(new SplittableRandom(5)).rows());
    }
}
