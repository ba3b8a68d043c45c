package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SizeDistributionTest {

    private static final SortedMap<Integer, Long> SEEN = new TreeMap<>(Map.of(3, 1L, 4, 2L, 5, 1L, 9, 4L));

    private static List<Integer> sizes(String... texts) {
        SizeDistribution distribution = SizeDistribution.of(ToyModel.request(texts), SEEN);
        return IntStream.range(0, 1000).mapToObj(i -> distribution.at(i / 1000.0)).distinct().toList();
    }

    private static String refusal(String... texts) {
        return assertThrows(IllegalRequestException.class, () -> sizes(texts)).getMessage();
    }

    @Test
    void givesEachSizeItsShare() {
        SizeDistribution distribution = new SizeDistribution(SEEN);
        assertEquals(List.of(3, 4, 4, 5, 9, 9), IntStream.of(0, 125, 374, 375, 500, 999)
                .mapToObj(i -> distribution.at(i / 1000.0)).toList());
        assertEquals(9, distribution.at(Math.nextDown(1.0)));
    }

    @Test
    void isRestrictedToTheAskedRange() {
        assertEquals(List.of(3, 4, 5, 9), sizes());
        assertEquals(List.of(4, 5), sizes("atoms", "4-8"));
        assertEquals(List.of(9), sizes("atoms", "9"));
    }

    @Test
    void isFixedByAFormula() {
        assertEquals(List.of(5), sizes("formula", "CH4"));
        assertEquals(List.of(5), sizes("formula", "CH4", "atoms", "4-8"));
    }

    @Test
    void saysWhatTheModelSawWhenNothingIsLeft() {
        assertEquals("Atoms asks for 6-8; the model saw molecules of 3-5, 9 atoms.", refusal("atoms", "6-8"));
        assertEquals("Formula C2H4 has 6 atoms; the model saw molecules of 3-5, 9 atoms.", refusal("formula", "C2H4"));
    }

    @Test
    void refusesAFormulaOutsideTheRange() {
        assertEquals("Formula CH4 has 5 atoms, but atoms asks for 9; leave atoms out or give 5.",
                refusal("formula", "CH4", "atoms", "9"));
    }
}
