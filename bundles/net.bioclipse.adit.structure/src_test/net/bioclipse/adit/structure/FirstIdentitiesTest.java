package net.bioclipse.adit.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FirstIdentitiesTest {

    private final FirstIdentities identities = new FirstIdentities();

    /** Few letters, so that many come again and many differ in one letter only. */
    private static String key(Random random) {
        StringBuilder key = new StringBuilder("AAAAAAAAAAAAAA-UHFFFAOYSA-N");
        for (int k = 0; k < 3; k++) {
            int at = random.nextInt(27);
            if (key.charAt(at) != '-') {
                key.setCharAt(at, (char) ('A' + random.nextInt(26)));
            }
        }
        return key.toString();
    }

    @Test
    void tellsTheFirstOfEachKeyAsAMapOfTextsWould() {
        Random random = new Random(1);
        Map<String, Long> expected = new HashMap<>();
        for (long i = 0; i < 200_000; i++) {
            String key = key(random);
            Long known = expected.putIfAbsent(key, i);
            assertEquals(known == null ? i : known, identities.first(key, i), key);
        }
    }

    @Test
    void keepsOtherIdentitiesAsTheyAre() {
        String[] texts = {"", "CCO", "aaaaaaaaaaaaaa-UHFFFAOYSA-N", "AAAAAAAAAAAAAAAUHFFFAOYSA-N", "AAAAAAAAAAAAAA-UHFFFAOYSA-",
            "AAAAAAAAAAAAAA-UHFFFAOYSA-NN", "AAAAAAAAAAAAA[-UHFFFAOYSA-N", "AAAAAAAAAAAAAA-UHFFFAOYSA-A", "ZZZZZZZZZZZZZZ-ZZZZZZZZZZ-Z"};
        for (int i = 0; i < texts.length; i++) {
            assertEquals(i, identities.first(texts[i], i), texts[i]);
        }
        for (int i = 0; i < texts.length; i++) {
            assertEquals(i, identities.first(texts[i], 100), texts[i]);
        }
    }
}
