package net.bioclipse.adit.ui.detail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.runs.RunRecordFile;
import net.bioclipse.adit.ui.generate.GenerateWizard;
import net.bioclipse.adit.ui.results.Images;
import net.bioclipse.adit.ui.results.ResultsWatcher;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.ResultsModel.Change;
import net.bioclipse.adit.ui.rows.ResultsModel.Highlight;
import net.bioclipse.adit.ui.rows.Row;
import net.bioclipse.adit.ui.rows.RunRecords;
import net.bioclipse.adit.ui.scene.Camera;
import net.bioclipse.adit.ui.scene.Cells;
import net.bioclipse.adit.ui.scene.Painter;
import net.bioclipse.adit.ui.scene.SceneBuilder;
import net.bioclipse.adit.ui.scene.Style;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.ViewPart;

/** Everything about the first selected row. Choosing a check makes the atoms that it names stand out in all pictures. */
public final class DetailView extends ViewPart implements ResultsWatcher.Viewer {

    private static final int MOST_DRAWN = 500;
    private static final Color[] ON_LIGHT = {new Color(0xC6, 0x28, 0x28), new Color(0x2E, 0x7D, 0x32)};
    private static final Color[] ON_DARK = {new Color(0xF2, 0x8B, 0x82), new Color(0x81, 0xC9, 0x95)};

    private Label title;
    private Canvas drawing;
    private Image picture;
    private Tree tree;
    private Button more;
    private Button record;
    private ResultsWatcher watcher;
    private ResultsModel results;
    private int row = -1;
    private RowDetails details;
    private Color[] colours;
    private Job job;

    @Override
    public void createPartControl(Composite parent) {
        GridLayout layout = new GridLayout(2, false);
        layout.verticalSpacing = 2;
        parent.setLayout(layout);
        title = new Label(parent, SWT.NONE);
        title.setFont(JFaceResources.getBannerFont());
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        drawing = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.BORDER);
        GridData place = new GridData(SWT.LEFT, SWT.TOP, false, false);
        place.widthHint = 170;
        place.heightHint = 130;
        drawing.setLayoutData(place);
        drawing.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_WHITE));
        drawing.addListener(SWT.Paint, e -> {
            if (details != null && colours != colours()) {
                // The theme has changed since.
                drawing.getDisplay().asyncExec(this::fill);
            }
            if (picture != null) {
                Rectangle size = picture.getBounds();
                e.gc.drawImage(picture, Math.max(0, (drawing.getClientArea().width - size.width) / 2),
                        Math.max(0, (drawing.getClientArea().height - size.height) / 2));
            }
        });
        drawing.addListener(SWT.Dispose, e -> picture(Optional.empty()));
        Composite buttons = new Composite(parent, SWT.NONE);
        buttons.setLayout(new GridLayout());
        buttons.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        more = button(buttons, "Generate more with this seed…", "Opens the wizard with the settings of the run", this::more);
        record = button(buttons, "Open run record", "The file that says what was asked of which model", this::openRecord);
        tree = new Tree(parent, SWT.FULL_SELECTION | SWT.BORDER);
        tree.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        TreeColumn what = new TreeColumn(tree, SWT.NONE);
        what.setWidth(210);
        TreeColumn value = new TreeColumn(tree, SWT.NONE);
        value.setWidth(420);
        tree.addListener(SWT.Selection, this::chosen);
        show("Select a row of a results table.");
        watcher = new ResultsWatcher(getSite().getPage(), parent.getDisplay(), this);
    }

    private static Button button(Composite parent, String text, String help, Runnable what) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(help);
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, false, false));
        button.setEnabled(false);
        button.addListener(SWT.Selection, e -> what.run());
        return button;
    }

    private void show(String message) {
        row = -1;
        details = null;
        title.setText(message);
        tree.removeAll();
        picture(Optional.empty());
        more.setEnabled(false);
        record.setEnabled(false);
    }

    @Override
    public void show(ResultsModel now) {
        results = now;
        changed(EnumSet.of(Change.SELECTION));
    }

    @Override
    public void changed(Set<Change> changes) {
        if (tree == null || tree.isDisposed()) {
            return;
        }
        if (results == null || results.selected().length == 0) {
            show("Select a row of a results table.");
        } else if (changes.contains(Change.SELECTION)) {
            load(results.selected()[0], true);
        } else if (changes.contains(Change.HIGHLIGHT) && row >= 0) {
            load(row, false);
        }
    }

    /** Reads and checks the row and draws it in the background. */
    private void load(int which, boolean textToo) {
        ResultsModel of = results;
        if (job != null) {
            job.cancel();
        }
        job = new Job("Details") {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                Row content = of.table().source().row(which);
                Optional<Assessment> assessment = of.assessment(which, content);
                RowDetails found = RowDetails.of(which, content, assessment);
                Optional<ImageData> drawn = drawn(content, assessment, of.highlight().in(which));
                if (!monitor.isCanceled() && !tree.isDisposed()) {
                    tree.getDisplay().asyncExec(() -> arrived(this, which, found, drawn, textToo));
                }
                return Status.OK_STATUS;
            }
        };
        job.setSystem(true);
        job.schedule();
    }

    private static Optional<ImageData> drawn(Row content, Optional<Assessment> assessment, Set<Integer> highlighted) {
        if (assessment.isEmpty() || content.entry().orElseThrow().structure().atomCount() > MOST_DRAWN) {
            return Optional.empty();
        }
        AtomicStructure structure = content.entry().get().structure();
        if (!(structure instanceof Molecule molecule)) {
            return Optional.of(Images.data(Painter.paint(SceneBuilder.scene(structure, List.of(), Cells.ONE), Camera.USUAL,
                    Style.USUAL, highlighted, 164, 124)));
        }
        return Workshop.depictor().png(molecule, assessment.get(), highlighted, 164, 124)
                .map(png -> new ImageData(new ByteArrayInputStream(png)));
    }

    private void arrived(Job from, int which, RowDetails found, Optional<ImageData> drawn, boolean textToo) {
        if (from != job || tree.isDisposed()) {
            return;
        }
        row = which;
        picture(drawn);
        if (textToo) {
            details = found;
            fill();
        }
    }

    private void picture(Optional<ImageData> data) {
        if (picture != null) {
            picture.dispose();
        }
        picture = data.map(points -> new Image(drawing.getDisplay(), points)).orElse(null);
        if (!drawing.isDisposed()) {
            drawing.redraw();
        }
    }

    private Color[] colours() {
        return Painter.bright(Images.rgb(tree.getBackground())) ? ON_LIGHT : ON_DARK;
    }

    private void fill() {
        if (details == null || tree.isDisposed()) {
            return;
        }
        title.setText(details.title());
        colours = colours();
        tree.setRedraw(false);
        tree.removeAll();
        for (RowDetails.Section section : details.sections()) {
            TreeItem heading = new TreeItem(tree, SWT.NONE);
            heading.setText(section.heading());
            heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
            for (RowDetails.Line line : section.lines()) {
                TreeItem item = new TreeItem(heading, SWT.NONE);
                String mark = line.passed().map(passed -> passed ? "✓ " : "✗ ").orElse("");
                item.setText(new String[] {mark + line.what(), line.text()});
                line.passed().ifPresent(passed -> item.setForeground(0, colours[passed ? 1 : 0]));
                item.setData(line);
            }
            heading.setExpanded(true);
        }
        tree.setRedraw(true);
        more.setEnabled(details.origin().isPresent());
        record.setEnabled(recordFile().isPresent());
    }

    private void chosen(Event e) {
        Set<Integer> atoms = e.item != null && e.item.getData() instanceof RowDetails.Line line ? line.atoms() : Set.of();
        if (results != null && row >= 0) {
            results.highlight(new Highlight(row, atoms));
        }
    }

    private Optional<Path> recordFile() {
        return Optional.ofNullable(results).flatMap(of -> RunRecords.beside(of.table().source().place()));
    }

    private void more() {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            if (recordFile().isPresent()) {
                texts.putAll(RunRecordFile.read(recordFile().get()).parameters());
                texts.remove(GenerationParameters.OUTPUT.name());
            }
        } catch (IOException | RuntimeException e) {
            MessageDialog.openWarning(getSite().getShell(), "Run record", e.getMessage());
        }
        texts.put(GenerationParameters.SEED.name(), Long.toString(details.origin().orElseThrow().seed()));
        GenerateWizard.open(getSite().getWorkbenchWindow(), texts);
    }

    private void openRecord() {
        try {
            IDE.openEditorOnFileStore(getSite().getPage(),
                    EFS.getLocalFileSystem().getStore(recordFile().orElseThrow().toUri()));
        } catch (PartInitException e) {
            MessageDialog.openError(getSite().getShell(), "Run record", e.getMessage());
        }
    }

    @Override
    public void setFocus() {
        tree.setFocus();
    }

    @Override
    public void dispose() {
        watcher.close();
        super.dispose();
    }
}
