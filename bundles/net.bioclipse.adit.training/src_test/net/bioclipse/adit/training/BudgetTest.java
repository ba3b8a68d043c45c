package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Test
    void whateverIsSpentFirstCounts() {
        assertEquals(0.5, new Budget(2, NEVER).progress(60, 1000));
        assertEquals(0.25, new Budget(NEVER, 8).progress(1e9, 2));
        assertEquals(0.5, new Budget(2, 8).progress(60, 2));
        assertEquals(1, new Budget(2, 8).progress(60, 9));
    }

    @Test
    void aShareOfNoLimitIsNoLimit() {
        assertEquals(new Budget(1.5, NEVER), new Budget(10, NEVER).share(0.15));
    }

    @Test
    void warmsUpOverAHundredStepsHoweverShortTheRun() {
        assertEquals(0.01, Budget.rate(0, 0), 1e-12);
        assertEquals(0.5, Budget.rate(49, 0), 1e-12);
        assertEquals(0.04 * 0.5, Budget.rate(3, 0.5), 1e-12);
    }

    @Test
    void fallsAsHalfACosineToZero() {
        assertEquals(1, Budget.rate(1000, 0), 1e-12);
        assertEquals(0.5, Budget.rate(1000, 0.5), 1e-12);
        assertEquals(0, Budget.rate(1000, 1), 1e-12);
    }
}
