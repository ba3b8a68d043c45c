package net.bioclipse.adit.ui.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.rows.Column;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.RowExport;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;

/** What can be done with the selected rows: by menu, by the usual keys, by dragging them out. */
final class ResultsActions {

    private static final String DETAIL_VIEW = AditUi.ID + ".detail";
    /** More text than this is not for a clipboard. */
    private static final int MOST_COPIED = 100_000;

    private final ResultsEditor editor;
    private final RowGrid grid;

    ResultsActions(ResultsEditor editor, RowGrid grid) {
        this.editor = editor;
        this.grid = grid;
        global(ActionFactory.COPY, "Copy", this::copy, this::some);
        global(ActionFactory.DELETE, "Delete", this::delete, this::some);
        global(ActionFactory.SELECT_ALL, "Select All", grid::selectAll, () -> true);
        global(ActionFactory.UNDO, "Undo", this::undo, () -> true);
        global(ActionFactory.REDO, "Redo", this::redo, () -> true);
        editor.getEditorSite().getActionBars().updateActionBars();
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        grid.setMenu(menu.createContextMenu(grid));
        dragOut();
    }

    private ResultsModel model() {
        return editor.results();
    }

    private boolean some() {
        return model() != null && model().selected().length > 0;
    }

    private void global(ActionFactory factory, String text, Runnable what, BooleanSupplier possible) {
        IActionBars bars = editor.getEditorSite().getActionBars();
        bars.setGlobalActionHandler(factory.getId(), action(text, what, () -> true, possible));
    }

    private static Action action(String text, Runnable what, BooleanSupplier enabled, BooleanSupplier possible) {
        Action action = new Action(text) {
            @Override
            public void run() {
                if (possible.getAsBoolean()) {
                    what.run();
                }
            }
        };
        action.setEnabled(enabled.getAsBoolean());
        return action;
    }

    private void fill(IMenuManager menu) {
        menu.add(action("&Copy\tCtrl+C", this::copy, this::some, this::some));
        menu.add(action("&Export…", this::export, this::some, this::some));
        menu.add(new Separator());
        menu.add(action("&Mark", () -> mark(true), this::some, this::some));
        menu.add(action("&Unmark", () -> mark(false), this::some, this::some));
        menu.add(action("&Note…", this::note, this::some, this::some));
        menu.add(action("&Delete\tDel", this::delete, this::some, this::some));
        model().edits().undoLabel().ifPresent(label -> menu.add(action("Und&o " + label + "\tCtrl+Z", this::undo, () -> true, () -> true)));
        model().edits().redoLabel().ifPresent(label -> menu.add(action("&Redo " + label, this::redo, () -> true, () -> true)));
        menu.add(new Separator());
        menu.add(columns());
        menu.add(heights());
        menu.add(new Separator());
        boolean paused = model().loader().paused();
        menu.add(action(paused ? "Check the &remaining rows" : "&Pause checking", () -> {
            model().loader().pause(!paused);
            editor.jobs().load();
        }, () -> !model().loader().progress().done(), () -> true));
    }

    private MenuManager columns() {
        MenuManager menu = new MenuManager("Co&lumns");
        TableLayout layout = editor.tableLayout();
        for (Column column : layout.all(model().table())) {
            Action action = new Action(column.title(), org.eclipse.jface.action.IAction.AS_CHECK_BOX) {
                @Override
                public void run() {
                    layout.hide(column, !layout.hidden(column));
                    editor.layoutColumns();
                }
            };
            action.setChecked(!layout.hidden(column));
            menu.add(action);
        }
        return menu;
    }

    private MenuManager heights() {
        MenuManager menu = new MenuManager("Row &height");
        int[] heights = {26, 78, 120, 180};
        String[] names = {"Text", "Small pictures", "Middle pictures", "Large pictures"};
        for (int i = 0; i < heights.length; i++) {
            int height = heights[i];
            menu.add(action(names[i], () -> {
                editor.tableLayout().rowHeight(height);
                editor.layoutColumns();
            }, () -> true, () -> true));
        }
        return menu;
    }

    /** Selected rows in the order shown. */
    private int[] selectedInOrder() {
        return IntStream.of(model().shown()).filter(model()::selected).toArray();
    }

    private void copy() {
        int[] rows = selectedInOrder();
        if (rows.length > MOST_COPIED) {
            MessageDialog.openInformation(editor.getSite().getShell(), "Copy", rows.length + " rows are too many for the"
                    + " clipboard, which takes " + MOST_COPIED + " at most; export them to a file.");
            return;
        }
        Clipboard clipboard = new Clipboard(grid.getDisplay());
        clipboard.setContents(new Object[] {text(rows)}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private String text(int[] rows) {
        List<Column> columns = editor.tableLayout().shown(model().table()).stream()
                .filter(column -> !column.equals(RowCells.PICTURE)).toList();
        return RowExport.asText(model().table(), rows, columns);
    }

    private void dragOut() {
        DragSource source = new DragSource(grid, DND.DROP_COPY);
        source.setTransfer(TextTransfer.getInstance());
        source.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent e) {
                e.doit = some() && grid.rowAt(e.y) >= 0 && model().selected().length <= MOST_COPIED;
            }

            @Override
            public void dragSetData(DragSourceEvent e) {
                e.data = text(selectedInOrder());
            }
        });
    }

    private void delete() {
        model().edits().delete(model().selected());
        model().select(new int[0]);
        editor.edited();
    }

    private void mark(boolean mark) {
        model().edits().mark(model().selected(), mark);
        editor.edited();
    }

    private void note() {
        String now = model().table().text(Column.NOTE, model().selected()[0]);
        InputDialog dialog = new InputDialog(editor.getSite().getShell(), "Note",
                "Your words about the selected rows; they are exported with them.", now, null);
        if (dialog.open() == Window.OK) {
            model().edits().note(model().selected(), dialog.getValue().strip());
            if (editor.tableLayout().hidden(Column.NOTE)) {
                editor.tableLayout().hide(Column.NOTE, false);
                editor.layoutColumns();
            }
            editor.edited();
        }
    }

    private void undo() {
        model().edits().undo();
        editor.edited();
    }

    private void redo() {
        model().edits().redo();
        editor.edited();
    }

    /** Asks for a file and writes the selected rows, or all that are shown when none is selected, in the background. */
    void export() {
        FileDialog dialog = new FileDialog(editor.getSite().getShell(), SWT.SAVE);
        dialog.setText("Export");
        dialog.setOverwrite(true);
        List<String> suffixes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (StructureFormat format : Workshop.formats().formats()) {
            if (format.writer().isPresent()) {
                suffixes.add("*" + format.suffixes().get(0));
                names.add(format.name() + " (*" + format.suffixes().get(0) + ")");
            }
        }
        dialog.setFilterExtensions(suffixes.toArray(String[]::new));
        dialog.setFilterNames(names.toArray(String[]::new));
        String chosen = dialog.open();
        if (chosen != null) {
            boolean suffixed = Path.of(chosen).getFileName().toString().contains(".");
            String suffix = suffixes.get(Math.max(0, dialog.getFilterIndex())).substring(1);
            exportTo(Path.of(suffixed ? chosen : chosen + suffix));
        }
    }

    private void exportTo(Path target) {
        ResultsModel model = model();
        int[] rows = some() ? selectedInOrder() : model.shown();
        Job job = new Job("Exporting " + rows.length + " rows to " + target.getFileName()) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                monitor.beginTask(getName(), rows.length);
                try {
                    new RowExport(model, Workshop.formats()).write(rows, target, n -> monitor.worked(1),
                            monitor::isCanceled);
                    return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
                } catch (IOException | IllegalArgumentException e) {
                    return Status.error(e.getMessage());
                }
            }
        };
        job.setUser(true);
        job.schedule();
    }

    void showDetails() {
        try {
            editor.getSite().getPage().showView(DETAIL_VIEW);
        } catch (PartInitException e) {
            Platform.getLog(ResultsActions.class).warn("The details cannot be shown", e);
        }
    }
}
