package net.bioclipse.adit.ui.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.ui.rows.Column;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.RowExport;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DragSourceListener;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;

/** The selected rows on their way to other programs: as text on the clipboard, as text or as a file when dragged out. */
final class RowTransfer implements DragSourceListener {

    /** More text than this is not for a clipboard. */
    private static final int MOST_COPIED = 100_000;
    /** The file is made while the window waits; more rows are dragged as text, or exported. */
    private static final int MOST_DRAGGED_AS_FILE = 50;

    private final ResultsModel model;
    private final ResultsPanel panel;
    private Path dragged;

    RowTransfer(ResultsModel model, ResultsPanel panel) {
        this.model = model;
        this.panel = panel;
        DragSource source = new DragSource(panel.grid(), DND.DROP_COPY);
        source.setTransfer(TextTransfer.getInstance());
        source.addDragListener(this);
    }

    /** Selected rows in the order shown. */
    int[] rows() {
        return Arrays.stream(model.shown()).filter(model::selected).toArray();
    }

    void copy() {
        int[] rows = rows();
        if (rows.length > MOST_COPIED) {
            MessageDialog.openInformation(panel.getShell(), "Copy", rows.length + " rows are too many for the"
                    + " clipboard, which takes " + MOST_COPIED + " at most; export them to a file.");
            return;
        }
        Clipboard clipboard = new Clipboard(panel.getDisplay());
        clipboard.setContents(new Object[] {text(rows)}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private String text(int[] rows) {
        List<Column> columns = panel.columns().shown(model.table()).stream()
                .filter(column -> !column.equals(RowCells.PICTURE)).toList();
        return RowExport.asText(model.table(), rows, columns);
    }

    @Override
    public void dragStart(DragSourceEvent e) {
        int rows = model.selected().length;
        e.doit = panel.grid().rowAt(e.y) >= 0 && rows > 0 && rows <= MOST_COPIED;
        ((DragSource) e.widget).setTransfer(rows <= MOST_DRAGGED_AS_FILE
                ? new Transfer[] {FileTransfer.getInstance(), TextTransfer.getInstance()}
                : new Transfer[] {TextTransfer.getInstance()});
    }

    @Override
    public void dragSetData(DragSourceEvent e) {
        e.data = FileTransfer.getInstance().isSupportedType(e.dataType)
                ? file(rows()).map(file -> new String[] {file.toString()}).orElse(null) : text(rows());
        e.doit = e.data != null;
    }

    /** A file of the rows in the format of their source, for programs that take files. */
    private Optional<Path> file(int[] rows) {
        try {
            if (dragged == null) {
                Path folder = Files.createTempDirectory("adit-rows");
                dragged = folder.resolve("rows" + suffix(rows));
                folder.toFile().deleteOnExit();
                dragged.toFile().deleteOnExit();
                new RowExport(model, Workshop.formats()).write(rows, dragged, n -> { }, () -> false);
            }
            return Optional.of(dragged);
        } catch (IOException | IllegalArgumentException e) {
            Platform.getLog(RowTransfer.class).warn("The rows cannot be dragged as a file", e);
            return Optional.empty();
        }
    }

    private String suffix(int[] rows) {
        boolean crystals = rows.length > 0 && model.table().crystal(rows[0]);
        String name = model.table().source().place().getFileName().toString();
        Map<Boolean, List<String>> usual = Map.of(true, List.of(".cif", ".extxyz"), false, List.of(".sdf", ".smi", ".xyz"));
        return usual.get(crystals).stream().filter(name::endsWith).findFirst().orElse(usual.get(crystals).get(0));
    }

    @Override
    public void dragFinished(DragSourceEvent e) {
        // The receiver may read the file later; it is deleted when the workbench is closed.
        dragged = null;
    }
}
