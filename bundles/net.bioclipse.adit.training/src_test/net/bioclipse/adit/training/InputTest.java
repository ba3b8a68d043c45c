package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is drawn for the networks before they see it. */
class InputTest {

    private static final int SIZE = 2000;
    private static final int ATOMS = 4;

    private final Bucket crystals = Samples.bucket(true, SIZE, ATOMS);
    private final Batches.Draw everything = new Batches.Draw(crystals, IntStream.range(0, SIZE).toArray());

    @Test
    void aTenthOfTheTypesIsHiddenAndATenthOfTheAtomsMoved() {
        StructureInput input = StructureInput.corrupted(everything, 0, new SplittableRandom(1));
        int hidden = 0;
        int moved = 0;
        double squares = 0;
        for (int i = 0; i < SIZE * ATOMS; i++) {
            hidden += input.seen().types()[i] == 0 ? 1 : 0;
            double shift = input.seen().positions()[3 * i] - input.truth().positions()[3 * i];
            moved += shift != 0 ? 1 : 0;
            squares += shift * shift;
            double length = crystals.lattice()[6 * (i / ATOMS)] * Math.cbrt(ATOMS);
            assertEquals(shift / length, input.seen().fractional()[3 * i] - input.truth().fractional()[3 * i], 1e-5);
        }
        assertEquals(0.1, hidden / (double) (SIZE * ATOMS), 0.01);
        assertEquals(0.1, moved / (double) (SIZE * ATOMS), 0.01);
        assertEquals(0.1, Math.sqrt(squares / moved), 0.01);
        assertArrayEquals(crystals.types(), input.truth().types());
    }

    @Test
    void fractionalCoordinatesOfMoleculesStayZero() {
        Batches.Draw draw = new Batches.Draw(Samples.bucket(false, 100, ATOMS), IntStream.range(0, 100).toArray());
        StructureInput input = StructureInput.corrupted(draw, 0.5, new SplittableRandom(1));
        assertArrayEquals(new float[100 * ATOMS * 3], input.seen().fractional());
    }

    @Test
    void theDecoderSeesCleanStructuresAndLessNoise() {
        StructureInput both = StructureInput.corrupted(everything, 0.5, new SplittableRandom(1));
        StructureInput decoder = StructureInput.clean(everything, 0.5, new SplittableRandom(1));
        assertSame(decoder.truth(), decoder.seen());
        assertNull(decoder.sampling());
        // E[u²] = 1/3 for an even level, E[u⁴] = 1/5 for a squared one
        assertEquals(0.25 / 3, meanSquare(both.latentNoise()), 0.01);
        assertEquals(0.25 / 5, meanSquare(decoder.latentNoise()), 0.01);
        assertEquals(1, meanSquare(both.sampling()), 0.02);
    }

    @Test
    void latentsLieBetweenCentredNoiseAndTruth() {
        float[] latents = new float[SIZE * ATOMS * 8];
        Arrays.fill(latents, 100);
        LatentInput input = LatentInput.draw(everything, latents, 0.8, new SplittableRandom(3));
        double nulls = 0;
        for (int i = 0; i < SIZE; i++) {
            float t = input.times()[i];
            assertTrue(t >= 0.01f && t <= 1);
            for (int feature = 0; feature < 8; feature++) {
                double sum = 0;
                for (int atom = 0; atom < ATOMS; atom++) {
                    sum += input.noisy()[(i * ATOMS + atom) * 8 + feature];
                }
                assertEquals(100 * t, sum / ATOMS, 1e-3);
            }
            nulls += input.datasets()[i] == 0 ? 1 : 0;
            assertTrue(input.datasets()[i] == 0 || input.datasets()[i] == 1);
        }
        assertEquals(0.1, nulls / SIZE, 0.02);
    }

    @Test
    void halfOfTheTimesAreEvenAndHalfLieWhereTheStructureIsDecided() {
        LatentInput input = LatentInput.draw(everything, new float[SIZE * ATOMS * 8], 0.8, new SplittableRandom(3));
        assertEquals(0.5 * 0.505 + 0.5 * 0.4, mean(input.times()), 0.02);
        assertEquals(0.5 * 0.2 / 0.99, share(input.times(), 0.8, 1), 0.02);
        assertEquals(0.5 * 0.3 / 0.99 + 0.5 * 0.683, share(input.times(), 0.25, 0.55), 0.03);
    }

    private static double mean(float[] times) {
        return IntStream.range(0, times.length).mapToDouble(i -> times[i]).average().orElseThrow();
    }

    private static double share(float[] times, double from, double to) {
        return IntStream.range(0, times.length).filter(i -> times[i] > from && times[i] < to).count() / (double) times.length;
    }

    @Test
    void halfOfTheBatchesConditionThemselves() {
        Batches.Draw draw = new Batches.Draw(crystals, new int[] {0});
        long count = IntStream.range(0, 1000)
                .filter(i -> LatentInput.draw(draw, new float[ATOMS * 8], 0.8,
                        new SplittableRandom(i)).selfConditioned()).count();
        assertEquals(500, count, 60);
    }

    @Test
    void rowsAreTakenInTheOrderAsked() {
        Batches.Draw draw = new Batches.Draw(crystals, new int[] {7, 2, 7});
        StructureInput input = StructureInput.clean(draw, 0, new SplittableRandom(1));
        for (int k = 0; k < 3; k++) {
            int row = draw.rows()[k];
            assertArrayEquals(Arrays.copyOfRange(crystals.lattice(), 6 * row, 6 * row + 6),
                    Arrays.copyOfRange(input.truth().lattice(), 6 * k, 6 * k + 6));
            assertArrayEquals(Arrays.copyOfRange(crystals.types(), ATOMS * row, ATOMS * row + ATOMS),
                    Arrays.copyOfRange(input.truth().types(), ATOMS * k, ATOMS * k + ATOMS));
        }
    }

    @Test
    void slicesTogetherAreTheWhole() {
        StructureInput whole = StructureInput.corrupted(everything, 0.5, new SplittableRandom(1));
        StructureInput slice = whole.slice(10, 13);
        assertEquals(3, slice.size());
        assertArrayEquals(Arrays.copyOfRange(whole.seen().positions(), 10 * ATOMS * 3, 13 * ATOMS * 3),
                slice.seen().positions());
        assertArrayEquals(Arrays.copyOfRange(whole.latentNoise(), 10 * ATOMS * 8, 13 * ATOMS * 8), slice.latentNoise());
        LatentInput latents = LatentInput.draw(everything, new float[SIZE * ATOMS * 8], 0.8, new SplittableRandom(3));
        assertArrayEquals(Arrays.copyOfRange(latents.noisy(), 10 * ATOMS * 8, 13 * ATOMS * 8), latents.slice(10,
                13).noisy());
        assertArrayEquals(Arrays.copyOfRange(latents.times(), 10, 13), latents.slice(10, 13).times());
    }

    private static double meanSquare(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value * value;
        }
        return sum / values.length;
    }
}
