package net.bioclipse.adit.ui.results;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.AtomicFile;
import net.bioclipse.adit.ui.rows.RecordFile;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.ResultsModel.Change;
import net.bioclipse.adit.ui.rows.RowMarks;
import net.bioclipse.adit.ui.rows.RowQuery;
import net.bioclipse.adit.ui.rows.RowSource;
import net.bioclipse.adit.ui.rows.RunRows;
import net.bioclipse.adit.ui.run.RunModel;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;

/**
 * A table of structures: any file that can be read, or a run that goes on. The file is opened, read and checked in the
 * background; what is read shows at once. Deleting rows changes the file when the editor is saved; marks and notes are kept
 * beside it by themselves.
 */
public final class ResultsEditor extends EditorPart {

    /** Property that changes when {@link #results()} does. */
    public static final int PROP_MODEL = 0x1001;

    private static final Set<Aspect> ASPECTS = Set.of(Aspect.PLAUSIBILITY, Aspect.PROPERTIES, Aspect.SYMMETRY);

    private Composite parent;
    private Display display;
    private ResultsModel model;
    private ResultsJobs jobs;
    private ResultsPanel panel;
    private ResultsActions actions;
    private final RunModel.Listener runListener = run -> runChanged();

    /** What judges rows wherever they are shown. */
    public static StructureAssessor assessor() {
        return Workshop.assessor(ASPECTS);
    }

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
        display = parent.getDisplay();
        ViewBar.stack(parent);
        RunModel run = getEditorInput().getAdapter(RunModel.class);
        if (run != null) {
            run.addListener(runListener);
        }
        open();
    }

    private RowSource source(IProgressMonitor monitor) throws IOException {
        IEditorInput input = getEditorInput();
        RunModel run = input.getAdapter(RunModel.class);
        return run != null ? new RunRows(run) : RecordFile.open(file(input), Workshop.formats(), monitor::isCanceled);
    }

    private static Path file(IEditorInput input) {
        if (input instanceof IFileEditorInput file && file.getFile().getLocation() != null) {
            return file.getFile().getLocation().toFile().toPath();
        }
        return input instanceof IURIEditorInput place ? Path.of(place.getURI()) : Path.of(input.getName());
    }

    private void open() {
        Label wait = new Label(parent, SWT.WRAP);
        wait.setText("Opening " + getEditorInput().getName() + " …");
        wait.setLayoutData(ViewBar.rest());
        parent.layout();
        new Job("Opening " + getEditorInput().getName()) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    ResultsModel opened = new ResultsModel(source(monitor), assessor());
                    RowMarks marks = RowMarks.open(opened);
                    display.asyncExec(() -> show(opened, marks, wait));
                } catch (IOException | IllegalArgumentException e) {
                    display.asyncExec(() -> {
                        if (!wait.isDisposed()) {
                            wait.setText(e.getMessage());
                        }
                    });
                }
                return Status.OK_STATUS;
            }
        }.schedule();
    }

    private void show(ResultsModel opened, RowMarks marks, Label wait) {
        if (wait.isDisposed()) {
            close(opened);
            return;
        }
        wait.dispose();
        model = opened;
        jobs = new ResultsJobs(model, marks, getEditorInput().getName(), this::mistake);
        panel = new ResultsPanel(parent, model, jobs);
        panel.setLayoutData(ViewBar.rest());
        panel.addListener(SWT.Dispose, e -> closeModel());
        marks.problem().ifPresent(this::mistake);
        actions = new ResultsActions(this, panel, jobs);
        panel.grid().onOpen(place -> actions.showDetails());
        parent.layout();
        firePropertyChange(PROP_MODEL);
        jobs.refresh();
        jobs.load();
    }

    /** What is shown; null while the file is being opened, and when it cannot be. */
    public ResultsModel results() {
        return model;
    }

    /** Sorts the rows; no key gives the order of the file. */
    public void sort(List<RowQuery.Key> keys) {
        panel.sort(keys);
    }

    private void mistake(String text) {
        panel.inWindow(() -> panel.mistake(text));
    }

    private void runChanged() {
        display.asyncExec(() -> {
            if (model != null) {
                jobs.load();
                jobs.refreshSometime();
                // At the end there is a record of the run beside its file.
                model.changed(Change.VALUES);
            }
        });
    }

    /** A mark, a note or a deletion was made or taken back. */
    void edited() {
        firePropertyChange(PROP_DIRTY);
        model.changed(Change.VALUES);
        jobs.refresh();
        jobs.keepMarks();
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
        try {
            getSite().getWorkbenchWindow().run(true, false, progress -> write(source));
        } catch (InvocationTargetException e) {
            MessageDialog.openError(getSite().getShell(), "Save", e.getCause().getMessage());
            monitor.setCanceled(true);
            if (!source.closed()) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Rows are numbered by the file, which is another one now.
        panel.dispose();
        firePropertyChange(PROP_DIRTY);
        open();
    }

    private void write(RecordFile source) throws InvocationTargetException {
        IntPredicate kept = row -> !model.edits().deleted(row);
        try (AtomicFile target = AtomicFile.create(source.place())) {
            source.copyTo(target.stream(), kept);
            // Some systems replace no file that is open.
            source.close();
            target.commit();
            jobs.close(kept);
        } catch (IOException e) {
            throw new InvocationTargetException(e);
        }
    }

    private void closeModel() {
        jobs.close(row -> true);
        close(model);
        model = null;
        if (!parent.isDisposed()) {
            firePropertyChange(PROP_MODEL);
        }
    }

    private void close(ResultsModel closed) {
        try {
            closed.table().source().close();
        } catch (IOException e) {
            Platform.getLog(ResultsEditor.class).warn("Closing " + getTitle(), e);
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
        Control target = panel != null && !panel.isDisposed() ? panel.grid() : parent;
        target.setFocus();
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return model != null && type.isInstance(model) ? type.cast(model) : super.getAdapter(type);
    }
}
