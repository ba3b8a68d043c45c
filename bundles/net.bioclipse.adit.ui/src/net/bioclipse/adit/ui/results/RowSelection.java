package net.bioclipse.adit.ui.results;

import java.util.BitSet;

/** Which places of a list are selected, which has the focus, and what clicks and keys change in that. */
final class RowSelection {

    private final BitSet places = new BitSet();
    private int focus = -1;
    private int anchor = -1;

    boolean selected(int place) {
        return places.get(place);
    }

    /** The place of the last click or key; −1 before the first. */
    int focus() {
        return focus;
    }

    int count() {
        return places.cardinality();
    }

    /** The selected places, ascending. */
    int[] toArray() {
        return places.stream().toArray();
    }

    /** The list has another length now; what lies behind its end is no longer selected. */
    void length(int rows) {
        focus = Math.min(focus, rows - 1);
        places.clear(rows, Math.max(rows, places.length()));
    }

    void all(int rows) {
        places.set(0, rows);
    }

    /**
     * Takes over a selection made elsewhere.
     *
     * @return the place that should be seen, −1 where none need move
     */
    int take(BitSet selected) {
        places.clear();
        places.or(selected);
        int first = selected.nextSetBit(0);
        if (first < 0 || focus >= 0 && selected.get(focus)) {
            return -1;
        }
        focus = first;
        anchor = first;
        return first;
    }

    /**
     * Goes to a place.
     *
     * @param extend selects all from the last place that was gone to without extending
     * @param toggle changes that place alone
     */
    void go(int place, boolean extend, boolean toggle) {
        if (extend && anchor >= 0) {
            places.clear();
            places.set(Math.min(anchor, place), Math.max(anchor, place) + 1);
        } else if (toggle) {
            places.flip(place);
            anchor = place;
        } else {
            places.clear();
            places.set(place);
            anchor = place;
        }
        focus = place;
    }
}
