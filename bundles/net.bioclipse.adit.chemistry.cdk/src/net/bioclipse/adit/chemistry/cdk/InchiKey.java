package net.bioclipse.adit.chemistry.cdk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The InChIKey of a standard InChI (InChI Technical Manual, "InChIKey"; S. Heller et al., J. Cheminform. 2015, 7, 23, doi
 * 10.1186/s13321-015-0068-4): letters for the first 65 bits of the SHA-256 of the connections, for 37 bits of that of all other
 * layers, and one for the protons. The function of the native library gives the same but keeps some memory at each call.
 */
final class InchiKey {

    /** What a standard InChI begins with. */
    static final String PREFIX = "InChI=1S/";
    /** The layers behind the formula that belong to the first block; that of protons goes into the last letter. */
    private static final String CONNECTION_LAYERS = "chq";
    private static final char PROTON_LAYER = 'p';
    private static final char STANDARD = 'S';
    private static final char VERSION = 'A';
    private static final int MOST_PROTONS = 12;
    /** Shorter texts of the second block are hashed twice over. */
    private static final int SHORT = 255;

    private static final int LETTERS = 26;
    private static final int TRIPLET_BITS = 14;
    private static final int DUBLET_BITS = 9;
    /** Triplets that are left out: all that begin with E, and those from TAA to TTV. */
    private static final int FIRST_E = 4 * LETTERS * LETTERS;
    private static final int FIRST_T = 19 * LETTERS * LETTERS;
    private static final int FROM_TAA_TO_TTV = 516;

    private InchiKey() {
    }

    /** @param inchi a standard InChI */
    static String of(String inchi) {
        if (!inchi.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A standard InChI was expected, but found '" + inchi + "'.");
        }
        StringBuilder connections = new StringBuilder();
        int protons = 0;
        int from = PREFIX.length();
        while (from < inchi.length()) {
            int slash = inchi.indexOf('/', from + 1);
            int end = slash < 0 ? inchi.length() : slash;
            char layer = connections.isEmpty() ? CONNECTION_LAYERS.charAt(0) : inchi.charAt(from + 1);
            if (layer == PROTON_LAYER) {
                protons = Integer.parseInt(inchi.substring(from + 2, end));
            } else if (CONNECTION_LAYERS.indexOf(layer) >= 0) {
                connections.append(inchi, from, end);
            } else {
                break;
            }
            from = end;
        }
        String others = inchi.substring(from);
        String hashed = others.length() < SHORT ? others + others : others;
        return letters(connections.toString(), 4) + '-' + letters(hashed, 2) + STANDARD + VERSION + '-' + letter(protons);
    }

    private static char letter(int protons) {
        return Math.abs(protons) > MOST_PROTONS ? 'A' : (char) ('N' + protons);
    }

    private static String letters(String text, int triplets) {
        byte[] hash = sha256(text);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < triplets; i++) {
            int triplet = bits(hash, i * TRIPLET_BITS, TRIPLET_BITS);
            triplet += triplet >= FIRST_E ? LETTERS * LETTERS : 0;
            triplet += triplet >= FIRST_T ? FROM_TAA_TO_TTV : 0;
            append(triplet / LETTERS / LETTERS, letters);
            append(triplet / LETTERS % LETTERS, letters);
            append(triplet % LETTERS, letters);
        }
        int dublet = bits(hash, triplets * TRIPLET_BITS, DUBLET_BITS);
        append(dublet / LETTERS, letters);
        append(dublet % LETTERS, letters);
        return letters.toString();
    }

    private static void append(int letter, StringBuilder letters) {
        letters.append((char) ('A' + letter));
    }

    /** Bits counted from the lowest of the first byte. */
    private static int bits(byte[] bytes, int from, int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number |= (bytes[(from + i) / 8] >> (from + i) % 8 & 1) << i;
        }
        return number;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
