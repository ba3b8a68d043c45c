package net.bioclipse.adit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.structure.Assessment;
import org.junit.jupiter.api.Test;

class DistributionsTest {

    private final Distributions distributions = new Distributions();

    @Test
    void countsSizesElementsBondLengthsAndNumbers() {
        distributions.add(Samples.CARBON_MONOXIDE, Samples.valid("A"));
        assertEquals(Set.of("atoms", "logP"), distributions.numbers().keySet());
        assertEquals(1, distributions.numbers().get("atoms").share(2));
        assertEquals(Map.of("C", 1L, "O", 1L), distributions.elements());
        assertEquals(1, distributions.bonds().get("C≡O").share(112));
    }

    @Test
    void countsTheSpaceGroupsOfCrystalsAndNoBonds() {
        distributions.add(Samples.POLONIUM, new Assessment(List.of(), List.of(), new int[0],
                Map.of("space group", "Pm-3m", "density", 9.2), Optional.empty()));
        assertEquals(Map.of("Pm-3m", 1L), distributions.spaceGroups());
        assertEquals(9.2, distributions.numbers().get("density").mean(), 1e-12);
        assertTrue(distributions.bonds().isEmpty());
    }

    @Test
    void sizesCanBeGivenAsCounts() {
        distributions.addSizes(Map.of(9, 3L, 18, 1L));
        assertEquals(0.75, distributions.numbers().get("atoms").share(9));
    }
}
