package net.bioclipse.adit.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.ui.results.ResultsEditor;
import net.bioclipse.adit.ui.rows.Column;
import net.bioclipse.adit.ui.rows.Condition;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.RowExport;
import net.bioclipse.adit.ui.rows.RowQuery;
import net.bioclipse.adit.ui.view3d.StructureView;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files opened as tables in the running workbench: the views follow, the window never waits. */
class ResultsTest {

    private static final String EDITOR = "net.bioclipse.adit.ui.results.editor";

    private final Workbench workbench = new Workbench();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        workbench.page().closeAllEditors(false);
        workbench.settle();
    }

    private static String water(int n) {
        double stretch = 0.96 + n % 7 * 0.001;
        return String.format(Locale.ROOT, """
                water-%d
                  made              3D

                  3  2  0  0  0  0  0  0  0  0999 V2000
                    0.0000    0.0000    0.0000 O   0  0  0  0  0  0  0  0  0  0  0  0
                %10.4f    0.0000    0.0000 H   0  0  0  0  0  0  0  0  0  0  0  0
                   -0.2400    0.9300    0.0000 H   0  0  0  0  0  0  0  0  0  0  0  0
                  1  2  1  0
                  1  3  1  0
                M  END
                > <energy>
                %d

                $$$$
                """, n, stretch, n * 7919 % 1000);
    }

    private ResultsEditor open(Path file) throws PartInitException {
        ResultsEditor editor = (ResultsEditor) IDE.openEditor(workbench.page(), file.toUri(), EDITOR, true);
        workbench.until("the table of " + file, () -> editor.results() != null && editor.results().shown().length > 0);
        return editor;
    }

    private Path waters(int count) throws IOException {
        Path file = folder.resolve("waters.sdf");
        try (var writer = Files.newBufferedWriter(file)) {
            for (int n = 0; n < count; n++) {
                writer.write(water(n));
            }
        }
        return file;
    }

    @Test
    void readsChecksFiltersSortsAndExports() throws Exception {
        ResultsEditor editor = open(waters(40));
        ResultsModel results = editor.results();
        workbench.until("all rows checked", () -> results.loader().progress().done());
        Column energy = results.table().column("energy").orElseThrow();
        assertEquals("valid", results.table().text(Column.VERDICT, 3));
        assertEquals("H2O", results.table().text(Column.FORMULA, 39));
        editor.sort(List.of(new RowQuery.Key(energy, true)));
        workbench.until("sorted rows", () -> results.shown()[0] == 0 && results.shown()[39] != 39);
        double last = -1;
        for (int row : results.shown()) {
            assertTrue(results.table().number(energy, row) >= last);
            last = results.table().number(energy, row);
        }
        results.query(new RowQuery(List.of(new Condition.Range(energy, 0, 500)), List.of()));
        results.refresh(() -> false);
        workbench.settle();
        assertTrue(results.shown().length > 0 && results.shown().length < 40);
        Path exported = folder.resolve("some.smi");
        new RowExport(results, Workshop.formats()).write(results.shown(), exported, n -> { }, () -> false);
        assertEquals(results.shown().length, Files.readAllLines(exported).stream().filter(line -> !line.isBlank()).count());
        workbench.picture("results");
    }

    @Test
    void savesTheFileWithoutDeletedRows() throws Exception {
        Path file = waters(5);
        ResultsEditor editor = open(file);
        assertFalse(editor.isDirty());
        editor.results().edits().delete(new int[] {1, 3});
        assertTrue(editor.isDirty());
        editor.doSave(new org.eclipse.core.runtime.NullProgressMonitor());
        workbench.until("the file as saved", () -> editor.results() != null && editor.results().shown().length == 3);
        assertEquals(water(0) + water(2) + water(4), Files.readString(file));
        assertFalse(editor.isDirty());
    }

    @Test
    void showsTheSelectedStructureInSpace() throws Exception {
        Path file = folder.resolve("two.xyz");
        Files.writeString(file, "3\nwater\nO 0 0 0\nH .96 0 0\nH -.24 .93 0\n5\nmethane\nC 0 0 0\nH .63 .63 .63\nH -.63 -.63 .63\n"
                + "H -.63 .63 -.63\nH .63 -.63 -.63\n");
        ResultsEditor editor = open(file);
        StructureView view = (StructureView) workbench.page().showView("net.bioclipse.adit.ui.view3d");
        byte[] water = drawn(editor, view, 0, 3);
        byte[] methane = drawn(editor, view, 1, 5);
        assertFalse(Arrays.equals(water, methane));
        assertArrayEquals(water, drawn(editor, view, 0, 3));
        editor.results().select(new int[] {0, 1});
        workbench.until("both structures", () -> view.atomCount() == 8);
    }

    private byte[] drawn(ResultsEditor editor, StructureView view, int row, int atoms) {
        editor.results().select(new int[] {row});
        workbench.until(atoms + " atoms", () -> view.atomCount() == atoms);
        return view.picture().data;
    }

    /**
     * The most milliseconds that the window's thread computed or waited for a lock without looking at events, while something
     * goes on. Not the time on the wall: other programs of the machine are not the window's fault.
     */
    private long longestSilence(ThrowingAction action) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        threads.setThreadContentionMonitoringEnabled(true);
        long[] worst = {0};
        long[] last = {busy(threads)};
        boolean[] watching = {true};
        Runnable beat = new Runnable() {

            @Override
            public void run() {
                long now = busy(threads);
                worst[0] = Math.max(worst[0], now - last[0]);
                last[0] = now;
                if (watching[0]) {
                    workbench.display().timerExec(10, this);
                }
            }
        };
        workbench.display().timerExec(10, beat);
        action.run();
        watching[0] = false;
        return worst[0];
    }

    private static long busy(ThreadMXBean threads) {
        return threads.getCurrentThreadCpuTime() / 1_000_000
                + threads.getThreadInfo(Thread.currentThread().getId()).getBlockedTime();
    }

    /** Something that may fail. */
    private interface ThrowingAction {

        void run() throws Exception;
    }

    /** Opens, reads, sorts, selects all and filters. */
    private void work(Path file, int rows) throws PartInitException {
        ResultsEditor editor = open(file);
        ResultsModel results = editor.results();
        workbench.until("all rows read", () -> results.loader().progress().read() == rows);
        Column energy = results.table().column("energy").orElseThrow();
        editor.sort(List.of(new RowQuery.Key(energy, false)));
        workbench.until("sorted rows", () -> results.shown()[0] != 0);
        results.select(results.shown().clone());
        workbench.settle();
        workbench.control(workbench.window().getShell(), Text.class, text -> text.getMessage().startsWith("Search"))
                .setText("water-" + (rows - 1));
        workbench.until("filtered rows", () -> results.shown().length == 1);
    }

    @Test
    void worksWithTwentyThousandRecordsWithoutKeepingTheWindowWaiting() throws Exception {
        // Classes are loaded once; a first small file does that.
        work(waters(20), 20);
        workbench.page().closeAllEditors(false);
        Path file = waters(20_000);
        long silence = longestSilence(() -> work(file, 20_000));
        assertTrue(silence < 200, "the window did not answer for " + silence + " ms");
    }
}
