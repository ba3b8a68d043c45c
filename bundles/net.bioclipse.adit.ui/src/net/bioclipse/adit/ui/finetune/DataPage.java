package net.bioclipse.adit.ui.finetune;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bioclipse.adit.finetuning.FineTuningParameters;
import net.bioclipse.adit.finetuning.FineTuningRequest;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.parameters.ParameterPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ResourceTransfer;

/** First page: the structures to learn, with what is accepted of them and what not and why. */
final class DataPage extends ParameterPage<TuningDraft> {

    private static final Map<String, String> KINDS = Map.of("both", "molecules and crystals", "molecule", "molecules only",
            "crystal", "crystals only");
    private static final int FINE = 1000;

    private Table paths;
    private Button remove;
    private Label accepted;
    private Label refused;
    private ProgressBar bar;
    private Button stop;
    private RefusalTable refusals;
    private DataPreview preview;
    private DataPreview.State state = DataPreview.State.NOTHING;
    private Object question;

    DataPage(TuningDraft draft, Runnable edited) {
        super("data", draft, edited);
        setTitle("Fine-tune a model");
        setDescription("Structures of the kind that the new model shall draw; some hundred of a family are enough.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).spacing(8, 6).applyTo(page);
        paths(page);
        Composite row = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(row);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(row);
        choice(row, "Learn &from:", FineTuningParameters.KIND, KINDS);
        GridDataFactory.swtDefaults().indent(12, 0).applyTo(flag(row, "&Invalid structures, too",
                FineTuningParameters.ACCEPT_INVALID));
        preview(page);
        setControl(page);
        preview = new DataPreview(page.getDisplay(), this::arrived);
        page.addListener(SWT.Dispose, event -> preview.stop());
        show();
    }

    private void paths(Composite page) {
        Label label = new Label(page, SWT.NONE);
        label.setText("Files and folders (SDF, XYZ, CIF); drag them in or add them:");
        GridDataFactory.fillDefaults().span(2, 1).applyTo(label);
        paths = bound(new Table(page, SWT.BORDER | SWT.MULTI | SWT.FULL_SELECTION), FineTuningParameters.DATA);
        GridDataFactory.fillDefaults().grab(true, false).hint(480, 84).applyTo(paths);
        AditUi.name(paths, "Files and folders of structures");
        paths.addListener(SWT.Selection, event -> remove.setEnabled(paths.getSelectionCount() > 0));
        paths.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL) {
                remove();
            }
        });
        DropTarget target = new DropTarget(paths, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance(), ResourceTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {

            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                add(Dropped.paths(event.data));
            }
        });
        Composite buttons = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(buttons);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
        push(buttons, "Add f&iles…", "Files of structures", this::addFiles);
        push(buttons, "Add f&older…", "A folder, with all folders in it", this::addFolder);
        remove = push(buttons, "&Remove", "Takes the chosen ones off this list", this::remove);
        remove.setEnabled(false);
    }

    private void preview(Composite page) {
        Group group = new Group(page, SWT.NONE);
        group.setText("Preview");
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(group);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(group);
        accepted = new Label(group, SWT.WRAP);
        accepted.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(accepted);
        bar = new ProgressBar(group, SWT.SMOOTH);
        bar.setMaximum(FINE);
        AditUi.name(bar, "How much of the data is read");
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).hint(120, SWT.DEFAULT).applyTo(bar);
        stop = push(group, "Stop readin&g", "Ends the preview; fine-tuning reads the data in any case", () -> {
            preview.stop();
            arrived(DataPreview.State.idle("Reading was stopped; the data are checked when fine-tuning begins."));
        });
        refused = new Label(group, SWT.NONE);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(refused);
        refusals = new RefusalTable(group);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).applyTo(refusals);
    }

    private void addFiles() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText("Structures to learn");
        dialog.setFilterExtensions("*.sdf;*.mol;*.xyz;*.extxyz;*.cif", "*");
        dialog.setFilterNames(new String[] {"Structures (SDF, XYZ, CIF)", "All files"});
        if (dialog.open() != null) {
            add(Stream.of(dialog.getFileNames()).map(name -> Path.of(dialog.getFilterPath(), name)).toList());
        }
    }

    private void addFolder() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setText("Structures to learn");
        String chosen = dialog.open();
        if (chosen != null) {
            add(List.of(Path.of(chosen)));
        }
    }

    private void add(List<Path> more) {
        List<Path> all = new ArrayList<>(draft().data());
        all.addAll(more);
        draft().setData(all);
        show();
        edited();
    }

    private void remove() {
        List<Path> left = new ArrayList<>(draft().data());
        int[] chosen = paths.getSelectionIndices();
        Arrays.sort(chosen);
        for (int i = chosen.length - 1; i >= 0; i--) {
            left.remove(chosen[i]);
        }
        draft().setData(left);
        show();
        edited();
    }

    private void show() {
        paths.removeAll();
        ISharedImages images = PlatformUI.getWorkbench().getSharedImages();
        for (Path path : draft().data()) {
            TableItem item = new TableItem(paths, SWT.NONE);
            item.setText(path.toString());
            item.setImage(images.getImage(Files.isDirectory(path) ? ISharedImages.IMG_OBJ_FOLDER
                    : ISharedImages.IMG_OBJ_FILE));
        }
        remove.setEnabled(false);
        arrived(state);
    }

    /** Reads anew when the answer could be another one than before. */
    void update() {
        if (preview == null || getControl().isDisposed()) {
            return;
        }
        try {
            draft().checkData();
            ModelPackage base = draft().base();
            FineTuningRequest request = draft().preview();
            Object now = List.of(request.data(), request.kind(), request.acceptInvalid(), base.id());
            if (!now.equals(question)) {
                question = now;
                preview.read(request, base);
            }
        } catch (IllegalRequestException e) {
            question = null;
            preview.stop();
            arrived(draft().data().isEmpty() ? DataPreview.State.NOTHING
                    : DataPreview.State.idle(e.getMessage()));
        }
    }

    private void arrived(DataPreview.State now) {
        if (accepted.isDisposed()) {
            return;
        }
        boolean settled = state.reading() != now.reading();
        state = now;
        accepted.setText(now.result().map(result -> String.join("\n", result.accepted())).orElse(now.says()));
        refused.setText(now.result().map(PreviewText::refused).orElse(""));
        for (Control whileReading : List.of(bar, stop)) {
            whileReading.setVisible(now.reading());
            ((GridData) whileReading.getLayoutData()).exclude = !now.reading();
        }
        ((GridData) accepted.getLayoutData()).horizontalSpan = now.reading() ? 1 : 3;
        bar.setSelection((int) (FINE * now.share()));
        refusals.show(now.result().map(PreviewText::refusals).orElse(List.of()));
        accepted.getParent().layout(true, true);
        if (settled) {
            edited();
        }
    }

    /** Why the data cannot be learned from, as far as it is known; else null. */
    String problem() {
        return !state.failed() ? null : state.result().isPresent()
                ? "None of these structures can be learned from; the table says why." : state.says();
    }
}
