package net.bioclipse.adit.chemistry.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureFormats;
import org.junit.jupiter.api.Test;

class ChemistryFormatsTest {

    private final StructureFormats formats = StructureFormats.BUILT_IN.and(ChemistryFormats.all());

    @Test
    void findsFormatsBySuffix() {
        assertEquals("SDF", formats.toRead(Path.of("A.SDF")).name());
        assertEquals("SDF", formats.toWrite(Path.of("a.sd")).name());
        assertEquals("MOL", formats.toRead(Path.of("a.mol")).name());
        assertEquals("SMILES", formats.toWrite(Path.of("a.smi")).name());
        assertThrows(IllegalArgumentException.class, () -> formats.toWrite(Path.of("a.mol")));
    }

    @Test
    void holdMoleculesOnly() {
        for (StructureFormat format : ChemistryFormats.all()) {
            assertTrue(format.holds(Molecule.class) && !format.holds(Crystal.class), format.name());
        }
    }
}
