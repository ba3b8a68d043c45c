package net.bioclipse.adit.ui.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.physics.Relaxation;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.rows.Column;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.RowExport;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;

/** What can be done with the selected rows: by menu, by the usual keys, by dragging them out. */
final class ResultsActions {

    private static final String DETAIL_VIEW = AditUi.ID + ".detail";

    private final ResultsEditor editor;
    private final ResultsPanel panel;
    private final ResultsJobs jobs;
    private final RowTransfer transfer;

    ResultsActions(ResultsEditor editor, ResultsPanel panel, ResultsJobs jobs) {
        this.editor = editor;
        this.panel = panel;
        this.jobs = jobs;
        transfer = new RowTransfer(editor.results(), panel);
        global(ActionFactory.COPY, "Copy", transfer::copy, this::some);
        global(ActionFactory.DELETE, "Delete", this::delete, this::some);
        global(ActionFactory.SELECT_ALL, "Select All", panel.grid()::selectAll, () -> true);
        global(ActionFactory.UNDO, "Undo", this::undo, () -> true);
        global(ActionFactory.REDO, "Redo", this::redo, () -> true);
        editor.getEditorSite().getActionBars().updateActionBars();
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        panel.grid().setMenu(menu.createContextMenu(panel.grid()));
    }

    private ResultsModel model() {
        return editor.results();
    }

    private boolean any() {
        return model() != null && model().shown().length > 0;
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
        menu.add(action("&Copy\tCtrl+C", transfer::copy, this::some, this::some));
        menu.add(action("&Export…", this::export, this::any, this::any));
        menu.add(action("Re&port", this::report, this::any, this::any));
        menu.add(relaxation());
        menu.add(new Separator());
        menu.add(action("&Mark", () -> mark(true), this::some, this::some));
        menu.add(action("&Unmark", () -> mark(false), this::some, this::some));
        menu.add(action("&Note…", this::note, this::some, this::some));
        menu.add(action("&Delete\tDel", this::delete, this::some, this::some));
        model().edits().undoLabel().ifPresent(label -> menu
                .add(action("Und&o " + label + "\tCtrl+Z", this::undo, () -> true, () -> true)));
        model().edits().redoLabel().ifPresent(label -> menu
                .add(action("&Redo " + label, this::redo, () -> true, () -> true)));
        menu.add(new Separator());
        menu.add(columns());
        menu.add(heights());
        menu.add(new Separator());
        boolean paused = model().loader().paused();
        menu.add(action(paused ? "Check the &remaining rows" : "&Pause checking", () -> {
            model().loader().pause(!paused);
            jobs.load();
        }, () -> !model().loader().progress().done(), () -> true));
    }

    private MenuManager relaxation() {
        MenuManager menu = new MenuManager("Re&lax");
        menu.add(action("&MMFF94", () -> relax("MMFF94", RelaxAction::forceField), this::molecules, this::molecules));
        menu.add(action("&xtb (GFN2-xTB)", () -> relax("xtb", RelaxAction::xtb), this::molecules, this::molecules));
        return menu;
    }

    private boolean molecules() {
        return some() && Arrays.stream(model().selected()).anyMatch(row -> !model().table().crystal(row));
    }

    private void relax(String name, Callable<Relaxation> method) {
        RelaxAction.relax(model(), transfer.rows(), name, method, editor.getSite().getPage());
    }

    private MenuManager columns() {
        MenuManager menu = new MenuManager("Co&lumns");
        TableLayout layout = panel.columns();
        for (Column column : layout.all(model().table())) {
            Action action = new Action(column.title(), org.eclipse.jface.action.IAction.AS_CHECK_BOX) {
                @Override
                public void run() {
                    layout.hide(column, !layout.hidden(column));
                    panel.layoutColumns();
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
                panel.columns().rowHeight(height);
                panel.layoutColumns();
            }, () -> true, () -> true));
        }
        return menu;
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
            if (panel.columns().hidden(Column.NOTE)) {
                panel.columns().hide(Column.NOTE, false);
                panel.layoutColumns();
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
        int[] rows = chosen();
        RowExport export = new RowExport(model, Workshop.formats());
        ResultsJobs.withRows("Exporting " + rows.length + " rows to " + target.getFileName(), rows.length,
                (done, cancelled) -> export.write(rows, target, done, cancelled)).schedule();
    }

    /** The selected rows, or all that are shown when none is selected. */
    private int[] chosen() {
        return some() ? transfer.rows() : model().shown();
    }

    private void report() {
        ReportJob.of(model(), chosen(), editor.getSite().getPage(), () -> { }).schedule();
    }

    void showDetails() {
        try {
            editor.getSite().getPage().showView(DETAIL_VIEW);
        } catch (PartInitException e) {
            Platform.getLog(ResultsActions.class).warn("The details cannot be shown", e);
        }
    }
}
