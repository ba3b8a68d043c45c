package net.bioclipse.adit.ui.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureReader;
import net.bioclipse.adit.ui.rows.Origin;
import net.bioclipse.adit.ui.rows.Row;
import org.junit.jupiter.api.Test;

class RowDetailsTest {

    private static final Molecule WATER =
            new Molecule(new int[] {8, 1, 1}, new double[] {0, 0, 0, .96, 0, 0, -.24, .93, 0});

    private static RowDetails details(String name, Finding... findings) {
        Row row = new Row(Optional.of(new StructureReader.Entry(WATER, name)), Map.of("SMILES", "O", "batch", "7"), "");
        return RowDetails.of(4, row, Optional.of(new Assessment(List.of(findings), List.of(), new int[0],
                Map.of("SMILES", "O", "mass", 18.0152801), Optional.empty())));
    }

    @Test
    void groupsTheChecksByFamilyAndBeginsWithWhatFailed() {
        RowDetails details = details("x", new Finding("connected", true, ""),
                new Finding("bond angles", true, "", Family.PLAUSIBILITY),
                new Finding("clash", false, "H2 touches H3", Family.PLAUSIBILITY));
        assertEquals(List.of("Plausibility", "Validity", "Properties", "Record"),
                details.sections().stream().map(RowDetails.Section::heading).toList());
        RowDetails.Line clash = details.sections().get(0).lines().get(0);
        assertEquals(Optional.of(false), clash.passed());
        assertEquals(Set.of(1, 2), clash.atoms());
        assertEquals("passed", details.sections().get(1).lines().get(0).text());
    }

    @Test
    void namesOnlyAtomsThatAreThere() {
        assertEquals(Set.of(0), RowDetails.atoms("O1 and O2, C1, H9, H0 and 1H2", WATER));
        assertEquals(Set.of(), RowDetails.atoms("H99999999999 of H2O", WATER));
    }

    @Test
    void saysWhereAStructureComesFrom() {
        assertEquals(Optional.of(new Origin(42, 417)), details("adit-42-417").origin());
        assertEquals(Optional.empty(), details("water").origin());
    }

    @Test
    void showsAFieldOfTheRecordOnce() {
        List<RowDetails.Line> record = details("x").sections().get(1).lines();
        assertEquals(List.of("batch"), record.stream().map(RowDetails.Line::what).toList());
    }

    @Test
    void saysWhyARecordCannotBeRead() {
        RowDetails details = RowDetails.of(4, new Row(Optional.empty(), Map.of(), "no atoms"), Optional.empty());
        assertEquals("Row 5", details.title());
        assertTrue(details.sections().get(0).lines().get(0).text().contains("no atoms"));
    }
}
