package net.bioclipse.adit.structure.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureFormatsTest {

    @ParameterizedTest
    @CsvSource({"a.xyz, XYZ", "dir.cif/B.XYZ, XYZ", "a.extxyz, extended XYZ", "a.b.cif, CIF", "t.CSV, CSV table",
        "a.vasp, POSCAR", "run/POSCAR, POSCAR", "contcar, POSCAR", "POSCAR_NaCl, POSCAR", "CONTCAR.relaxed, POSCAR",
        "POSCAR.xyz, XYZ"})
    void findsAFormatToWriteByTheSuffixInAnyCase(String file, String name) {
        assertEquals(name, StructureFormats.BUILT_IN.toWrite(Path.of(file)).name());
    }

    @Test
    void givesReaderAndWriterOfAFormat() {
        StructureFormat cif = StructureFormats.BUILT_IN.toRead(Path.of("x.cif"));
        assertInstanceOf(CifReader.class, cif.reader().orElseThrow().get());
        assertInstanceOf(CifWriter.class, cif.writer().orElseThrow().apply(OutputStream.nullOutputStream()));
        assertTrue(cif.holds(Crystal.class));
        assertFalse(cif.holds(Molecule.class));
    }

    @Test
    void listsTheKnownSuffixesWhenThereIsNoFormat() {
        assertRefused(() -> StructureFormats.BUILT_IN.toRead(Path.of("a.csv")),
                "Cannot read 'a.csv': its suffix names no format for that; known are .xyz, .extxyz, .cif, .vasp,"
                        + " .poscar, POSCAR, CONTCAR.");
        assertRefused(() -> StructureFormats.BUILT_IN.toWrite(Path.of("a.docx")),
                "Cannot write 'a.docx': its suffix names no format for that; known are .xyz, .extxyz, .cif, .vasp,"
                        + " .poscar, POSCAR, CONTCAR, .csv.");
        assertFalse(StructureFormats.BUILT_IN.canRead(Path.of("POSCARS")));
        assertRefused(() -> StructureFormats.BUILT_IN.toWrite(Path.of("xyz")),
                "Cannot write 'xyz': its suffix names no format for that; known are .xyz, .extxyz, .cif, .vasp,"
                        + " .poscar, POSCAR, CONTCAR, .csv.");
    }

    private static void assertRefused(org.junit.jupiter.api.function.Executable call, String message) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void takesFurtherFormats() {
        StructureFormat smiles = new StructureFormat("SMILES", List.of(".smi", ".smiles"), Set.of(Molecule.class),
                Optional.empty(), Optional.of(XyzWriter::plain));
        StructureFormats more = StructureFormats.BUILT_IN.and(List.of(smiles));
        assertEquals(smiles, more.toWrite(Path.of("x.smiles")));
        assertEquals("CIF", more.toRead(Path.of("x.cif")).name());
        assertThrows(IllegalArgumentException.class, () -> more.toRead(Path.of("x.smi")));
    }
}
