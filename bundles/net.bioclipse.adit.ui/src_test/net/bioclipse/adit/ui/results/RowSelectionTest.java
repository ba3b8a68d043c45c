package net.bioclipse.adit.ui.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowSelectionTest {

    private final RowSelection selection = new RowSelection();

    private void selected(int... places) {
        assertArrayEquals(places, selection.toArray());
    }

    @Test
    void extendsFromThePlaceOfTheLastPlainClick() {
        selection.go(5, false, false);
        selection.go(8, true, false);
        selected(5, 6, 7, 8);
        selection.go(3, true, false);
        selected(3, 4, 5);
        selection.go(6, false, false);
        selected(6);
        assertEquals(6, selection.focus());
    }

    @Test
    void addsAndTakesAwaySinglePlaces() {
        selection.go(2, false, false);
        selection.go(9, false, true);
        selected(2, 9);
        selection.go(2, false, true);
        selected(9);
        selection.go(4, true, false);
        selected(2, 3, 4);
    }

    @Test
    void forgetsWhatLiesBehindTheEndOfAShorterList() {
        selection.go(7, false, false);
        selection.go(2, false, true);
        selection.length(5);
        selected(2);
        assertEquals(2, selection.focus());
        selection.go(4, false, false);
        selection.length(1);
        selected();
        assertEquals(0, selection.focus());
    }

    @Test
    void showsASelectionMadeElsewhereUnlessItsFocusIsInIt() {
        BitSet elsewhere = new BitSet();
        elsewhere.set(10, 12);
        assertEquals(10, selection.take(elsewhere));
        selected(10, 11);
        assertEquals(-1, selection.take(elsewhere));
        assertEquals(-1, selection.take(new BitSet()));
        selected();
    }

    @Test
    void headsKnowWhatLiesUnderAPoint() {
        GridHeads heads = new GridHeads();
        heads.set(List.of(new GridHeads.Head("a", "", false, 50), new GridHeads.Head("b", "", true, 100)));
        assertEquals(List.of(0, 1, -1), List.of(heads.columnAt(49), heads.columnAt(50), heads.columnAt(150)));
        assertEquals(List.of(0, 1, -1), List.of(heads.gripAt(47), heads.gripAt(153), heads.gripAt(20)));
        heads.scroll(1000, 120);
        assertEquals(30, heads.scrolled());
        assertEquals(List.of(-30, 20), List.of(heads.left(0), heads.left(1)));
        assertEquals(1, heads.columnAt(20));
        heads.get(1).width(-5);
        assertEquals(24, heads.get(1).width());
    }
}
