package net.bioclipse.adit.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import net.bioclipse.adit.ui.results.ResultsEditor;
import net.bioclipse.adit.ui.rows.Column;
import net.bioclipse.adit.ui.rows.ResultsModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DragSourceListener;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of results worked with by its menus, fields and handles. */
class ResultsWorkTest {

    private static final String EDITOR = "net.bioclipse.adit.ui.results.editor";

    private final Workbench workbench = new Workbench();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        workbench.page().closeAllEditors(false);
        workbench.settle();
    }

    /** Helium chains of one to six atoms, "energy" the number of atoms times ten. */
    private Path chains() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int n = 1; n <= 6; n++) {
            text.append(n + "\nname=chain-" + n + " energy=" + 10 * n + " Properties=species:S:1:pos:R:3\n");
            for (int i = 0; i < n; i++) {
                text.append("He 0 0 " + 4 * i + "\n");
            }
        }
        return Files.writeString(folder.resolve("chains.extxyz"), text);
    }

    private ResultsEditor open(Path file) throws PartInitException {
        ResultsEditor editor = (ResultsEditor) IDE.openEditor(workbench.page(), file.toUri(), EDITOR, true);
        workbench.until("the table of " + file, () -> editor.results() != null && editor.results().loader().progress().done()
                && editor.results().shown().length > 0);
        return editor;
    }

    private Canvas canvas(String type) {
        return workbench.control(workbench.window().getShell(), Canvas.class,
                canvas -> canvas.getClass().getSimpleName().equals(type) && canvas.isVisible());
    }

    /** Chooses an item of the table's menu, as it is now. */
    private void menu(String... path) {
        Menu menu = canvas("RowGrid").getMenu();
        for (String text : path) {
            menu.notifyListeners(SWT.Show, new Event());
            MenuItem item = Stream.of(menu.getItems())
                    .filter(each -> each.getText().replace("&", "").split("\t")[0].equals(text)).findFirst()
                    .orElseThrow(() -> new AssertionError("no '" + text + "' in the menu"));
            assertTrue(item.isEnabled(), text);
            if (item.getMenu() == null) {
                item.notifyListeners(SWT.Selection, new Event());
            }
            menu = item.getMenu();
        }
    }

    private Text field(String message) {
        return workbench.control(workbench.window().getShell(), Text.class, text -> text.getMessage().startsWith(message));
    }

    private void shown(ResultsEditor editor, int... rows) {
        workbench.until("rows " + Arrays.toString(rows), () -> Arrays.equals(rows, editor.results().shown()));
    }

    @Test
    void keepsMarksBesideTheFileUntilItIsOpenedAgain() throws Exception {
        Path file = chains();
        String before = Files.readString(file);
        ResultsEditor editor = open(file);
        editor.results().select(new int[] {1, 3});
        menu("Mark");
        assertFalse(editor.isDirty());
        workbench.page().closeEditor(editor, false);
        assertEquals(before, Files.readString(file));
        assertTrue(Files.exists(folder.resolve("chains.extxyz.marks.json")));
        ResultsModel again = open(file).results();
        workbench.until("the marks", () -> again.edits().marked(1) && again.edits().marked(3));
        assertFalse(again.edits().marked(2));
    }

    @Test
    void takesBackMarksAndDeletionsByTheEditMenu() throws Exception {
        ResultsEditor editor = open(chains());
        ResultsModel results = editor.results();
        results.select(new int[] {0});
        menu("Mark");
        menu("Delete");
        shown(editor, 1, 2, 3, 4, 5);
        assertTrue(editor.isDirty());
        global(editor, ActionFactory.UNDO);
        shown(editor, 0, 1, 2, 3, 4, 5);
        assertFalse(editor.isDirty());
        assertTrue(results.edits().marked(0));
        global(editor, ActionFactory.UNDO);
        assertFalse(results.edits().marked(0));
        global(editor, ActionFactory.REDO);
        assertTrue(results.edits().marked(0));
    }

    private static void global(ResultsEditor editor, ActionFactory action) {
        editor.getEditorSite().getActionBars().getGlobalActionHandler(action.getId()).run();
    }

    @Test
    void filtersByTheHandlesOfASlider() throws Exception {
        ResultsEditor editor = open(chains());
        workbench.choose(workbench.button(workbench.window().getShell(), "Range…"), "energy");
        Canvas slider = canvas("RangeSlider");
        workbench.drag(slider, new Point(9, 30), new Point(slider.getClientArea().width / 2, 30));
        shown(editor, 3, 4, 5);
        workbench.press(workbench.button(workbench.window().getShell(), "Clear"));
        shown(editor, 0, 1, 2, 3, 4, 5);
    }

    @Test
    void filtersByAPatternAndSaysWhatIsWrongWithOne() throws Exception {
        ResultsEditor editor = open(Files.writeString(folder.resolve("three.smi"), "CCO ethanol\nc1ccccc1O phenol\nc1ccccc1 x\n"));
        Text pattern = field("SMARTS");
        pattern.setText("c1ccccc1");
        pattern.notifyListeners(SWT.DefaultSelection, new Event());
        shown(editor, 1, 2);
        pattern.setText("[OX2H]");
        pattern.notifyListeners(SWT.DefaultSelection, new Event());
        shown(editor, 0, 1);
        pattern.setText("c1cc(");
        pattern.notifyListeners(SWT.DefaultSelection, new Event());
        workbench.until("the mistake", () -> workbench.controls(workbench.window().getShell(), Label.class).stream()
                .anyMatch(label -> label.getText().contains("c1cc(")));
        shown(editor, 0, 1, 2);
    }

    @Test
    void filtersByElementsAndWords() throws Exception {
        ResultsEditor editor = open(Files.writeString(folder.resolve("three.smi"), "CCO ethanol\nCCN ethylamine\nCC ethane\n"));
        field("Elements").setText("C -O -N");
        shown(editor, 2);
        field("Elements").setText("");
        field("Search").setText("ETHYL");
        shown(editor, 1);
    }

    @Test
    void givesDraggedRowsAsTextAndAsAFile() throws Exception {
        ResultsEditor editor = open(chains());
        editor.results().select(new int[] {2, 0});
        workbench.settle();
        Canvas grid = canvas("RowGrid");
        DragSource source = (DragSource) grid.getData(DND.DRAG_SOURCE_KEY);
        DragSourceEvent event = dragEvent(source);
        event.y = grid.getClientArea().height / 4;
        for (DragSourceListener listener : source.getDragListeners()) {
            listener.dragStart(event);
            assertTrue(event.doit);
            event.dataType = TextTransfer.getInstance().getSupportedTypes()[0];
            listener.dragSetData(event);
            assertTrue(event.data.toString().contains("chain-3") && event.data.toString().contains("chain-1"));
            assertFalse(event.data.toString().contains("chain-2"));
            event.dataType = FileTransfer.getInstance().getSupportedTypes()[0];
            listener.dragSetData(event);
        }
        assertEquals(2, source.getTransfer().length);
        Path dragged = Path.of(((String[]) event.data)[0]);
        assertEquals(2, open(dragged).results().table().size());
    }

    /** Events of dragging are made by the toolkit alone. */
    private static DragSourceEvent dragEvent(DragSource source) throws ReflectiveOperationException {
        Constructor<?> low = Class.forName("org.eclipse.swt.dnd.DNDEvent").getDeclaredConstructor();
        low.setAccessible(true);
        Event made = (Event) low.newInstance();
        made.widget = source;
        Constructor<?> high = Stream.of(DragSourceEvent.class.getDeclaredConstructors()).findFirst().orElseThrow();
        high.setAccessible(true);
        return (DragSourceEvent) high.newInstance(made);
    }

    @Test
    void writesTheReportPageBesideTheFile() throws Exception {
        ResultsEditor editor = open(chains());
        editor.results().select(new int[] {0, 1});
        menu("Report");
        Path page = folder.resolve("chains.extxyz.report.html");
        workbench.until("the page", () -> Files.exists(page));
        assertTrue(Files.readString(page).contains("2 rows of chains.extxyz"));
    }

    @Test
    void relaxesRowsIntoATableWithTheirEnergies() throws Exception {
        ResultsEditor editor = open(Files.writeString(folder.resolve("bent.xyz"),
                "9\nethanol\nC -0.9 0 0\nC 0.6 0 0\nO 1.2 1.25 0\nH -1.3 1 0.1\nH -1.3 -.5 .9\nH -1.3 -.5 -.9\nH 1 -.5 .9\n"
                + "H 1 -.5 -.9\nH 2.15 1.15 0\n"));
        editor.results().select(new int[] {0});
        menu("Relax", "MMFF94");
        workbench.until("the relaxed molecule", () -> workbench.page().getActiveEditor() instanceof ResultsEditor now
                && now != editor && now.results() != null && now.results().loader().progress().done());
        ResultsModel relaxed = ((ResultsEditor) workbench.page().getActiveEditor()).results();
        assertEquals("C2H6O", relaxed.table().text(Column.FORMULA, 0));
        double before = relaxed.table().number(relaxed.table().column("energy before (kcal/mol)").orElseThrow(), 0);
        double after = relaxed.table().number(relaxed.table().column("energy after (kcal/mol)").orElseThrow(), 0);
        assertTrue(after < before - 1, before + " to " + after);
    }

    @Test
    void copiesTheSelectedRows() throws Exception {
        ResultsEditor editor = open(chains());
        editor.results().select(new int[] {4});
        global(editor, ActionFactory.COPY);
        assertTrue(workbench.clipboard(TextTransfer.getInstance()).toString().contains("chain-5"));
    }
}
