package net.bioclipse.adit.ui.detail;

import java.util.Set;
import java.util.function.Consumer;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.results.Images;
import net.bioclipse.adit.ui.scene.Colours;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/** What there is to say about a row as headings with lines; checks are green or red, as the theme allows. */
final class DetailTree extends Composite {

    private static final Color[] ON_LIGHT = {new Color(0xC6, 0x28, 0x28), new Color(0x2E, 0x7D, 0x32)};
    private static final Color[] ON_DARK = {new Color(0xF2, 0x8B, 0x82), new Color(0x81, 0xC9, 0x95)};
    private static final int[] WIDTHS = {190, 420};

    private final Tree tree;
    private RowDetails shown;
    private Color[] colours;

    /** @param onChosen told the atoms that the chosen line names */
    DetailTree(Composite parent, Consumer<Set<Integer>> onChosen) {
        super(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        setLayout(layout);
        tree = new Tree(this, SWT.FULL_SELECTION | SWT.BORDER);
        tree.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        AditUi.name(tree, "Checks and properties; a chosen check makes its atoms stand out");
        for (int width : WIDTHS) {
            new TreeColumn(tree, SWT.NONE).setWidth(width);
        }
        tree.addListener(SWT.Selection, event -> onChosen.accept(atoms(event)));
        tree.addListener(SWT.Paint, event -> {
            if (shown != null && colours != colours()) {
                // The theme has changed since.
                getDisplay().asyncExec(() -> show(shown));
            }
        });
    }

    private static Set<Integer> atoms(Event event) {
        return event.item != null && event.item.getData() instanceof RowDetails.Line line ? line.atoms() : Set.of();
    }

    private Color[] colours() {
        return Colours.bright(Images.rgb(tree.getBackground())) ? ON_LIGHT : ON_DARK;
    }

    /** @param details null for nothing */
    void show(RowDetails details) {
        if (isDisposed()) {
            return;
        }
        shown = details;
        colours = colours();
        tree.setRedraw(false);
        tree.removeAll();
        if (details != null) {
            details.sections().forEach(this::section);
        }
        tree.setRedraw(true);
    }

    private void section(RowDetails.Section section) {
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

    @Override
    public boolean setFocus() {
        return tree.setFocus();
    }
}
