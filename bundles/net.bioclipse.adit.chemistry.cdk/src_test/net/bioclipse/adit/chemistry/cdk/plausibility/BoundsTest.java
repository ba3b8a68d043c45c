package net.bioclipse.adit.chemistry.cdk.plausibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.bioclipse.adit.chemistry.cdk.plausibility.Bounds.Range;
import net.bioclipse.adit.structure.Tables;
import org.junit.jupiter.api.Test;

class BoundsTest {

    @Test
    void everyLineIsARangeAndNoneStandsTwice() {
        List<String[]> rows = Tables.rows(Bounds.class, "bounds.tsv");
        for (String[] cells : rows) {
            assertEquals(4, cells.length, String.join(" ", cells));
            assertTrue(Double.parseDouble(cells[2]) <= Double.parseDouble(cells[3]), String.join(" ", cells));
        }
        assertEquals(rows.size(), rows.stream().map(cells -> cells[0] + "\t" + cells[1]).distinct().count());
    }

    @Test
    void aRangeHoldsItsEnds() {
        Range range = new Range(1, 2);
        assertTrue(range.contains(1) && range.contains(2));
        assertFalse(range.contains(0.999) || range.contains(2.001) || range.contains(Double.NaN));
        assertEquals(new Range(3, 6), range.times(3));
    }

    @Test
    void saysWhichLineTheTableLacks() {
        assertEquals(Optional.empty(), Bounds.find("bond", "C9-C9 1"));
        assertEquals("The table bounds.tsv has no line 'bond' for 'C9-C9 1'.",
                assertThrows(IllegalStateException.class, () -> Bounds.of("bond", "C9-C9 1")).getMessage());
    }
}
