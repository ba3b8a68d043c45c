package net.bioclipse.adit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import org.junit.jupiter.api.Test;

class CheckedStructureTest {

    private static Map<String, Object> fields(Map<String, Object> properties) {
        Assessment assessment = new Assessment(List.of(), List.of(), new int[0], properties, Optional.empty());
        Entry entry = new Entry(new Molecule(new int[] {6}, new double[3]), "c");
        return new CheckedStructure(7, "f.xyz", entry, assessment, CheckedStructure.Selected.UNASKED, Optional.empty())
                .fields();
    }

    @Test
    void namesPropertiesInLowerCaseWithUnderscores() {
        Map<String, Object> fields = fields(Map.of("Scaled minimum distance", "x", "InChIKey", "y"));
        assertEquals("x", fields.get("scaled_minimum_distance"));
        assertEquals("y", fields.get("inchikey"));
    }

    @Test
    void aPropertyNeverReplacesWhatEveryStructureHas() {
        assertEquals("C", fields(Map.of("formula", "other")).get("formula"));
        assertEquals(7L, fields(Map.of("Index", "other")).get("index"));
    }

    @Test
    void writesNumbersWithEightDigitsAndNoInfinity() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("mass", 121.11799999999998);
        properties.put("density", Double.POSITIVE_INFINITY);
        Map<String, Object> fields = fields(properties);
        assertEquals(121.118, fields.get("mass"));
        assertNull(fields.get("density"));
    }
}
