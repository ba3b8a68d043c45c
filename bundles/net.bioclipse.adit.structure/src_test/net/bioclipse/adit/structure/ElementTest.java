package net.bioclipse.adit.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ElementTest {

    @Test
    void knowsTheValuesOfItsSources() {
        assertEquals(new Element(1, "H", 1.008, 0.31, 2.2), Element.of(1));
        assertEquals(new Element(6, "C", 12.011, 0.76, 2.55), Element.of(6));
        assertEquals(new Element(26, "Fe", 55.845, 1.32, 1.83), Element.of(26));
        assertEquals(new Element(18, "Ar", 39.948, 1.06, 0), Element.of(18));
        assertEquals(new Element(118, "Og", 294, 0, 0), Element.of(118));
    }

    @Test
    void hasEachElementOnceInOrder() {
        Set<String> symbols = new HashSet<>();
        for (int z = 1; z <= Element.COUNT; z++) {
            Element element = Element.of(z);
            assertEquals(z, element.number());
            assertTrue(symbols.add(element.symbol()));
            assertTrue(element.symbol().matches("[A-Z][a-z]?"));
            assertTrue(element.mass() >= 1 && element.covalentRadius() >= 0 && element.electronegativity() >= 0);
            assertEquals(z > 96, element.covalentRadius() == 0);
        }
    }

    @Test
    void isFoundByItsSymbolAsWritten() {
        assertEquals(Optional.of(Element.of(17)), Element.ofSymbol("Cl"));
        assertEquals(Optional.empty(), Element.ofSymbol("CL"));
        assertEquals(Optional.empty(), Element.ofSymbol("Xx"));
    }

    @Test
    void refusesNumbersOutsideTheTable() {
        for (int z : new int[] {0, -1, 119, Integer.MAX_VALUE}) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Element.of(z));
            assertEquals("Atomic number " + z + " is not one of 1 to 118.", e.getMessage());
        }
    }
}
