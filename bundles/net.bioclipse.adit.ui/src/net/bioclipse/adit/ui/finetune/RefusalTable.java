package net.bioclipse.adit.ui.finetune;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bioclipse.adit.finetuning.Refusal;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The records that are not learned from, each with the reason. */
final class RefusalTable extends Composite {

    private static final String[] COLUMNS = {"File", "Record", "Name", "Why it is not accepted"};
    private static final int[] WIDTHS = {120, 64, 100, 800};
    private static final int HIGH = 150;
    private static final int WIDE = 600;

    private final Table table;
    private List<Refusal> shown = List.of();

    RefusalTable(Composite parent) {
        super(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        setLayout(layout);
        table = new Table(this, SWT.BORDER | SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI);
        table.setHeaderVisible(true);
        table.setToolTipText("Records that are not learned from; Ctrl+C copies the chosen ones");
        AditUi.name(table, "Records that are not learned from");
        GridData place = new GridData(SWT.FILL, SWT.FILL, true, true);
        place.widthHint = WIDE;
        place.heightHint = HIGH;
        table.setLayoutData(place);
        for (int i = 0; i < COLUMNS.length; i++) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(COLUMNS[i]);
            column.setWidth(WIDTHS[i]);
        }
        table.addListener(SWT.SetData, event -> ((TableItem) event.item).setText(cells(shown.get(event.index))));
        table.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == 'c' && (event.stateMask & SWT.MOD1) != 0) {
                copy();
            }
        });
    }

    void show(List<Refusal> refusals) {
        shown = List.copyOf(refusals);
        table.setItemCount(shown.size());
        table.clearAll();
    }

    private static String[] cells(Refusal refusal) {
        return new String[] {refusal.file(), refusal.record() == 0 ? "whole file" : Long.toString(refusal.record()),
            refusal.name(), refusal.reason()};
    }

    private void copy() {
        String text = Arrays.stream(table.getSelection()).map(item -> Stream.of(0, 1, 2, 3).map(item::getText)
                .collect(Collectors.joining("\t"))).collect(Collectors.joining("\n"));
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }
}
