package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import net.bioclipse.adit.modelpackage.MeanLatents;
import org.junit.jupiter.api.Test;

class StructureNoiseTest {

    private static final SizeDistribution SIZES = new SizeDistribution(new TreeMap<>(Map.of(3, 1L, 4, 2L, 9, 1L)));

    @Test
    void isThePublishedGenerator() {
        // First numbers of the reference implementation (Sebastiano Vigna, prng.di.unimi.it/splitmix64.c) from 1234567.
        SplitMix64 random = new SplitMix64(1234567);
        assertEquals(List.of("6457827717110365317", "3203168211198807973", "9817491932198370423", "4593380528125082431"),
                LongStream.generate(random::nextLong).limit(4).mapToObj(Long::toUnsignedString).toList());
    }

    @Test
    void givesTheseNumbersForever() {
        // Saved runs are repeated by their seed: a change here breaks them all.
        StructureNoise noise = new StructureNoise(42);
        assertEquals("[4, 3, 4, 4, 4, 4, 4, 4, 3, 3, 3, 4, 4, 9, 4, 3, 4, 3, 9, 9]",
                Arrays.toString(LongStream.range(0, 20).mapToInt(i -> noise.atoms(i, SIZES)).toArray()));
        assertEquals("[-0.26077035, 0.013891574, -0.0604069, 0.07237784, -0.07233601]",
                Arrays.toString(Arrays.copyOf(noise.batch(new long[] {417}, 2).at(0).values(), 5)));
        assertEquals("1.290334", Float.toString(new StructureNoise(-1).batch(new long[] {1L << 40}, 3).at(0).values()[23]));
    }

    @Test
    void dependsOnSeedAndNumberAlone() {
        StructureNoise noise = new StructureNoise(7);
        float[] together = noise.batch(new long[] {5, 2, 900}, 4).at(0).values();
        assertArrayEquals(noise.batch(new long[] {2}, 4).at(0).values(), Arrays.copyOfRange(together, 32, 64));
        noise.atoms(2, SIZES);
        assertArrayEquals(noise.batch(new long[] {2}, 4).at(0).values(), Arrays.copyOfRange(together, 32, 64));
        assertNotEquals(together[0], new StructureNoise(8).batch(new long[] {5}, 4).at(0).values()[0]);
    }

    @Test
    void chosenMeansDependOnSeedAndNumberAlone() {
        float[] factors = new float[64];
        factors[0] = 1;
        MeanLatents.Mixture mixture = new MeanLatents.Mixture(new float[] {1}, new float[8], factors);
        double[][] together = new StructureNoise(7).means(new long[] {5, 2, 900}, mixture, 1);
        assertArrayEquals(new StructureNoise(7).means(new long[] {2}, mixture, 1)[0], together[1]);
        assertNotEquals(together[0][0], together[1][0]);
        assertNotEquals(together[0][0], new StructureNoise(8).means(new long[] {5}, mixture, 1)[0][0]);
    }

    @Test
    void aSmallScaleKeepsMeansNearTheirComponents() {
        float[] factors = new float[64];
        factors[0] = 1;
        MeanLatents.Mixture mixture = new MeanLatents.Mixture(new float[] {1}, new float[] {3, 0, 0, 0, 0, 0, 0, 0}, factors);
        double full = new StructureNoise(7).means(new long[] {5}, mixture, 1)[0][0] - 3;
        assertEquals(0.5 * full, new StructureNoise(7).means(new long[] {5}, mixture, 0.5)[0][0] - 3, 1e-12);
        assertEquals(3, new StructureNoise(7).means(new long[] {5}, mixture, 0)[0][0]);
    }

    @Test
    void isCentredForEachStructureAndFeature() {
        float[] values = new StructureNoise(1).batch(new long[] {0, 1}, 50).at(0).values();
        for (int row = 0; row < 2; row++) {
            for (int feature = 0; feature < 8; feature++) {
                double sum = 0;
                for (int atom = 0; atom < 50; atom++) {
                    sum += values[(row * 50 + atom) * 8 + feature];
                }
                assertEquals(0, sum, 1e-5);
            }
        }
    }

    @Test
    void isGaussianAndUncorrelatedBetweenNeighbours() {
        long[] indices = LongStream.range(0, 500).toArray();
        float[] values = new StructureNoise(3).batch(indices, 40).at(0).values();
        double square = 0;
        double fourth = 0;
        double neighbours = 0;
        int rowLength = 320;
        for (int i = 0; i < values.length; i++) {
            double x = values[i];
            square += x * x / values.length;
            fourth += x * x * x * x / values.length;
            neighbours += x * values[(i + rowLength) % values.length] / values.length;
        }
        // Centring 40 atoms takes one fortieth of the variance.
        double variance = 39 / 40.0;
        assertEquals(variance, square, 0.015);
        assertEquals(3 * variance * variance, fourth, 0.1);
        assertEquals(0, neighbours, 0.012);
    }

    @Test
    void drawsSizesInProportion() {
        Map<Integer, Integer> seen = new TreeMap<>();
        StructureNoise noise = new StructureNoise(11);
        LongStream.range(0, 20_000).forEach(i -> seen.merge(noise.atoms(i, SIZES), 1, Integer::sum));
        assertEquals(5000, seen.get(3), 250);
        assertEquals(10_000, seen.get(4), 300);
        assertEquals(5000, seen.get(9), 250);
    }
}
