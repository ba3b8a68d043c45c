package net.bioclipse.adit.ui.detail;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.results.Images;
import net.bioclipse.adit.ui.rows.Row;
import net.bioclipse.adit.ui.scene.Camera;
import net.bioclipse.adit.ui.scene.Cells;
import net.bioclipse.adit.ui.scene.Painter;
import net.bioclipse.adit.ui.scene.SceneBuilder;
import net.bioclipse.adit.ui.scene.Style;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The drawing of a molecule, or the cell of a crystal, of one row. */
final class RowPicture extends Canvas {

    private static final int MOST_DRAWN = 500;
    private static final int WIDE = 164;
    private static final int HIGH = 124;

    private Image picture;

    RowPicture(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.BORDER);
        setBackground(getDisplay().getSystemColor(SWT.COLOR_WHITE));
        AditUi.name(this, "Drawing of the structure");
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Dispose, event -> show(Optional.empty()));
    }

    /** Draws a row; not for the window's thread. */
    static Optional<ImageData> draw(Row content, Optional<Assessment> assessment, Set<Integer> highlighted) {
        if (assessment.isEmpty() || content.entry().orElseThrow().structure().atomCount() > MOST_DRAWN) {
            return Optional.empty();
        }
        AtomicStructure structure = content.entry().get().structure();
        if (!(structure instanceof Molecule molecule)) {
            return Optional.of(Images.data(Painter.paint(SceneBuilder.scene(structure, List.of(), Cells.ONE), Camera.USUAL,
                    Style.USUAL, highlighted, WIDE, HIGH)));
        }
        return Workshop.depictor().png(molecule, assessment.get(), highlighted, WIDE, HIGH)
                .map(png -> new ImageData(new ByteArrayInputStream(png)));
    }

    void show(Optional<ImageData> data) {
        if (picture != null) {
            picture.dispose();
        }
        picture = data.map(points -> new Image(getDisplay(), points)).orElse(null);
        if (!isDisposed()) {
            redraw();
        }
    }

    private void paint(GC gc) {
        if (picture != null) {
            Rectangle size = picture.getBounds();
            gc.drawImage(picture, Math.max(0, (getClientArea().width - size.width) / 2),
                    Math.max(0, (getClientArea().height - size.height) / 2));
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        Rectangle trim = computeTrim(0, 0, WIDE + 4, HIGH + 4);
        return new Point(trim.width, trim.height);
    }
}
