package net.bioclipse.adit.chemistry.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dan2097.jnainchi.JnaInchi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InchiKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"InChI=1S/CH4/h1H4", "InChI=1S/H2O/h1H2", "InChI=1S/C2H5NO2/c3-1-2(4)5/h1,3H2,(H,4,5)", "InChI=1S/p+1",
        "InChI=1S/C3H7NO2/c1-2(4)3(5)6/h2H,4H2,1H3,(H,5,6)/t2-/m0/s1", "InChI=1S/C2H4O2/c1-2(3)4/h1H3,(H,3,4)/p-1",
        "InChI=1S/H3N/h1H3/p+1", "InChI=1S/C4H12N/c1-5(2,3)4/h1-4H3/q+1", "InChI=1S/CH4/h1H4/i1+1", "InChI=1S/Na/q+1",
        "InChI=1S/C2H4O2.Na/c1-2(3)4;/h1H3,(H,3,4);/q;+1/p-1", "InChI=1S/C4H8/c1-3-4-2/h3-4H,1-2H3/b4-3+",
        "InChI=1S/C3H7NO2/c1-2(4)3(5)6/h2H,4H2,1H3,(H,5,6)/p+1/t2-/m0/s1", "InChI=1S/2H2O.CH4/h2*1H2;1H4/p-13"})
    void theKeyIsThatOfTheLibrary(String inchi) {
        assertEquals(JnaInchi.inchiToInchiKey(inchi).getInchiKey(), InchiKey.of(inchi), inchi);
    }

    /** Letters that skip triplets, and layers that are hashed once or twice: enough texts to meet them all. */
    @Test
    void keysOfManyTextsAreThoseOfTheLibrary() {
        StringBuilder centres = new StringBuilder();
        for (int i = 1; i < 400; i++) {
            centres.append(i == 1 ? "" : ",").append(i).append('-');
            String inchi = "InChI=1S/C" + i + "H" + (2 * i + 2) + "/h1H/t" + centres + "/m0/s1";
            theKeyIsThatOfTheLibrary(inchi);
        }
    }

    @Test
    void onlyAStandardInchiHasAKeyHere() {
        assertThrows(IllegalArgumentException.class, () -> InchiKey.of("InChI=1/CH4/h1H4"));
    }
}
