package net.bioclipse.adit.ui.results;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import javax.imageio.ImageIO;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Depictor;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.Row;
import net.bioclipse.adit.ui.scene.Camera;
import net.bioclipse.adit.ui.scene.Cells;
import net.bioclipse.adit.ui.scene.Painter;
import net.bioclipse.adit.ui.scene.SceneBuilder;
import net.bioclipse.adit.ui.scene.Style;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.ImageData;

/**
 * Small pictures of rows, drawn in the background in the order in which they were asked for last: drawings of molecules,
 * views of crystals. Those used last are kept as points; the window makes images of them.
 */
final class Thumbnails {

    private static final int MOST_KEPT = 400;
    private static final int MOST_WAITING = 64;
    /** Of a larger structure the first glance says nothing, and its drawing takes long. */
    private static final int MOST_ATOMS = 2000;
    private static final Style STYLE = new Style(Style.Shape.BALL_AND_STICK, 0xFFFFFF, true, true, true);

    private final ResultsModel model;
    private final Depictor depictor;
    private final Runnable onNew;
    private final BlockingDeque<Integer> waiting = new LinkedBlockingDeque<>();
    private final Map<Integer, Optional<ImageData>> drawn = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Optional<ImageData>> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private final Job job;
    private volatile int width = 96;
    private volatile int height = 72;

    /** @param onNew told in the job's thread when a picture has come */
    Thumbnails(ResultsModel model, Depictor depictor, Runnable onNew) {
        this.model = model;
        this.depictor = depictor;
        this.onNew = onNew;
        job = new Job("Drawing structures") {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                for (Integer row; !monitor.isCanceled() && (row = waiting.pollFirst()) != null;) {
                    draw(row);
                }
                return Status.OK_STATUS;
            }
        };
        job.setSystem(true);
    }

    /** Size of the pictures; those of another size are forgotten. */
    void size(int wide, int high) {
        synchronized (drawn) {
            if (wide != width || high != height) {
                width = wide;
                height = high;
                drawn.clear();
            }
        }
    }

    /** The picture of a row: null while it is being drawn, empty when there is none. */
    Optional<ImageData> get(int row) {
        synchronized (drawn) {
            Optional<ImageData> known = drawn.get(row);
            if (known != null) {
                return known;
            }
        }
        if (!waiting.contains(row)) {
            waiting.addFirst(row);
            if (waiting.size() > MOST_WAITING) {
                waiting.pollLast();
            }
            job.schedule();
        }
        return null;
    }

    private void draw(int row) {
        synchronized (drawn) {
            if (drawn.containsKey(row)) {
                return;
            }
        }
        int wide = width;
        int high = height;
        Optional<ImageData> picture = picture(model.table().source().row(row), row, wide, high);
        synchronized (drawn) {
            if (wide == width && high == height) {
                drawn.put(row, picture);
            }
        }
        onNew.run();
    }

    private Optional<ImageData> picture(Row content, int row, int wide, int high) {
        if (content.entry().isEmpty() || content.entry().get().structure().atomCount() > MOST_ATOMS) {
            return Optional.empty();
        }
        AtomicStructure structure = content.entry().get().structure();
        Assessment assessment = model.assessment(row, content).orElseThrow();
        if (structure instanceof Molecule molecule) {
            // Drawn at twice the size and scaled by the window, which keeps thin lines readable on every screen.
            return depictor.png(molecule, assessment, Set.of(), Math.max(16, wide), Math.max(16, high))
                    .flatMap(Thumbnails::decoded);
        }
        return Optional.of(data(Painter.paint(SceneBuilder.scene(structure, assessment.bonds(), Cells.ONE), Camera.USUAL,
                STYLE, Set.of(), Math.max(16, wide), Math.max(16, high)).image()));
    }

    private static Optional<ImageData> decoded(byte[] png) {
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(png))).map(Thumbnails::data);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static ImageData data(BufferedImage image) {
        return Images.data(image);
    }

    void close() {
        waiting.clear();
        job.cancel();
    }
}
