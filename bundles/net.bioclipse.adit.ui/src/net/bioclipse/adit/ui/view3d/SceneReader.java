package net.bioclipse.adit.ui.view3d;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.ui.results.FormulaText;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.Row;
import net.bioclipse.adit.ui.scene.Cells;
import net.bioclipse.adit.ui.scene.Scene;
import net.bioclipse.adit.ui.scene.SceneBuilder;

/**
 * Rows as scenes.
 *
 * @param rows     those that can be drawn
 * @param shown    their scenes, or one of all of them
 * @param message  what is to be said: why a row is not drawn; empty when there is nothing
 * @param crystals whether there is a crystal among them
 */
record SceneReader(int[] rows, List<SceneCanvas.Shown> shown, String message, boolean crystals) {

    /** Larger structures are shown before their bonds are perceived, which may take minutes. */
    private static final int MOST_PERCEIVED = 500;

    /**
     * Reads rows; not for the window's thread.
     *
     * @param block how many cells of a crystal
     * @param over  whether all are to be drawn over each other
     */
    static SceneReader read(ResultsModel results, int[] wanted, Cells block, boolean over, BooleanSupplier cancelled) {
        List<SceneCanvas.Shown> shown = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        String message = "";
        boolean crystals = false;
        for (int i = 0; i < wanted.length && !cancelled.getAsBoolean(); i++) {
            int row = wanted[i];
            Row content = results.table().source().row(row);
            if (!content.inSpace()) {
                message = content.failure().isEmpty() ? "Row " + (row + 1) + " has no coordinates: a SMILES or a drawing."
                        : content.failure();
                continue;
            }
            AtomicStructure structure = content.entry().orElseThrow().structure();
            try {
                List<Bond> bonds = structure.atomCount() > MOST_PERCEIVED || structure instanceof Crystal ? List.of()
                        : results.assessment(row, content).orElseThrow().bonds();
                Scene scene = SceneBuilder.scene(structure, bonds, block);
                rows.add(row);
                shown.add(new SceneCanvas.Shown(scene, caption(row, content), results.highlight().in(row)));
                crystals |= structure instanceof Crystal;
            } catch (IllegalArgumentException e) {
                message = e.getMessage();
            }
        }
        if (over && shown.size() > 1) {
            Scene all = shown.stream().map(SceneCanvas.Shown::scene).reduce(Scene::over).orElseThrow();
            shown = List.of(new SceneCanvas.Shown(all, shown.size() + " structures", Set.of()));
        }
        return new SceneReader(rows.stream().mapToInt(Integer::intValue).toArray(), shown, message, crystals);
    }

    private static String caption(int row, Row content) {
        String name = content.entry().orElseThrow().name();
        String formula = FormulaText.of(content.entry().get().structure().formulaText());
        return formula + (name.isEmpty() ? "  row " + (row + 1) : "  " + name);
    }
}
