package net.bioclipse.adit.ui.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.Optional;
import net.bioclipse.adit.structure.StructureFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowQueryTest {

    @TempDir
    private Path folder;
    private ResultsModel model;

    @BeforeEach
    void open() throws IOException {
        model = TestFiles.model(folder, "three.xyz", TestFiles.THREE_FRAMES);
    }

    private int[] shown(Condition... conditions) {
        model.query(new RowQuery(List.of(conditions), List.of()));
        model.refresh(() -> false);
        return model.shown();
    }

    private int[] sorted(Column column, boolean ascending) {
        model.query(new RowQuery(List.of(), List.of(new RowQuery.Key(column, ascending))));
        model.refresh(() -> false);
        return model.shown();
    }

    @Test
    void showsEverythingInTheOrderOfTheFileAtFirst() {
        assertArrayEquals(new int[] {0, 1, 2}, model.shown());
    }

    @Test
    void sortsNumbersBySizeAndTextsByTheAlphabet() {
        assertArrayEquals(new int[] {2, 0, 1}, sorted(Column.ATOMS, true));
        assertArrayEquals(new int[] {1, 0, 2}, sorted(Column.ATOMS, false));
        assertArrayEquals(new int[] {0, 1, 2}, sorted(Column.FORMULA, true));
        assertArrayEquals(new int[] {2, 1, 0}, sorted(Column.FORMULA, false));
    }

    @Test
    void sortsRowsWithoutAValueLastInBothDirections() {
        Column energy = model.table().column("energy").orElseThrow();
        assertArrayEquals(new int[] {1, 0, 2}, sorted(energy, true));
        assertArrayEquals(new int[] {1, 0, 2}, sorted(energy, false));
    }

    @Test
    void findsTextInAnyColumnAndCase() {
        assertArrayEquals(new int[] {1}, shown(new Condition.Contains(null, "TWO w")));
        assertArrayEquals(new int[] {2}, shown(new Condition.Contains(Column.NAME, "helium")));
        assertArrayEquals(new int[] {}, shown(new Condition.Contains(Column.FORMULA, "helium")));
    }

    @Test
    void filtersByRangeVerdictAndElements() {
        assertArrayEquals(new int[] {0, 1}, shown(new Condition.Range(Column.ATOMS, 2, 3)));
        assertArrayEquals(new int[] {1}, shown(new Condition.Verdicts(Set.of(Verdict.INVALID))));
        assertArrayEquals(new int[] {0, 1}, shown(new Condition.Elements(Set.of(1), Set.of())));
        assertArrayEquals(new int[] {0, 2}, shown(new Condition.Elements(Set.of(), Set.of(8))));
    }

    @Test
    void wantsAllConditionsToHold() {
        assertArrayEquals(new int[] {0}, shown(new Condition.Elements(Set.of(1), Set.of()),
                new Condition.Verdicts(Set.of(Verdict.VALID))));
    }

    @Test
    void searchesEachStructureOnce() {
        AtomicInteger searched = new AtomicInteger();
        StructureFilter filter = (structure, assessment) -> {
            searched.incrementAndGet();
            return structure.atomCount() == 2 ? Optional.empty() : Optional.of("no");
        };
        Condition two = new Condition.Substructure(new SubstructureSearch("two", filter, model.table(), model.loader()));
        assertArrayEquals(new int[] {0}, shown(two));
        assertArrayEquals(new int[] {}, shown(two, new Condition.Contains(null, "nothing")));
        assertEquals(3, searched.get());
    }

    @Test
    void givesNothingWhenCancelled() {
        assertNull(RowQuery.ALL.run(model, () -> true));
    }
}
