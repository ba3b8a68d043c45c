package net.bioclipse.adit.chemistry.cdk.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import org.junit.jupiter.api.Test;

class CrystalGroupsTest {

    private final CrystalGroups groups = new CrystalGroups();

    /** Another description of the same crystal: another basis, a multiple of the cell, another origin, another order. */
    static Crystal described(Crystal crystal, int copies, Random random) {
        double[] rows = crystal.lattice().matrix();
        int[] shear = {random.nextInt(3) - 1, random.nextInt(3) - 1};
        // a' = copies * a, b' = b + shear a, c' = c + shear b: then x along the old a is (x - shear y + ...) / copies.
        double[] other = rows.clone();
        for (int k = 0; k < 3; k++) {
            other[k] = copies * rows[k];
            other[3 + k] = rows[3 + k] + shear[0] * rows[k];
            other[6 + k] = rows[6 + k] + shear[1] * rows[3 + k];
        }
        double[] f = crystal.fractional();
        double[] origin = random.doubles(3).toArray();
        List<double[]> sites = new ArrayList<>();
        for (int i = 0; i < crystal.atomCount(); i++) {
            for (int copy = 0; copy < copies; copy++) {
                double z = f[3 * i + 2];
                double y = f[3 * i + 1] - shear[1] * z;
                double x = (f[3 * i] + copy - shear[0] * y) / copies;
                sites.add(new double[] {crystal.atomicNumber(i), x + origin[0], y + origin[1], z + origin[2]});
            }
        }
        Collections.shuffle(sites, random);
        // Reversing the order of the axes turns a right-handed basis into a mirror image, which counts as the same.
        double[] turned = {other[6], other[7], other[8], other[3], other[4], other[5], other[0], other[1], other[2]};
        return new Crystal(Lattice.ofVectors(turned), sites.stream().mapToInt(site -> (int) site[0]).toArray(),
                sites.stream().flatMapToDouble(site -> Arrays.stream(new double[] {site[3], site[2], site[1]})).toArray());
    }

    static Crystal random(Random random) {
        int[] elements = IntStream.range(0, 3 + random.nextInt(6)).map(i -> new int[] {8, 26, 3}[i % 3]).toArray();
        return new Crystal(new Lattice(4 + random.nextDouble(), 5 + random.nextDouble(), 6 + random.nextDouble(), 85, 95, 105),
                elements, random.doubles(3L * elements.length).toArray());
    }

    private static Crystal strained(Crystal crystal, double strain, Random random) {
        double[] rows = crystal.lattice().matrix();
        for (int k = 0; k < rows.length; k++) {
            rows[k] *= 1 + strain * random.nextGaussian();
        }
        return new Crystal(Lattice.ofVectors(rows), crystal.atomicNumbers(), crystal.fractional());
    }

    private static boolean within(float[][] distances, float[][] others) {
        for (int k = 0; k < distances.length; k++) {
            for (int i = 0; i < distances[k].length; i++) {
                if (Math.abs(distances[k][i] - others[k][i]) > CrystalGroups.THRESHOLD) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void findsEveryCopyAndMergesNothingElse() {
        Random random = new Random(11);
        List<Crystal> originals = IntStream.range(0, 120).mapToObj(i -> random(random)).toList();
        for (int i = 0; i < originals.size(); i++) {
            assertEquals(i, groups.firstEqual(i, originals.get(i)));
        }
        for (int i = 0; i < originals.size(); i++) {
            assertEquals(i, groups.firstEqual(1000 + i, described(originals.get(i), 1 + i % 3, random)));
        }
    }

    /** The table of candidates passes none over, at whatever side of a compartment it lies. */
    @Test
    void findsWhatComparingWithEveryEarlierOneFinds() {
        Random random = new Random(5);
        Map<Integer, float[][]> firsts = new LinkedHashMap<>();
        Crystal base = random(random);
        int merged = 0;
        for (int i = 0; i < 400; i++) {
            Crystal crystal = strained(base, 0.02, random);
            float[][] own = {PairDistances.of(crystal, 12).orElseThrow(), PairDistances.of(crystal, 200).orElseThrow()};
            int shown = i;
            int expected = firsts.entrySet().stream().filter(first -> within(own, first.getValue())).findFirst()
                    .map(Map.Entry::getKey).orElse(shown);
            assertEquals(expected, groups.firstEqual(i, crystal));
            if (expected == i) {
                firsts.put(i, own);
            } else {
                merged++;
            }
        }
        assertTrue(merged > 40 && merged < 360, merged + " of 400 are the same as an earlier one, which tests little");
    }

    @Test
    void tellsOrderingsOverTheSameSitesApart() {
        Lattice cube = new Lattice(4, 4, 4, 90, 90, 90);
        double[] faceCentred = {0, 0, 0, .5, .5, 0, .5, 0, .5, 0, .5, .5};
        double[] twice = new double[24];
        for (int i = 0; i < 4; i++) {
            for (int half = 0; half < 2; half++) {
                twice[12 * half + 3 * i] = faceCentred[3 * i];
                twice[12 * half + 3 * i + 1] = faceCentred[3 * i + 1];
                twice[12 * half + 3 * i + 2] = (faceCentred[3 * i + 2] + half) / 2;
            }
        }
        Lattice tall = new Lattice(4, 4, 8, 90, 90, 90);
        assertEquals(0, groups.firstEqual(0, new Crystal(cube, new int[] {29, 29, 79, 79}, faceCentred)));
        assertEquals(1, groups.firstEqual(1, new Crystal(tall, new int[] {29, 29, 29, 29, 79, 79, 79, 79}, twice)));
        assertEquals(0, groups.firstEqual(2, new Crystal(tall, new int[] {29, 29, 79, 79, 29, 29, 79, 79}, twice)));
        assertEquals(3, groups.firstEqual(3, new Crystal(cube, new int[] {28, 28, 79, 79}, faceCentred)));
    }

    @Test
    void tellsPolytypesApart() {
        assertEquals(0, groups.firstEqual(0, closePacked("AB")));
        assertEquals(1, groups.firstEqual(1, closePacked("ABC")));
        assertEquals(2, groups.firstEqual(2, closePacked("ABCB")));
        assertEquals(3, groups.firstEqual(3, closePacked("ABCACB")));
        assertEquals(1, groups.firstEqual(4, closePacked("ACB")));
        assertEquals(2, groups.firstEqual(5, closePacked("ABACABAC")));
    }

    static Crystal closePacked(String layers) {
        double[] fractional = new double[3 * layers.length()];
        for (int i = 0; i < layers.length(); i++) {
            double shift = (layers.charAt(i) - 'A') / 3.0;
            fractional[3 * i] = shift;
            fractional[3 * i + 1] = 2 * shift;
            fractional[3 * i + 2] = (double) i / layers.length();
        }
        double a = 2.5;
        return new Crystal(new Lattice(a, a, layers.length() * a * Math.sqrt(2.0 / 3), 90, 90, 120),
                IntStream.range(0, layers.length()).map(i -> 27).toArray(), fractional);
    }

    @Test
    void aSlightShakeIsTheSameAndAStrongOneIsNot() {
        Random random = new Random(5);
        Crystal crystal = random(random);
        assertEquals(0, groups.firstEqual(0, crystal));
        assertEquals(0, groups.firstEqual(1, moved(crystal, 0.005)));
        assertEquals(2, groups.firstEqual(2, moved(crystal, 0.3)));
    }

    /** The first atom moved along a by so many Å. */
    static Crystal moved(Crystal crystal, double by) {
        double[] fractional = crystal.fractional();
        fractional[0] += by / crystal.lattice().a();
        return new Crystal(crystal.lattice(), crystal.atomicNumbers(), fractional);
    }

    @Test
    void aCellThatTakesTooLongIsOneOfItsOwn() {
        Crystal flat = new Crystal(new Lattice(1e-3, 1e4, 1e4, 90, 90, 90), new int[] {6, 7}, new double[] {0, 0, 0, .5, .5, .5});
        assertEquals(0, groups.firstEqual(0, flat));
        assertEquals(1, groups.firstEqual(1, flat));
    }
}
