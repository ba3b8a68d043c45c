package net.bioclipse.adit.ui.view3d;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.bioclipse.adit.structure.io.AtomicFile;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Writes what a canvas shows: as SVG where the name ends so, else as PNG of twice the size. */
final class PictureFile {

    private PictureFile() {
    }

    /** Asks for a file and writes the picture. */
    static void ask(Shell shell, SceneCanvas canvas) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText("Save picture");
        dialog.setOverwrite(true);
        dialog.setFilterExtensions(new String[] {"*.png", "*.svg"});
        dialog.setFilterNames(new String[] {"PNG, twice the size shown (*.png)", "SVG (*.svg)"});
        String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        boolean svg = chosen.endsWith(".svg") || dialog.getFilterIndex() == 1 && !chosen.endsWith(".png");
        try {
            write(canvas, Path.of(chosen.matches(".*\\.(svg|png)$") ? chosen : chosen + (svg ? ".svg" : ".png")));
        } catch (IOException e) {
            MessageDialog.openError(shell, "Save picture", e.getMessage());
        }
    }

    /** @throws IOException with a sentence for the user */
    static void write(SceneCanvas canvas, Path target) throws IOException {
        try (AtomicFile file = AtomicFile.create(target)) {
            if (target.toString().endsWith(".svg")) {
                file.stream().write(canvas.svg().getBytes(StandardCharsets.UTF_8));
            } else {
                ImageLoader loader = new ImageLoader();
                loader.data = new ImageData[] {canvas.picture()};
                loader.save(file.stream(), SWT.IMAGE_PNG);
            }
            file.commit();
        }
    }
}
