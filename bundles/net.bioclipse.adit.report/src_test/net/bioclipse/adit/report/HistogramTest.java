package net.bioclipse.adit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void countsSharesQuantilesAndTheMean() {
        Histogram histogram = new Histogram(1);
        histogram.add(3, 1);
        histogram.add(4, 2);
        histogram.add(7, 1);
        assertEquals(0.5, histogram.share(4));
        assertEquals(0, histogram.share(5));
        assertEquals(3, histogram.quantile(0.01));
        assertEquals(4, histogram.quantile(0.5));
        assertEquals(7, histogram.quantile(1));
        assertEquals(4.5, histogram.mean());
    }

    @Test
    void aBoundBelongsToTheBinThatItOpens() {
        Histogram histogram = new Histogram(0.1);
        for (int tenth = -20; tenth < 20; tenth++) {
            histogram.add(tenth / 10.0, 1);
        }
        for (int bin = -20; bin < 20; bin++) {
            assertEquals(1 / 40.0, histogram.share(bin), "bin " + bin);
        }
    }

    @Test
    void wideningJoinsNeighboursAlsoBelowZero() {
        Histogram histogram = new Histogram(1);
        histogram.add(-1, 1);
        histogram.add(0, 1);
        histogram.add(1, 2);
        histogram.widenTo(2);
        assertEquals(2, histogram.width());
        assertEquals(0.25, histogram.share(-1));
        assertEquals(0.75, histogram.share(0));
    }

    @Test
    void leavesOutWhatIsNoNumberAndKeepsFewBinsForManyNumbers() {
        Histogram histogram = new Histogram(1.0 / 256);
        histogram.add(Double.NaN, 1);
        histogram.add(Double.POSITIVE_INFINITY, 1);
        assertEquals(0, histogram.total());
        histogram.add(1e300, 1);
        histogram.add(-1e300, 1);
        for (int i = 0; i < 20_000; i++) {
            histogram.add(i / 100.0, 1);
        }
        assertEquals(20_002, histogram.total());
        assertTrue(histogram.width() >= 200.0 / 4096 && histogram.width() < 0.2, "width " + histogram.width());
    }
}
