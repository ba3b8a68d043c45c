package net.bioclipse.adit.structure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Assessment.Finding;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final Finding GOOD = new Finding("connected", true, "");
    private static final Finding BAD = new Finding("valence", false, "atom 1 has 5 bonds");
    private static final Finding WORSE = new Finding("charge", false, "+3");

    private static Assessment of(int charge, Finding... findings) {
        return new Assessment(List.of(findings), List.of(new Bond(0, 1, 2)), new int[] {charge}, Map.of("SMILES", "C"),
                Optional.of("key"));
    }

    @Test
    void isValidWhenEveryCheckPassed() {
        assertTrue(of(0, GOOD).valid());
        assertTrue(of(0).valid());
        assertEquals(Optional.empty(), of(0, GOOD).failure());
        assertFalse(of(0, GOOD, BAD).valid());
    }

    @Test
    void givesTheFirstFailureAsTheReason() {
        assertEquals(Optional.of(BAD), of(0, GOOD, BAD, WORSE).failure());
    }

    @Test
    void isNotChangedThroughWhatWasGivenOrTaken() {
        List<Finding> findings = new ArrayList<>(List.of(GOOD));
        Map<String, Object> properties = new LinkedHashMap<>(Map.of("z", 1));
        int[] charges = {1};
        Assessment assessment = new Assessment(findings, List.of(), charges, properties, Optional.empty());
        findings.add(BAD);
        properties.put("a", 2);
        charges[0] = 5;
        assessment.charges()[0] = 6;
        assertTrue(assessment.valid());
        assertEquals(Map.of("z", 1), assessment.properties());
        assertArrayEquals(new int[] {1}, assessment.charges());
        assertThrows(UnsupportedOperationException.class, () -> assessment.properties().put("b", 3));
    }

    @Test
    void keepsTheOrderOfProperties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> names = List.of("z", "a", "m", "b", "y");
        names.forEach(name -> properties.put(name, 1));
        Assessment assessment = new Assessment(List.of(), List.of(), new int[0], properties, Optional.empty());
        assertEquals(names, List.copyOf(assessment.properties().keySet()));
    }

    @Test
    void equalsOneWithTheSameContent() {
        assertEquals(of(1, GOOD), of(1, GOOD));
        assertEquals(of(1, GOOD).hashCode(), of(1, GOOD).hashCode());
        assertNotEquals(of(1, GOOD), of(2, GOOD));
        assertNotEquals(of(1, GOOD), of(1, BAD));
    }
}
