package net.bioclipse.adit.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bioclipse.adit.ui.plots.PlotsView;
import net.bioclipse.adit.ui.results.ResultsEditor;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.view3d.StructureView;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views beside the table: what they show follows the selection, and the selection follows them. */
class ViewsTest {

    private static final String ID = "net.bioclipse.adit.ui.";

    private final Workbench workbench = new Workbench();
    private StructureView space;

    @TempDir
    private Path folder;

    @BeforeEach
    void openView() throws PartInitException {
        space = (StructureView) workbench.page().showView(ID + "view3d");
    }

    @AfterEach
    void close() {
        workbench.page().closeAllEditors(false);
        workbench.settle();
    }

    private ResultsModel open(String name, String text) throws IOException, PartInitException {
        Path file = Files.writeString(folder.resolve(name), text);
        ResultsEditor editor = (ResultsEditor) IDE.openEditor(workbench.page(), file.toUri(), ID + "results.editor", true);
        workbench.until("the table of " + name, () -> editor.results() != null
                && editor.results().loader().progress().done() && editor.results().shown().length > 0);
        workbench.until("a structure", () -> space.atomCount() > 0);
        return editor.results();
    }

    /** Waits until a picture is another one. Pictures take long to make, so not more often than the window is idle. */
    private byte[] other(byte[] before, Supplier<ImageData> picture) {
        for (int i = 0; i < 100; i++) {
            workbench.settle();
            ImageData now = picture.get();
            if (now != null && !Arrays.equals(before, now.data)) {
                return now.data;
            }
        }
        throw new AssertionError("the picture stays the same");
    }

    private <C extends org.eclipse.swt.widgets.Control> C control(Class<C> type, String help) {
        return workbench.control(workbench.window().getShell(), type, c -> help.equals(c.getToolTipText()));
    }

    private static void mouse(Canvas canvas, int type, int x, int y) {
        Event event = new Event();
        event.button = 1;
        event.x = x;
        event.y = y;
        canvas.notifyListeners(type, event);
    }

    private Canvas canvas(String type, IViewPart view) {
        workbench.page().activate(view);
        workbench.settle();
        return workbench.control(workbench.window().getShell(), Canvas.class,
                canvas -> canvas.getClass().getSimpleName().equals(type) && canvas.isVisible());
    }

    private static final String SALT = """
            data_salt
            _cell_length_a 5.64
            _cell_length_b 5.64
            _cell_length_c 5.64
            _cell_angle_alpha 90
            _cell_angle_beta 90
            _cell_angle_gamma 90
            loop_
            _atom_site_label
            _atom_site_type_symbol
            _atom_site_fract_x
            _atom_site_fract_y
            _atom_site_fract_z
            Na1 Na 0 0 0
            Na2 Na .5 .5 0
            Na3 Na .5 0 .5
            Na4 Na 0 .5 .5
            Cl1 Cl .5 .5 .5
            Cl2 Cl 0 0 .5
            Cl3 Cl 0 .5 0
            Cl4 Cl .5 0 0
            """;
    private static final String WATER = "3\nwater\nO 0 0 0\nH 0.96 0 0\nH -0.24 0.93 0\n";

    @Test
    void drawsASupercellWithTheAtomsOnItsFaces() throws Exception {
        ResultsModel results = open("salt.cif", SALT);
        workbench.until("the cell with its faces", () -> space.atomCount() == 27);
        assertEquals("F m -3 m", results.table().text(results.table().column("space group").orElseThrow(), 0));
        assertEquals(2.16, results.table().number(results.table().column("density").orElseThrow(), 0), 0.01);
        byte[] one = space.picture().data;
        Spinner along = control(Spinner.class, "Cells along a");
        along.setSelection(2);
        along.notifyListeners(SWT.Selection, new Event());
        workbench.until("two cells", () -> space.atomCount() == 5 * 3 * 3);
        assertFalse(Arrays.equals(one, space.picture().data));
        along.setSelection(1);
        along.notifyListeners(SWT.Selection, new Event());
        workbench.until("one cell", () -> space.atomCount() == 27);
    }

    @Test
    void measuresPickedAtomsAndCopiesTheDistance() throws Exception {
        open("water.xyz", WATER);
        Canvas canvas = canvas("SceneCanvas", space);
        int[] oxygen = reddest(space.picture());
        workbench.until("the oxygen under the pointer", () -> {
            click(canvas, 2, 2);
            click(canvas, oxygen[0] / 2, oxygen[1] / 2);
            return space.measured().equals("O1");
        });
        Pattern distance = Pattern.compile("O1–H[23]\\s+0\\.960 Å");
        for (int y = 10; y < canvas.getClientArea().height && !space.measured().contains("Å"); y += 8) {
            for (int x = 10; x < canvas.getClientArea().width && !space.measured().contains("Å"); x += 8) {
                // A click beside all atoms forgets what was picked.
                click(canvas, 2, 2);
                click(canvas, oxygen[0] / 2, oxygen[1] / 2);
                click(canvas, x, y);
            }
        }
        assertTrue(distance.matcher(space.measured()).matches(), space.measured());
        space.getViewSite().getActionBars().getGlobalActionHandler(ActionFactory.COPY.getId()).run();
        assertEquals(space.measured(), workbench.clipboard(TextTransfer.getInstance()));
    }

    private static void click(Canvas canvas, int x, int y) {
        mouse(canvas, SWT.MouseDown, x, y);
        mouse(canvas, SWT.MouseUp, x, y);
    }

    /** The middle of the red points: the oxygen atom. */
    private static int[] reddest(ImageData picture) {
        long sumX = 0;
        long sumY = 0;
        long count = 0;
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                RGB colour = picture.palette.getRGB(picture.getPixel(x, y));
                if (colour.red > 120 && colour.green < 80 && colour.blue < 80) {
                    sumX += x;
                    sumY += y;
                    count++;
                }
            }
        }
        assertTrue(count > 50, "no oxygen in the picture");
        return new int[] {(int) (sumX / count), (int) (sumY / count)};
    }

    @Test
    void savesThePictureAsPngAndAsSvg() throws Exception {
        ResultsModel results = open("two.xyz", WATER + WATER.replace("water", "again"));
        results.select(new int[] {0, 1});
        workbench.until("two structures", () -> space.atomCount() == 6);
        space.save(folder.resolve("two.png"));
        ImageData png = new ImageData(folder.resolve("two.png").toString());
        assertTrue(png.width > 100 && png.height > 100);
        space.save(folder.resolve("two.svg"));
        assertEquals(6, Files.readString(folder.resolve("two.svg")).split("<circle ", -1).length - 1);
    }

    @Test
    void laysSelectedStructuresOverEachOther() throws Exception {
        ResultsModel results = open("two.xyz", WATER + WATER.replace("0.96", "1.10"));
        results.select(new int[] {0, 1});
        workbench.until("two structures", () -> space.atomCount() == 6);
        workbench.settle();
        byte[] tiled = space.picture().data;
        Button overlay = workbench.button(workbench.window().getShell(), "Overlay");
        overlay.setSelection(true);
        workbench.press(overlay);
        byte[] over = other(tiled, space::picture);
        assertEquals(6, space.atomCount());
        overlay.setSelection(false);
        workbench.press(overlay);
        assertArrayEquals(tiled, other(over, space::picture));
    }

    @Test
    void makesTheAtomsOfAFindingStandOut() throws Exception {
        ResultsModel results = open("close.xyz", "4\nclose\nO 0 0 0\nH .96 0 0\nH -.24 .93 0\nHe 0.3 0 0.2\n");
        IViewPart detail = workbench.page().showView(ID + "detail");
        results.select(new int[] {0});
        Tree tree = treeOfFindings();
        workbench.settle();
        byte[] plain = space.picture().data;
        TreeItem finding = findings(tree).findFirst().orElseThrow();
        Event event = new Event();
        event.item = finding;
        tree.notifyListeners(SWT.Selection, event);
        assertFalse(results.highlight().in(0).isEmpty(), finding.getText(1));
        other(plain, space::picture);
        assertEquals(Set.of(), results.highlight().in(1));
        workbench.page().hideView(detail);
    }

    private Tree treeOfFindings() {
        Tree[] found = {null};
        workbench.until("failed checks in the details", () -> {
            workbench.controls(workbench.window().getShell(), Tree.class).stream()
                    .filter(tree -> tree.isVisible() && findings(tree).findAny().isPresent()).forEach(tree -> found[0] = tree);
            return found[0] != null;
        });
        return found[0];
    }

    /** Failed checks whose words name atoms. */
    private static Stream<TreeItem> findings(Tree tree) {
        return Stream.of(tree.getItems()).flatMap(heading -> Stream.of(heading.getItems()))
                .filter(item -> item.getText(0).startsWith("✗") && item.getText(1).matches(".*\\b(O1|He4|H2|H3)\\b.*"));
    }

    private String chains() {
        StringBuilder text = new StringBuilder();
        for (int n = 1; n <= 6; n++) {
            text.append(n + "\nenergy=" + n * n + " Properties=species:S:1:pos:R:3\n").append("He 0 0 0\n".repeat(n));
        }
        return text.toString();
    }

    @Test
    void selectsInTheTableWhatARubberBandHoldsAndTheOtherWayRound() throws Exception {
        ResultsModel results = open("chains.extxyz", chains());
        PlotsView plots = (PlotsView) workbench.page().showView(ID + "plots");
        workbench.until("a plot", () -> plots.picture() != null);
        choose("What is plotted", "Funnel");
        byte[] funnel = other(new byte[0], plots::picture);
        choose("What is plotted", "Scatter");
        other(funnel, plots::picture);
        choose("Column from left to right", "Atoms");
        byte[] atoms = other(new byte[0], plots::picture);
        choose("Column from bottom to top", "energy");
        other(atoms, plots::picture);
        Canvas canvas = workbench.control(workbench.window().getShell(), Canvas.class, each -> each.isVisible()
                && each.getClientArea().width == plots.picture().width && each.getClientArea().height == plots.picture().height
                && each.getClass() == Canvas.class);
        byte[] plain = plots.picture().data;
        int wide = canvas.getClientArea().width;
        int high = canvas.getClientArea().height;
        mouse(canvas, SWT.MouseDown, wide / 2, 2);
        mouse(canvas, SWT.MouseMove, wide - 2, high / 2);
        mouse(canvas, SWT.MouseUp, wide - 2, high / 2);
        int[] banded = results.selected();
        assertTrue(banded.length > 0 && banded.length < 6 && banded[banded.length - 1] == 5, Arrays.toString(banded));
        byte[] some = other(plain, plots::picture);
        results.select(new int[] {0});
        byte[] one = other(some, plots::picture);
        choose("What is plotted", "Histogram");
        byte[] bars = other(one, plots::picture);
        results.select(new int[] {5});
        other(bars, plots::picture);
    }

    private void choose(String help, String text) {
        Combo combo = control(Combo.class, help);
        workbench.until(text + " among " + help, () -> combo.indexOf(text) >= 0);
        combo.select(combo.indexOf(text));
        combo.notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void canBeReadOnDarkAndOnLight() throws Exception {
        IThemeEngine themes = org.eclipse.ui.PlatformUI.getWorkbench().getService(IThemeEngine.class);
        String before = themes.getActiveTheme() == null ? null : themes.getActiveTheme().getId();
        ResultsModel results = open("close.xyz", "4\nclose\nO 0 0 0\nH .96 0 0\nH -.24 .93 0\nHe 0.3 0 0.2\n");
        workbench.page().showView(ID + "detail");
        for (String theme : new String[] {"org.eclipse.e4.ui.css.theme.e4_dark", "org.eclipse.e4.ui.css.theme.e4_default"}) {
            themes.setTheme(theme, false);
            workbench.settle();
            results.select(new int[0]);
            workbench.settle();
            results.select(new int[] {0});
            workbench.settle();
            workbench.picture("results-" + theme.substring(theme.lastIndexOf('_') + 1));
            workbench.until("findings that can be read on " + theme, () -> {
                Tree tree = treeOfFindings();
                return contrast(tree.getBackground(), findings(tree).findFirst().orElseThrow().getForeground(0)) > 4;
            });
        }
        if (before != null) {
            themes.setTheme(before, false);
        }
    }

    /** Of two colours, 1 to 21, as WCAG 2 defines it. */
    private static double contrast(Color one, Color other) {
        double a = luminance(one.getRGB());
        double b = luminance(other.getRGB());
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(RGB colour) {
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
