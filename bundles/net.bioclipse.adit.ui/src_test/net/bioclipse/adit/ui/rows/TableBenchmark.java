package net.bioclipse.adit.ui.rows;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.structure.Assessment;

/**
 * How long a large file takes until it is seen, read, sorted and filtered: {@code java -cp … TableBenchmark FILE.sdf}. Prints
 * wall and processor time of each step and the memory in use after it. No checks are made; they go on behind the table.
 */
final class TableBenchmark {

    private static long wall;
    private static long processor;

    private TableBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        lap("");
        RecordFile file = RecordFile.open(Path.of(arguments[0]), Workshop.formats(), () -> false);
        ResultsModel model = new ResultsModel(file,
                structure -> new Assessment(List.of(), List.of(), new int[0], Map.of(), Optional.empty()));
        model.loader().pause(true);
        model.refresh(() -> false);
        lap("open: " + model.shown().length + " rows in the table");
        model.loader().run(() -> false, progress -> { });
        lap("read all rows");
        ask(model, "sort by a number", List.of(), List.of(new RowQuery.Key(Column.ATOMS, true)));
        ask(model, "sort by a text", List.of(), List.of(new RowQuery.Key(Column.FORMULA, false)));
        ask(model, "filter by a range", List.of(new Condition.Range(Column.ATOMS, 10, 15)), List.of());
        ask(model, "filter by words", List.of(new Condition.Contains(null, "n2o")), List.of());
        ask(model, "filter by elements and sort", List.of(new Condition.Elements(Set.of(7), Set.of(8))),
                List.of(new RowQuery.Key(Column.ATOMS, true)));
        file.close();
    }

    private static void ask(ResultsModel model, String what, List<Condition> conditions, List<RowQuery.Key> order) {
        model.query(new RowQuery(conditions, order));
        model.refresh(() -> false);
        lap(what + ": " + model.shown().length + " rows");
    }

    private static void lap(String what) {
        long nowWall = System.nanoTime();
        long nowProcessor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (!what.isEmpty()) {
            System.gc();
            Runtime memory = Runtime.getRuntime();
            System.out.printf("%-40s %8.2f s wall %8.2f s processor %6d MB%n", what, (nowWall - wall) / 1e9,
                    (nowProcessor - processor) / 1e9, memory.totalMemory() - memory.freeMemory() >> 20);
        }
        wall = System.nanoTime();
        processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
