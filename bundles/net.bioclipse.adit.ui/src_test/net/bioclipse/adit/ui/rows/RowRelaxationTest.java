package net.bioclipse.adit.ui.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.bioclipse.adit.physics.Relaxation;
import net.bioclipse.adit.physics.Relaxer;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowRelaxationTest {

    /** Halves all coordinates and wins six; cannot do helium. */
    private static final Relaxation HALVING = new Relaxation() {
        @Override
        public Relaxed relax(Molecule molecule, Assessment perceived, BooleanSupplier cancelled) {
            if (molecule.atomicNumber(0) == 2) {
                return Relaxed.without(State.NOT_ASSESSABLE, "no parameters for He");
            }
            double[] half = Arrays.stream(molecule.positions()).map(x -> x / 2).toArray();
            return new Relaxed(State.RELAXED, Optional.of(new Molecule(molecule.atomicNumbers(), half)), 10, 4, "");
        }

        @Override
        public String description() {
            return "halving";
        }
    };

    @TempDir
    private Path folder;

    private RowRelaxation relaxation(ResultsModel model) {
        return new RowRelaxation(model, new Relaxer(HALVING, TestFiles.SMALL_IS_VALID, () -> false), StructureFormats.BUILT_IN);
    }

    @Test
    void writesTheMoleculesItMovedWithTheirEnergies() throws IOException {
        RowRelaxation relaxation = relaxation(TestFiles.model(folder, "three.xyz", TestFiles.THREE_FRAMES));
        Path target = folder.resolve("relaxed.extxyz");
        assertEquals(2, relaxation.write(new int[] {2, 1, 0}, target, n -> { }, () -> false));
        assertTrue(relaxation.refusal().startsWith("Row 3: ") && relaxation.refusal().contains("no parameters for He"),
                relaxation.refusal());
        ResultsModel relaxed = new ResultsModel(RecordFile.open(target, StructureFormats.BUILT_IN, () -> false),
                TestFiles.SMALL_IS_VALID);
        relaxed.loader().run(() -> false, progress -> { });
        assertEquals("water", relaxed.table().text(Column.NAME, 0));
        assertEquals(10, energy(relaxed, "before"));
        assertEquals(4, energy(relaxed, "after"));
        assertEquals(0.48, relaxed.table().source().row(0).entry().orElseThrow().structure().positions()[3], 1e-6);
    }

    private static double energy(ResultsModel model, String when) {
        Column column = model.table().numericColumns().stream()
                .filter(each -> each.id().contains("energy") && each.id().contains(when)).findFirst().orElseThrow();
        return model.table().number(column, 0);
    }

    @Test
    void saysWhyNothingCouldBeRelaxedAndLeavesNoFile() throws IOException {
        RowRelaxation relaxation = relaxation(TestFiles.model(folder, "one.xyz", "1\nx\nHe 0 0 0\n"));
        Path target = folder.resolve("relaxed.xyz");
        IOException refused = assertThrows(IOException.class,
                () -> relaxation.write(new int[] {0}, target, n -> { }, () -> false));
        assertTrue(refused.getMessage().contains("no parameters for He"), refused.getMessage());
        assertFalse(Files.exists(target));
    }

    @Test
    void leavesCrystalsAndUnreadableRowsOut() throws IOException {
        String crystal = "1\nLattice=\"3 0 0 0 3 0 0 0 3\" Properties=species:S:1:pos:R:3 pbc=\"T T T\"\nPo 0 0 0\n";
        RowRelaxation relaxation = relaxation(TestFiles.model(folder, "two.extxyz", crystal + "2\n\nH 0 0 0\nH 0 0 1\n"));
        assertEquals(1, relaxation.write(new int[] {0, 1}, folder.resolve("relaxed.xyz"), n -> { }, () -> false));
        assertTrue(relaxation.refusal().contains("no molecule"), relaxation.refusal());
    }

    @Test
    void leavesNothingWhenCancelled() throws IOException {
        RowRelaxation relaxation = relaxation(TestFiles.model(folder, "three.xyz", TestFiles.THREE_FRAMES));
        Path target = folder.resolve("relaxed.xyz");
        assertEquals(0, relaxation.write(new int[] {0, 1}, target, n -> { }, () -> true));
        assertFalse(Files.exists(target));
    }
}
