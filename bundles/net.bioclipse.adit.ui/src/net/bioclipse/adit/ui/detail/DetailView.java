package net.bioclipse.adit.ui.detail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.runs.RunRecordFile;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.ui.generate.GenerateWizard;
import net.bioclipse.adit.ui.results.ResultsWatcher;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.ResultsModel.Change;
import net.bioclipse.adit.ui.rows.ResultsModel.Highlight;
import net.bioclipse.adit.ui.rows.Row;
import net.bioclipse.adit.ui.rows.RunRecords;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.ViewPart;

/** Everything about one row. Choosing a check makes the atoms that it names stand out in all pictures. */
public final class DetailView extends ViewPart implements ResultsWatcher.Viewer {

    private static final String EMPTY = "What was checked of a structure, and what is known of it, will be said here.";

    private Label empty;
    private Composite page;
    private Label title;
    private RowPicture picture;
    private DetailTree tree;
    private Button more;
    private Button record;
    private ResultsWatcher watcher;
    private ResultsModel results;
    private int row = -1;
    private RowDetails details;
    private Job job;

    @Override
    public void createPartControl(Composite parent) {
        GridLayout around = new GridLayout();
        around.marginWidth = 0;
        around.marginHeight = 0;
        parent.setLayout(around);
        empty = new Label(parent, SWT.WRAP);
        empty.setText(EMPTY);
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
        place.horizontalIndent = 12;
        place.verticalIndent = 10;
        place.widthHint = 160;
        empty.setLayoutData(place);
        page = new Composite(parent, SWT.NONE);
        page.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout layout = new GridLayout(2, false);
        layout.verticalSpacing = 2;
        page.setLayout(layout);
        title = new Label(page, SWT.NONE);
        title.setFont(JFaceResources.getBannerFont());
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        picture = new RowPicture(page);
        picture.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        Composite buttons = new Composite(page, SWT.NONE);
        buttons.setLayout(new GridLayout());
        buttons.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        more = button(buttons, "Generate more with this seed…", "Opens the wizard with the settings of the run", this::more);
        record = button(buttons, "Open run record", "The file that says what was asked of which model", this::openRecord);
        tree = new DetailTree(page, this::chosen);
        tree.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        nothing();
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

    private void nothing() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        row = -1;
        details = null;
        tree.show(null);
        picture.show(Optional.empty());
        shown(false);
    }

    private void shown(boolean something) {
        page.setVisible(something);
        ((GridData) page.getLayoutData()).exclude = !something;
        empty.setVisible(!something);
        ((GridData) empty.getLayoutData()).exclude = something;
        page.getParent().layout();
    }

    @Override
    public void show(ResultsModel now) {
        results = now;
        row = -1;
        changed(EnumSet.of(Change.SELECTION));
    }

    @Override
    public void changed(Set<Change> changes) {
        if (page == null || page.isDisposed()) {
            return;
        }
        record.setEnabled(recordFile().isPresent());
        int[] wanted = results == null ? new int[0] : results.lookedAt();
        if (wanted.length == 0) {
            nothing();
        } else if (changes.contains(Change.SELECTION) || wanted[0] != row) {
            load(wanted[0], true);
        } else if (changes.contains(Change.HIGHLIGHT)) {
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
                Optional<ImageData> drawn = RowPicture.draw(content, assessment, of.highlight().in(which));
                if (!monitor.isCanceled() && !page.isDisposed()) {
                    page.getDisplay().asyncExec(() -> arrived(this, which, found, drawn, textToo));
                }
                return Status.OK_STATUS;
            }
        };
        job.setSystem(true);
        job.schedule();
    }

    private void arrived(Job from, int which, RowDetails found, Optional<ImageData> drawn, boolean textToo) {
        if (from != job || page.isDisposed()) {
            return;
        }
        picture.show(drawn);
        if (textToo || row != which) {
            row = which;
            details = found;
            title.setText(details.title());
            tree.show(details);
            more.setEnabled(details.origin().isPresent());
            shown(true);
        }
    }

    private void chosen(Set<Integer> atoms) {
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
