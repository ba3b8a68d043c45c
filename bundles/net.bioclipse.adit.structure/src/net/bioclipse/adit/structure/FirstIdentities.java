package net.bioclipse.adit.structure;

import java.util.HashMap;
import java.util.Map;

/**
 * Which structure had an identity first. An InChIKey has 25 letters between its hyphens, which are 118 bits, so that it is kept
 * whole in two numbers of 64 and nothing is ever merged that differs: 24 bytes for each key in a table that is a quarter to half full.
 * Other identities are kept as texts. For one thread.
 */
public final class FirstIdentities {

    private static final int KEY_LENGTH = 27;
    private static final int[] HYPHENS = {14, 25};
    private static final int LETTERS = 26;
    /** So many letters fit into a number. */
    private static final int UPPER_LETTERS = 13;
    private static final int FIRST_CAPACITY = 64;

    /** Three numbers for each place: both halves of the key, each plus one so that 0 is a free place, and the index. */
    private long[] table = new long[3 * FIRST_CAPACITY];
    private int keys;
    private final Map<String, Long> others = new HashMap<>();

    /** The index given with this identity the first time, which is {@code index} when it is new. */
    public long first(String identity, long index) {
        if (!isKey(identity)) {
            Long known = others.putIfAbsent(identity, index);
            return known == null ? index : known;
        }
        if (2 * (keys + 1) > table.length / 3) {
            grow();
        }
        long upper = 0;
        long lower = 0;
        int letters = 0;
        for (int i = 0; i < KEY_LENGTH; i++) {
            if (i == HYPHENS[0] || i == HYPHENS[1]) {
                continue;
            }
            if (letters++ < UPPER_LETTERS) {
                upper = upper * LETTERS + identity.charAt(i) - 'A';
            } else {
                lower = lower * LETTERS + identity.charAt(i) - 'A';
            }
        }
        return put(upper + 1, lower + 1, index);
    }

    private static boolean isKey(String identity) {
        if (identity.length() != KEY_LENGTH) {
            return false;
        }
        for (int i = 0; i < KEY_LENGTH; i++) {
            char letter = identity.charAt(i);
            boolean hyphen = i == HYPHENS[0] || i == HYPHENS[1];
            if (hyphen ? letter != '-' : letter < 'A' || letter > 'Z') {
                return false;
            }
        }
        return true;
    }

    private long put(long upper, long lower, long index) {
        int capacity = table.length / 3;
        long mixed = (upper * 0x9E3779B97F4A7C15L ^ lower) * 0xBF58476D1CE4E5B9L;
        int slot = (int) (mixed >>> 32) & capacity - 1;
        while (table[3 * slot] != 0) {
            if (table[3 * slot] == upper && table[3 * slot + 1] == lower) {
                return table[3 * slot + 2];
            }
            slot = slot + 1 & capacity - 1;
        }
        table[3 * slot] = upper;
        table[3 * slot + 1] = lower;
        table[3 * slot + 2] = index;
        keys++;
        return index;
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        keys = 0;
        for (int i = 0; i < old.length; i += 3) {
            if (old[i] != 0) {
                put(old[i], old[i + 1], old[i + 2]);
            }
        }
    }
}
