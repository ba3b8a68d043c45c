package net.bioclipse.adit.structure.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class XyzWriterTest {

    private static final Molecule WATER = new Molecule(new int[] {8, 1}, new double[] {0, -1e-12, 1, 0.5, -12.25, 1.0 / 3});
    private static final Crystal IRON =
            new Crystal(new Lattice(4, 5, 6, 90, 90, 90), new int[] {26}, new double[] {0.25, 0.5, 0.5});

    abstract static class BothKinds extends StructureWriterContract {

        @Override
        StructureReader reader() {
            return new XyzReader();
        }

        @Override
        List<AtomicStructure> structures() {
            List<AtomicStructure> both = new ArrayList<>();
            List<AtomicStructure> molecules = randomMolecules();
            List<AtomicStructure> crystals = randomCrystals();
            for (int i = 0; i < molecules.size(); i++) {
                both.add(molecules.get(i));
                both.add(crystals.get(i));
            }
            return both;
        }

        String text(AtomicStructure structure, Assessment assessment) throws IOException {
            return new String(written(List.of(structure), assessment), StandardCharsets.UTF_8);
        }
    }

    @Nested
    class Plain extends BothKinds {

        @Override
        StructureWriter writer(OutputStream stream) {
            return XyzWriter.plain(stream);
        }

        @Test
        void writesAMoleculeInPlainColumns() throws IOException {
            assertEquals("""
                    2
                    s0
                    O      0.00000000     0.00000000     1.00000000
                    H      0.50000000   -12.25000000     0.33333333
                    """, text(WATER, NOTHING));
        }
    }

    @Nested
    class Extended extends BothKinds {

        @Override
        StructureWriter writer(OutputStream stream) {
            return XyzWriter.extended(stream);
        }

        @Test
        void writesNamePropertiesAndPeriodicity() throws IOException {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("SMILES", "O=[H]");
            properties.put("density", 1.0 / 3);
            properties.put("flat=", true);
            properties.put("pbc", "x");
            Assessment assessment = new Assessment(List.of(), List.of(), new int[0], properties, Optional.empty());
            assertEquals("""
                    2
                    Properties=species:S:1:pos:R:3 name="s0" SMILES="O=[H]" density=0.33333333 flat_=T pbc_="x" pbc="F F F"
                    O      0.00000000     0.00000000     1.00000000
                    H      0.50000000   -12.25000000     0.33333333
                    """, text(WATER, assessment));
        }

        @Test
        void writesTheLatticeOfACrystal() throws IOException {
            assertEquals("1\nLattice=\"4.00000000 0.00000000 0.00000000 0.00000000 5.00000000 0.00000000 "
                    + "0.00000000 0.00000000 6.00000000\" Properties=species:S:1:pos:R:3 name=\"s0\" pbc=\"T T T\"\n"
                    + "Fe     1.00000000     2.50000000     3.00000000\n", text(IRON, NOTHING));
        }
    }
}
