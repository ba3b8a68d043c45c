package net.bioclipse.adit.structure.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;

class CifWriterTest extends StructureWriterContract {

    @Override
    StructureWriter writer(OutputStream stream) {
        return new CifWriter(stream);
    }

    @Override
    StructureReader reader() {
        return new CifReader();
    }

    @Override
    List<AtomicStructure> structures() {
        return randomCrystals();
    }

    @Test
    void writesOneBlockInP1() throws IOException {
        Crystal crystal = new Crystal(new Lattice(4.2, 4.2, 5, 90, 90, 120), new int[] {14, 14, 8, 8, 8, 8},
                new double[] {0, 0, 0, .5, .5, .5, 1.25, -.25, .3, .1, .2, 1 - 1e-12, .1, .2, .4, .9999999, 0, 0});
        assertEquals("""
                data_s0
                _audit_creation_method        'Bioclipse ADiT 0.1.0'
                _chemical_formula_structural  SiO2
                _chemical_formula_sum         'O2 Si'
                _chemical_formula_weight      60.083
                _cell_formula_units_Z         2
                _cell_length_a                4.200000
                _cell_length_b                4.200000
                _cell_length_c                5.000000
                _cell_angle_alpha             90.000000
                _cell_angle_beta              90.000000
                _cell_angle_gamma             120.000000
                _cell_volume                  76.383441
                _exptl_crystal_density_diffrn 2.6124
                _space_group_name_H-M_alt     'P 1'
                _space_group_name_Hall        'P 1'
                _space_group_IT_number        1
                loop_
                _space_group_symop_id
                _space_group_symop_operation_xyz
                1 'x, y, z'
                loop_
                _atom_site_label
                _atom_site_type_symbol
                _atom_site_fract_x
                _atom_site_fract_y
                _atom_site_fract_z
                _atom_site_occupancy
                Si1 Si 0.00000000 0.00000000 0.00000000 1
                Si2 Si 0.50000000 0.50000000 0.50000000 1
                O1 O 0.25000000 0.75000000 0.30000000 1
                O2 O 0.10000000 0.20000000 0.00000000 1
                O3 O 0.10000000 0.20000000 0.40000000 1
                O4 O 0.99999990 0.00000000 0.00000000 1
                """, new String(written(List.of(crystal), NOTHING), StandardCharsets.UTF_8));
    }

    @Test
    void neverPrintsACoordinateOfOne() throws IOException {
        String text = new String(written(structures(), NOTHING), StandardCharsets.UTF_8);
        assertFalse(text.contains(" 1.0000"));
        assertFalse(text.contains(" -0"));
    }

    @Test
    void makesBlockHeadsPlainAndUnique() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StructureWriter writer = writer(bytes)) {
            for (String name : new String[] {"NaCl", "nacl", "NaCl_2", "a b/ü", "", " ", "y".repeat(99)}) {
                writer.write(name, structures().get(0), NOTHING);
            }
        }
        assertEquals(List.of("NaCl", "nacl_2", "NaCl_2_2", "a_b__", "crystal", "crystal_2", "y".repeat(60)),
                readBack(bytes.toByteArray()).stream().map(StructureReader.Entry::name).toList());
    }

    @Test
    void refusesAMoleculeAndStaysUsable() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StructureWriter writer = writer(bytes)) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                    () -> writer.write("water", new Molecule(new int[] {8}, new double[3]), NOTHING));
            assertEquals("A CIF holds crystals, but 'water' is a molecule; write molecules as XYZ or another "
                    + "format for them.",
                    e.getMessage());
            writer.write("after", structures().get(0), NOTHING);
        }
        assertTrue(readBack(bytes.toByteArray()).size() == 1);
    }
}
