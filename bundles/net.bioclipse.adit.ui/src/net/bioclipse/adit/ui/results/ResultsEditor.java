package net.bioclipse.adit.ui.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.io.AtomicFile;
import net.bioclipse.adit.ui.rows.Column;
import net.bioclipse.adit.ui.rows.RecordFile;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.ResultsModel.Change;
import net.bioclipse.adit.ui.rows.RowLoader;
import net.bioclipse.adit.ui.rows.RowQuery;
import net.bioclipse.adit.ui.rows.RowSource;
import net.bioclipse.adit.ui.rows.RunRows;
import net.bioclipse.adit.ui.run.RunModel;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;

/**
 * A table of structures: any file that can be read, or a run that goes on. The file is opened, read and checked in the
 * background; what is read shows at once. Deleting rows changes the file when the editor is saved.
 */
public final class ResultsEditor extends EditorPart {

    /** Property that changes when {@link #results()} does. */
    public static final int PROP_MODEL = 0x1001;

    private static final int TICK = 250;
    private static final Set<Aspect> ASPECTS = Set.of(Aspect.PLAUSIBILITY, Aspect.PROPERTIES);

    private Composite parent;
    private Composite body;
    private ResultsModel model;
    private ResultsJobs jobs;
    private Thumbnails thumbnails;
    private RowCells cells;
    private RowGrid grid;
    private FilterBar filters;
    private Label status;
    private ResultsActions actions;
    private final TableLayout layout = new TableLayout();
    private List<RowQuery.Key> order = List.of();
    private String mistake = "";
    private boolean stale;
    private final Runnable tick = this::tick;
    private final ResultsModel.Listener modelListener = this::changed;
    private final RunModel.Listener runListener = run -> inTable(this::runChanged);

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        setTitleToolTip(input.getToolTipText());
    }

    @Override
    public void createPartControl(Composite container) {
        parent = container;
        GridLayout fill = new GridLayout();
        fill.marginWidth = 0;
        fill.marginHeight = 0;
        parent.setLayout(fill);
        RunModel run = getEditorInput().getAdapter(RunModel.class);
        if (run != null) {
            run.addListener(runListener);
            show(new RunRows(run));
        } else {
            open();
        }
    }

    private Path file() {
        IEditorInput input = getEditorInput();
        if (input instanceof IFileEditorInput file && file.getFile().getLocation() != null) {
            return file.getFile().getLocation().toFile().toPath();
        }
        return input instanceof IURIEditorInput place ? Path.of(place.getURI()) : Path.of(input.getName());
    }

    private void open() {
        Label wait = new Label(parent, SWT.WRAP);
        wait.setText("Opening " + getEditorInput().getName() + " …");
        wait.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Path file = file();
        new Job("Opening " + getEditorInput().getName()) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    RecordFile records = RecordFile.open(file, Workshop.formats(), monitor::isCanceled);
                    inWindow(() -> {
                        wait.dispose();
                        show(records);
                    });
                } catch (IOException | IllegalArgumentException e) {
                    inWindow(() -> wait.setText(e.getMessage()));
                }
                return Status.OK_STATUS;
            }
        }.schedule();
    }

    /** Runs in the window's thread unless the editor is closed by then. */
    private void inWindow(Runnable what) {
        if (!parent.isDisposed()) {
            parent.getDisplay().asyncExec(() -> {
                if (!parent.isDisposed()) {
                    what.run();
                }
            });
        }
    }

    /** The same while there is a table; what arrives later for one that was closed is dropped. */
    private void inTable(Runnable what) {
        inWindow(() -> {
            if (model != null && !grid.isDisposed()) {
                what.run();
            }
        });
    }

    private void show(RowSource source) {
        model = new ResultsModel(source, Workshop.assessor(ASPECTS));
        jobs = new ResultsJobs(model, getEditorInput().getName());
        thumbnails = new Thumbnails(model, Workshop.depictor(), () -> inTable(() -> grid.redraw()));
        body = new Composite(parent, SWT.NONE);
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout rows = new GridLayout();
        rows.marginWidth = 0;
        rows.marginHeight = 0;
        rows.verticalSpacing = 0;
        body.setLayout(rows);
        filters = new FilterBar(body, model, this::query, this::mistake);
        filters.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        cells = new RowCells(parent.getDisplay(), model, thumbnails);
        grid = new RowGrid(body, cells);
        grid.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        grid.onSelect(places -> model.select(rows(places)));
        grid.onHead(this::sortBy);
        grid.onScroll(this::wantVisible);
        grid.onOpen(place -> actions.showDetails());
        status = new Label(body, SWT.NONE);
        status.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        actions = new ResultsActions(this, grid);
        layoutColumns();
        model.addListener(modelListener);
        body.addListener(SWT.Dispose, e -> closeModel());
        parent.layout();
        firePropertyChange(PROP_MODEL);
        jobs.refresh();
        jobs.load();
        parent.getDisplay().timerExec(TICK, tick);
    }

    /** What is shown; null while the file is being opened, and when it cannot be. */
    public ResultsModel results() {
        return model;
    }

    ResultsJobs jobs() {
        return jobs;
    }

    TableLayout tableLayout() {
        return layout;
    }

    private int[] rows(int[] places) {
        int[] shown = model.shown();
        return java.util.Arrays.stream(places).filter(place -> place < shown.length).map(place -> shown[place]).toArray();
    }

    /** Shows the chosen columns with the chosen row height. */
    void layoutColumns() {
        List<Column> columns = layout.shown(model.table());
        cells.columns(columns);
        cells.forgetImages();
        List<RowGrid.Head> heads = new ArrayList<>();
        for (Column column : columns) {
            heads.add(layout.head(column));
        }
        grid.heads(heads);
        grid.rowHeight(layout.rowHeight());
        thumbnails.size(layout.rowHeight() * 4 / 3, layout.rowHeight() - 3);
        showOrder();
    }

    private void sortBy(int place) {
        Column column = layout.shown(model.table()).get(place);
        if (column.equals(RowCells.PICTURE)) {
            return;
        }
        boolean again = !order.isEmpty() && order.get(0).column().equals(column);
        sort(again && !order.get(0).ascending() ? List.of() : List.of(new RowQuery.Key(column, !again)));
    }

    /** Sorts the rows; no key gives the order of the file. */
    public void sort(List<RowQuery.Key> keys) {
        order = List.copyOf(keys);
        showOrder();
        query();
    }

    private void showOrder() {
        grid.sorted(order.isEmpty() ? -1 : layout.shown(model.table()).indexOf(order.get(0).column()),
                !order.isEmpty() && order.get(0).ascending());
    }

    private void query() {
        model.query(new RowQuery(filters.conditions(), order));
        jobs.refresh();
    }

    private void mistake(String text) {
        mistake = text;
        showStatus();
    }

    private void wantVisible() {
        if (jobs == null || cells == null || status == null) {
            return;
        }
        Point seen = grid.visible();
        int[] shown = model.shown();
        Set<Integer> rows = new LinkedHashSet<>();
        for (int place = seen.x; place <= seen.y && place < shown.length; place++) {
            if (model.table().text(Column.VERDICT, shown[place]).isEmpty()) {
                rows.add(shown[place]);
            }
        }
        if (!rows.isEmpty()) {
            model.loader().want(rows.stream().mapToInt(Integer::intValue).toArray());
            jobs.load();
        }
    }

    private void changed(Change change) {
        switch (change) {
            case VALUES -> stale = true;
            case SHOWN -> inTable(this::shownChanged);
            case SELECTION -> inTable(this::selectionChanged);
            case HIGHLIGHT -> stale = true;
        }
    }

    private void shownChanged() {
        grid.rowsChanged();
        selectionChanged();
        wantVisible();
    }

    private void selectionChanged() {
        int[] shown = model.shown();
        BitSet places = new BitSet(shown.length);
        for (int place = 0; place < shown.length && model.selected().length > 0; place++) {
            if (model.selected(shown[place])) {
                places.set(place);
            }
        }
        grid.select(places);
        showStatus();
    }

    /** Values arrive by the thousand; the window follows a few times a second. */
    private void tick() {
        if (parent.isDisposed() || body == null || body.isDisposed()) {
            return;
        }
        if (stale) {
            stale = false;
            if (layout.grown(model.table())) {
                layoutColumns();
            }
            grid.redraw();
            if (model.shown().length < model.table().size() || !model.query().equals(RowQuery.ALL)) {
                jobs.refreshSometime();
            }
            showStatus();
        }
        parent.getDisplay().timerExec(TICK, tick);
    }

    private void runChanged() {
        jobs.load();
        jobs.refreshSometime();
    }

    private void showStatus() {
        if (status == null || status.isDisposed()) {
            return;
        }
        if (!mistake.isEmpty()) {
            status.setText("  " + mistake);
            return;
        }
        RowLoader.Progress progress = model.loader().progress();
        StringBuilder text = new StringBuilder(String.format("  %,d of %,d shown, %,d selected", model.shown().length,
                progress.size() - model.edits().deletions(), model.selected().length));
        if (progress.read() < progress.size()) {
            text.append(String.format("   ·   %,d read", progress.read()));
        } else if (!progress.done()) {
            text.append(String.format("   ·   %,d of %,d checked%s", progress.assessed(), progress.size(),
                    model.loader().paused() ? " (paused)" : ""));
        }
        status.setText(text.toString());
    }

    /** A mark, a note or a deletion was made or taken back. */
    void edited() {
        firePropertyChange(PROP_DIRTY);
        model.changed(Change.VALUES);
        jobs.refresh();
    }

    @Override
    public boolean isDirty() {
        return model != null && model.table().source() instanceof RecordFile && model.edits().deletions() > 0;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return model != null;
    }

    @Override
    public void doSaveAs() {
        actions.export();
    }

    /** Writes the file without the deleted rows; all others stay byte by byte as they are. */
    @Override
    public void doSave(IProgressMonitor monitor) {
        RecordFile source = (RecordFile) model.table().source();
        jobs.close();
        try {
            getSite().getWorkbenchWindow().run(true, false, progress -> {
                try (AtomicFile target = AtomicFile.create(source.file())) {
                    source.copyTo(target.stream(), row -> !model.edits().deleted(row));
                    // Some systems replace no file that is open.
                    source.close();
                    target.commit();
                } catch (IOException e) {
                    throw new java.lang.reflect.InvocationTargetException(e);
                }
            });
        } catch (java.lang.reflect.InvocationTargetException e) {
            MessageDialog.openError(getSite().getShell(), "Save", e.getCause().getMessage());
            monitor.setCanceled(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Rows are numbered by the file, which is another one now.
        body.dispose();
        firePropertyChange(PROP_DIRTY);
        open();
    }

    private void closeModel() {
        jobs.close();
        thumbnails.close();
        cells.forgetImages();
        model.removeListener(modelListener);
        try {
            model.table().source().close();
        } catch (IOException e) {
            org.eclipse.core.runtime.Platform.getLog(ResultsEditor.class).warn("Closing " + getTitle(), e);
        }
        model = null;
        if (!parent.isDisposed()) {
            firePropertyChange(PROP_MODEL);
        }
    }

    @Override
    public void dispose() {
        RunModel run = getEditorInput().getAdapter(RunModel.class);
        if (run != null) {
            run.removeListener(runListener);
        }
        super.dispose();
    }

    @Override
    public void setFocus() {
        Control target = grid != null && !grid.isDisposed() ? grid : parent;
        target.setFocus();
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return model != null && type.isInstance(model) ? type.cast(model) : super.getAdapter(type);
    }
}
