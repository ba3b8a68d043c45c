package net.bioclipse.adit.ui.view3d;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.io.AtomicFile;
import net.bioclipse.adit.ui.results.ResultsWatcher;
import net.bioclipse.adit.ui.results.ViewBar;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.ResultsModel.Change;
import net.bioclipse.adit.ui.rows.Row;
import net.bioclipse.adit.ui.scene.Camera;
import net.bioclipse.adit.ui.scene.Cells;
import net.bioclipse.adit.ui.scene.Scene;
import net.bioclipse.adit.ui.scene.SceneBuilder;
import net.bioclipse.adit.ui.scene.Style;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;

/** The selected structures in space: one large, several side by side or over each other. */
public final class StructureView extends ViewPart implements ResultsWatcher.Viewer {

    private static final String EMPTY = "Select rows of a results table to see them here.";
    private static final int MOST_SHOWN = 12;
    /** Larger structures are shown before their bonds are perceived, which may take minutes. */
    private static final int MOST_PERCEIVED = 500;

    private SceneCanvas canvas;
    private ResultsWatcher watcher;
    private ResultsModel results;
    private int[] rows = {};
    private Combo shape;
    private ViewBar crystalBar;
    private final Spinner[] cells = new Spinner[3];
    private Button faces;
    private Button partners;
    private boolean overlay;
    private Job build;

    @Override
    public void createPartControl(Composite parent) {
        bar(parent);
        canvas = new SceneCanvas(parent);
        canvas.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        canvas.setForeground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        canvas.setLayoutData(ViewBar.rest());
        IStatusLineManager line = getViewSite().getActionBars().getStatusLineManager();
        canvas.onMeasured(line::setMessage);
        menu(getViewSite().getActionBars().getMenuManager());
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), action("Copy", this::copy));
        canvas.show(List.of(), EMPTY);
        watcher = new ResultsWatcher(getSite().getPage(), parent.getDisplay(), this);
    }

    private void bar(Composite parent) {
        ViewBar bar = ViewBar.above(parent);
        shape = bar.choice("How atoms and bonds are drawn",
                java.util.Arrays.stream(Style.Shape.values()).map(Style.Shape::title).toList(),
                () -> style(Style.Shape.values()[shape.getSelectionIndex()], canvas.style().hydrogens(),
                        canvas.style().cell()));
        bar.toggle("H", "Draw hydrogen atoms", true, on -> style(canvas.style().shape(), on, canvas.style().cell()));
        bar.toggle("Overlay", "Selected structures over each other instead of side by side", false, on -> {
            overlay = on;
            rebuild();
        });
        bar.push("Reset", "Look from where one usually looks", () -> canvas.camera(Camera.USUAL));
        crystalBar = bar.group();
        crystalBar.label("Cells");
        String[] names = {"a", "b", "c"};
        for (int k = 0; k < 3; k++) {
            cells[k] = crystalBar.number("Cells along " + names[k], Cells.MOST, this::rebuild);
        }
        faces = crystalBar.toggle("Faces", "Draw atoms on a face, an edge or a corner on the opposite side too", true,
                on -> rebuild());
        partners = crystalBar.toggle("Bonds across", "Draw pale the atoms beyond the border to which bonds lead", false,
                on -> rebuild());
        crystalBar.toggle("Cell", "Draw the edges of the cell", true,
                on -> style(canvas.style().shape(), canvas.style().hydrogens(), on));
    }

    private void style(Style.Shape shape, boolean hydrogens, boolean cell) {
        canvas.style(new Style(shape, canvas.style().background(), hydrogens, cell, true));
    }

    private void menu(IMenuManager menu) {
        menu.add(action("Copy picture and measurement", this::copy));
        menu.add(action("Save picture…", this::savePicture));
        menu.add(new Separator());
        String[] axes = {"a (x)", "y", "c (z)"};
        for (int k = 0; k < 3; k++) {
            int axis = k;
            menu.add(action("Look along " + axes[k], () -> canvas.camera(Camera.axis(axis))));
        }
    }

    private static IAction action(String text, Runnable what) {
        return new Action(text) {
            @Override
            public void run() {
                what.run();
            }
        };
    }

    @Override
    public void show(ResultsModel now) {
        results = now;
        changed(EnumSet.of(Change.SELECTION));
    }

    @Override
    public void changed(Set<Change> changes) {
        if (results != null && changes.contains(Change.SHOWN) && results.selected().length == 0 && rows.length == 0) {
            rebuild();
        } else if (changes.contains(Change.SELECTION)) {
            rebuild();
        } else if (changes.contains(Change.HIGHLIGHT) && !overlay) {
            List<Set<Integer>> atoms = new ArrayList<>();
            for (int row : rows) {
                atoms.add(results.highlight().in(row));
            }
            canvas.highlight(atoms);
        }
    }

    /** What is to be drawn: the selected rows, or the first one shown where none is selected. */
    private int[] wanted() {
        if (results == null) {
            return new int[0];
        }
        int[] selected = results.selected();
        return selected.length > 0 ? java.util.Arrays.copyOf(selected, Math.min(MOST_SHOWN, selected.length))
                : results.shown().length > 0 ? new int[] {results.shown()[0]} : new int[0];
    }

    private void rebuild() {
        if (canvas == null || canvas.isDisposed()) {
            return;
        }
        int[] wanted = wanted();
        ResultsModel of = results;
        Cells block = new Cells(cells[0].getSelection(), cells[1].getSelection(), cells[2].getSelection(),
                faces.getSelection(), partners.getSelection());
        boolean over = overlay;
        if (build != null) {
            build.cancel();
        }
        if (wanted.length > 0 && canvas.shown().isEmpty()) {
            canvas.show(List.of(), "Reading…");
        }
        build = new Job("Showing structures") {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                Built built = built(of, wanted, block, over, monitor);
                if (!monitor.isCanceled() && !canvas.isDisposed()) {
                    canvas.getDisplay().asyncExec(() -> arrived(built, this));
                }
                return Status.OK_STATUS;
            }
        };
        build.setSystem(true);
        build.setPriority(Job.INTERACTIVE);
        build.schedule();
    }

    private record Built(int[] rows, List<SceneCanvas.Shown> shown, String message, boolean crystals) {
    }

    private static Built built(ResultsModel of, int[] wanted, Cells block, boolean over, IProgressMonitor monitor) {
        List<SceneCanvas.Shown> shown = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        String message = "";
        boolean crystals = false;
        for (int row : wanted) {
            if (monitor.isCanceled()) {
                break;
            }
            Row content = of.table().source().row(row);
            if (!content.inSpace()) {
                message = content.failure().isEmpty() ? "Row " + (row + 1) + " has no coordinates: a SMILES or a drawing."
                        : content.failure();
                continue;
            }
            AtomicStructure structure = content.entry().orElseThrow().structure();
            try {
                List<Bond> bonds = structure.atomCount() > MOST_PERCEIVED || structure instanceof Crystal ? List.of()
                        : of.assessment(row, content).orElseThrow().bonds();
                Scene scene = SceneBuilder.scene(structure, bonds, block);
                rows.add(row);
                shown.add(new SceneCanvas.Shown(scene, caption(row, content), of.highlight().in(row)));
                crystals |= structure instanceof Crystal;
            } catch (IllegalArgumentException e) {
                message = e.getMessage();
            }
        }
        if (over && shown.size() > 1) {
            Scene all = shown.stream().map(SceneCanvas.Shown::scene).reduce(Scene::over).orElseThrow();
            shown = List.of(new SceneCanvas.Shown(all, shown.size() + " structures", Set.of()));
        }
        int[] drawn = rows.stream().mapToInt(Integer::intValue).toArray();
        return new Built(drawn, shown, message.isEmpty() && shown.isEmpty() ? EMPTY : message, crystals);
    }

    private static String caption(int row, Row content) {
        String name = content.entry().orElseThrow().name();
        return content.entry().get().structure().formula() + (name.isEmpty() ? "  row " + (row + 1) : "  " + name);
    }

    private void arrived(Built built, Job job) {
        if (job == build && !canvas.isDisposed()) {
            rows = built.rows();
            crystalBar.shown(built.crystals());
            canvas.show(built.shown(), built.message());
        }
    }

    private void savePicture() {
        if (canvas.shown().isEmpty()) {
            return;
        }
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setText("Save picture");
        dialog.setOverwrite(true);
        dialog.setFilterExtensions(new String[] {"*.png", "*.svg"});
        dialog.setFilterNames(new String[] {"PNG, twice the size shown (*.png)", "SVG (*.svg)"});
        String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        boolean svg = chosen.endsWith(".svg") || dialog.getFilterIndex() == 1 && !chosen.endsWith(".png");
        try {
            save(Path.of(chosen.matches(".*\\.(svg|png)$") ? chosen : chosen + (svg ? ".svg" : ".png")));
        } catch (IOException e) {
            MessageDialog.openError(getSite().getShell(), "Save picture", e.getMessage());
        }
    }

    /**
     * Writes what is seen, as SVG where the name ends so, else as PNG of twice the size.
     *
     * @throws IOException with a sentence for the user
     */
    public void save(Path target) throws IOException {
        try (AtomicFile file = AtomicFile.create(target)) {
            if (target.toString().endsWith(".svg")) {
                file.stream().write(canvas.svg().getBytes(StandardCharsets.UTF_8));
            } else {
                ImageLoader loader = new ImageLoader();
                loader.data = new ImageData[] {picture()};
                loader.save(file.stream(), SWT.IMAGE_PNG);
            }
            file.commit();
        }
    }

    /** Puts the picture on the clipboard, and what the picked atoms measure. */
    private void copy() {
        if (canvas.shown().isEmpty()) {
            return;
        }
        Clipboard clipboard = new Clipboard(canvas.getDisplay());
        clipboard.setContents(new Object[] {picture(), canvas.measured().isEmpty() ? canvas.shown().get(0).caption()
                : canvas.measured()}, new Transfer[] {ImageTransfer.getInstance(), TextTransfer.getInstance()});
        clipboard.dispose();
    }

    /** Number of atoms drawn now, those of all structures together. */
    public int atomCount() {
        return canvas.shown().stream().mapToInt(shown -> shown.scene().atomCount()).sum();
    }

    /** What the picked atoms measure, "O1–H2  0.960 Å"; empty when none is picked. */
    public String measured() {
        return canvas.measured();
    }

    /** What is seen now, at twice its size. */
    public ImageData picture() {
        return canvas.picture();
    }

    @Override
    public void setFocus() {
        canvas.setFocus();
    }

    @Override
    public void dispose() {
        watcher.close();
        super.dispose();
    }
}
