package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TimeGridTest {

    @Test
    void goesEvenlyFromItsStartToExactlyOne() {
        TimeGrid grid = new TimeGrid(3);
        assertEquals(0.01, grid.time(0));
        assertEquals(0.34, grid.time(1), 1e-15);
        assertEquals(0.67, grid.time(2), 1e-15);
        assertEquals(1, grid.time(3));
    }

    @Test
    void refusesNoSteps() {
        assertEquals("A time grid of 0 steps was asked for; 1 or more are possible.",
                assertThrows(IllegalArgumentException.class, () -> new TimeGrid(0)).getMessage());
    }
}
