package net.bioclipse.adit.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.bioclipse.adit.ui.rows.Condition;
import org.junit.jupiter.api.Test;

class CellTextTest {

    @Test
    void breaksAtBlanksAndElsewhereOnlyWhereItMust() {
        assertEquals(List.of("no known", "states"), WrappedText.lines("no known states", 9, 3));
        assertEquals(List.of("CCCC", "CC"), WrappedText.lines("CCCCCC", 4, 3));
        assertEquals(List.of(), WrappedText.lines("", 4, 3));
    }

    @Test
    void saysThatMoreFollows() {
        assertEquals(List.of("abcd", "efg…"), WrappedText.lines("abcdefghijk", 4, 2));
        assertEquals(List.of("abcd", "efgh"), WrappedText.lines("abcdefgh", 4, 2));
    }

    @Test
    void readsWantedAndUnwantedElements() {
        assertEquals(new Condition.Elements(Set.of(6, 7), Set.of(17)), ElementsText.parse(" C, +N -Cl "));
        assertEquals(new Condition.Elements(Set.of(), Set.of()), ElementsText.parse(""));
    }

    @Test
    void namesAWordThatIsNoElement() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> ElementsText.parse("C Xx"));
        assertTrue(refused.getMessage().contains("'Xx' is no element"), refused.getMessage());
    }
}
