package net.bioclipse.adit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartsTest {

    @Test
    void barsAreAsHighAsTheirShares() {
        Histogram atoms = new Histogram(1);
        atoms.add(5, 3);
        atoms.add(6, 1);
        String svg = Charts.histogram("atoms", atoms, Optional.empty());
        // 140 points from 0 to the highest share, 75 %: a quarter is a third of them.
        assertTrue(svg.contains("y=\"8\" width=\"123.2\" height=\"140\"><title>5: 75 %</title>"), svg);
        assertTrue(svg.contains("height=\"46.7\"><title>6: 25 %</title>"), svg);
    }

    @Test
    void aReferenceIsALineOverTheSameBins() {
        Histogram sample = new Histogram(0.25);
        sample.add(1.1, 1);
        Histogram reference = new Histogram(0.5);
        reference.add(2.1, 7);
        String svg = Charts.histogram("length", sample, Optional.of(reference));
        assertTrue(svg.contains("<title>1.0 to 1.5: 100 %</title>"), svg);
        assertTrue(svg.contains("<polyline class=\"reference\" points=\"34,148 127.3,148 127.3,148 220.7,148 220.7,8 314,8\"/>"),
                svg);
    }

    @Test
    void anOutlierDoesNotPressTheRestFlat() {
        Histogram sample = new Histogram(1);
        sample.add(3, 600);
        sample.add(4, 400);
        sample.add(1_000_000, 1);
        String svg = Charts.histogram("atoms", sample, Optional.empty());
        assertTrue(svg.contains("<title>3: 60 %</title>") && svg.contains("<title>4: 40 %</title>"), svg);
        assertFalse(svg.contains("1000000"));
    }

    @Test
    void aWideSpreadGetsWiderBins() {
        Histogram sample = new Histogram(1);
        for (int i = 0; i < 1000; i++) {
            sample.add(i, 1);
        }
        String svg = Charts.histogram("atoms", sample, Optional.empty());
        int bars = svg.split("<rect").length - 1;
        assertTrue(bars > 20 && bars <= 40, bars + " bars");
    }

    @Test
    void categoriesStandInTheOrderOfTheirFrequencyWithThoseOfTheReferenceBehind() {
        String svg = Charts.categories("elements", Map.of("H", 2L, "C", 6L), Map.of("N", 1L, "C", 1L));
        assertTrue(svg.indexOf(">C<") < svg.indexOf(">H<") && svg.indexOf(">H<") < svg.indexOf(">N<"), svg);
        assertTrue(svg.contains("<title>C: 75 %</title>") && svg.contains("<title>N: 0 %</title>"), svg);
    }

    @Test
    void percentagesHaveTwoDigits() {
        assertEquals("0 %", Charts.percent(0));
        assertEquals("0.42 %", Charts.percent(0.0042));
        assertEquals("4.2 %", Charts.percent(0.042));
        assertEquals("42 %", Charts.percent(0.42));
    }
}
