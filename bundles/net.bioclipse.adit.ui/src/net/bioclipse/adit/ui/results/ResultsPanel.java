package net.bioclipse.adit.ui.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.ui.rows.Column;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.ResultsModel.Change;
import net.bioclipse.adit.ui.rows.RowLoader;
import net.bioclipse.adit.ui.rows.RowQuery;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Filters, table and the line of counts below it: shows a {@link ResultsModel}, follows it, and tells it what is chosen. */
final class ResultsPanel extends Composite {

    private static final int TICK = 250;

    private final ResultsModel model;
    private final ResultsJobs jobs;
    private final TableLayout layout = new TableLayout();
    private final Thumbnails thumbnails;
    private final RowCells cells;
    private final FilterBar filters;
    private final RowGrid grid;
    private final Label status;
    private final ResultsModel.Listener modelListener = this::changed;
    private List<RowQuery.Key> order = List.of();
    private String mistake = "";
    private boolean stale;

    ResultsPanel(Composite parent, ResultsModel model, ResultsJobs jobs) {
        super(parent, SWT.NONE);
        this.model = model;
        this.jobs = jobs;
        ViewBar.stack(this);
        thumbnails = new Thumbnails(model, Workshop.depictor(), () -> inWindow(this::redrawGrid));
        filters = new FilterBar(this, model, this::query, this::mistake);
        filters.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        cells = new RowCells(getDisplay(), model, thumbnails);
        grid = new RowGrid(this, cells);
        grid.onSelect(places -> model.select(rows(places)));
        grid.onHead(this::sortBy);
        status = new Label(this, SWT.NONE);
        status.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        grid.onScroll(this::wantVisible);
        layoutColumns();
        model.addListener(modelListener);
        addListener(SWT.Dispose, e -> close());
        getDisplay().timerExec(TICK, this::tick);
    }

    RowGrid grid() {
        return grid;
    }

    FilterBar filters() {
        return filters;
    }

    TableLayout columns() {
        return layout;
    }

    /** Runs in the window's thread unless the table is closed by then. */
    void inWindow(Runnable what) {
        if (!isDisposed()) {
            getDisplay().asyncExec(() -> {
                if (!isDisposed()) {
                    what.run();
                }
            });
        }
    }

    private void redrawGrid() {
        grid.redraw();
    }

    private int[] rows(int[] places) {
        int[] shown = model.shown();
        return Arrays.stream(places).filter(place -> place < shown.length).map(place -> shown[place]).toArray();
    }

    /** Shows the chosen columns with the chosen row height. */
    void layoutColumns() {
        List<Column> columns = layout.shown(model.table());
        cells.columns(columns);
        cells.forgetImages();
        List<GridHeads.Head> heads = new ArrayList<>();
        for (Column column : columns) {
            heads.add(layout.head(column));
        }
        grid.heads(heads);
        grid.rowHeight(layout.rowHeight());
        thumbnails.size(layout.rowHeight() * 4 / 3, layout.rowHeight() - 3);
        showOrder();
    }

    /** Upwards, then downwards, then no longer; with {@code more} behind the columns that sort already. */
    private void sortBy(int place, boolean more) {
        Column column = layout.shown(model.table()).get(place);
        if (column.equals(RowCells.PICTURE)) {
            return;
        }
        Optional<RowQuery.Key> before = order.stream().filter(key -> key.column().equals(column)).findFirst();
        List<RowQuery.Key> keys = new ArrayList<>(more ? order : List.of());
        before.ifPresent(keys::remove);
        if (before.isEmpty() || before.get().ascending()) {
            keys.add(new RowQuery.Key(column, before.isEmpty()));
        }
        sort(keys);
    }

    /** Sorts the rows; no key gives the order of the file. */
    void sort(List<RowQuery.Key> keys) {
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

    /** Says in the place of the counts what is wrong; an empty text when nothing is. */
    void mistake(String text) {
        mistake = text;
        showStatus();
    }

    private void wantVisible() {
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
            case VALUES, HIGHLIGHT -> stale = true;
            case SHOWN -> inWindow(this::shownChanged);
            case SELECTION -> inWindow(this::selectionChanged);
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
        if (isDisposed()) {
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
        getDisplay().timerExec(TICK, this::tick);
    }

    private void showStatus() {
        status.setText("  " + (mistake.isEmpty() ? counts() : mistake));
    }

    private String counts() {
        RowLoader.Progress progress = model.loader().progress();
        String counts = String.format("%,d of %,d shown, %,d selected", model.shown().length,
                progress.size() - model.edits().deletions(), model.selected().length);
        if (progress.read() < progress.size()) {
            return counts + String.format("   ·   %,d read", progress.read());
        }
        return progress.done() ? counts : counts + String.format("   ·   %,d of %,d checked%s", progress.assessed(),
                progress.size(), model.loader().paused() ? " (paused)" : "");
    }

    private void close() {
        model.removeListener(modelListener);
        thumbnails.close();
        cells.forgetImages();
    }
}
