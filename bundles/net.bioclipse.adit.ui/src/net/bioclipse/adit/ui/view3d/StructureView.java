package net.bioclipse.adit.ui.view3d;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.bioclipse.adit.ui.results.ResultsWatcher;
import net.bioclipse.adit.ui.results.ViewBar;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.ResultsModel.Change;
import net.bioclipse.adit.ui.scene.Camera;
import net.bioclipse.adit.ui.scene.Cells;
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
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;

/** The selected structures in space: one large, several side by side or over each other. */
public final class StructureView extends ViewPart implements ResultsWatcher.Viewer {

    private static final String EMPTY = "Select rows of a results table to see them here.";
    private static final int MOST_SHOWN = 12;

    private SceneCanvas canvas;
    private ResultsWatcher watcher;
    private ResultsModel results;
    private int[] wanted = {};
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
        ViewBar.sheet(canvas);
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
                Arrays.stream(Style.Shape.values()).map(Style.Shape::title).toList(),
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
        menu.add(action("Save picture…", () -> {
            if (!canvas.shown().isEmpty()) {
                PictureFile.ask(getSite().getShell(), canvas);
            }
        }));
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
        if (results == null || changes.contains(Change.SELECTION)
                || changes.contains(Change.SHOWN) && !Arrays.equals(wanted, wanted())) {
            rebuild();
        } else if (changes.contains(Change.HIGHLIGHT) && !overlay) {
            List<Set<Integer>> atoms = new ArrayList<>();
            for (int row : rows) {
                atoms.add(results.highlight().in(row));
            }
            canvas.highlight(atoms);
        }
    }

    private int[] wanted() {
        int[] rows = results == null ? new int[0] : results.lookedAt();
        return Arrays.copyOf(rows, Math.min(MOST_SHOWN, rows.length));
    }

    private void rebuild() {
        if (canvas == null || canvas.isDisposed()) {
            return;
        }
        int[] now = wanted();
        wanted = now;
        ResultsModel of = results;
        Cells block = new Cells(cells[0].getSelection(), cells[1].getSelection(), cells[2].getSelection(),
                faces.getSelection(), partners.getSelection());
        boolean over = overlay;
        if (build != null) {
            build.cancel();
        }
        if (now.length > 0 && canvas.shown().isEmpty()) {
            canvas.show(List.of(), "Reading…");
        }
        build = new Job("Showing structures") {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                SceneReader read = SceneReader.read(of, now, block, over, monitor::isCanceled);
                if (!monitor.isCanceled() && !canvas.isDisposed()) {
                    canvas.getDisplay().asyncExec(() -> arrived(read, this));
                }
                return Status.OK_STATUS;
            }
        };
        build.setSystem(true);
        build.setPriority(Job.INTERACTIVE);
        build.schedule();
    }

    private void arrived(SceneReader read, Job job) {
        if (job == build && !canvas.isDisposed()) {
            rows = read.rows();
            crystalBar.shown(read.crystals());
            canvas.show(read.shown(), read.shown().isEmpty() && read.message().isEmpty() ? EMPTY : read.message());
        }
    }

    /**
     * Writes what is seen, as SVG where the name ends so, else as PNG of twice the size.
     *
     * @throws IOException with a sentence for the user
     */
    public void save(Path target) throws IOException {
        PictureFile.write(canvas, target);
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
