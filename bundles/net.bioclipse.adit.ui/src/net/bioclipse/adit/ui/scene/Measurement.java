package net.bioclipse.adit.ui.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.bioclipse.adit.structure.Element;

/** Atoms picked one after the other: two give a distance, three an angle, four a torsion. A fifth begins anew. */
public final class Measurement {

    private static final int MOST = 4;

    private final List<Integer> atoms = new ArrayList<>();

    /** Adds a drawn atom; one that is picked already is taken out. */
    public void pick(int atom) {
        if (!atoms.remove((Integer) atom)) {
            if (atoms.size() == MOST) {
                atoms.clear();
            }
            atoms.add(atom);
        }
    }

    public void clear() {
        atoms.clear();
    }

    /** The picked atoms in order. */
    public List<Integer> atoms() {
        return List.copyOf(atoms);
    }

    /** What they measure: "C1–O2 1.423 Å"; empty when nothing is picked. */
    public String text(Scene scene) {
        if (atoms.isEmpty()) {
            return "";
        }
        String names = String.join("–", atoms.stream().map(atom -> name(scene, atom)).toList());
        return switch (atoms.size()) {
            case 2 -> format("%s  %.3f Å", names, scene.distance(atoms.get(0), atoms.get(1)));
            case 3 -> format("%s  %.1f°", names, scene.angle(atoms.get(0), atoms.get(1), atoms.get(2)));
            case 4 -> format("%s  %.1f°", names, scene.torsion(atoms.get(0), atoms.get(1), atoms.get(2), atoms.get(3)));
            default -> names;
        };
    }

    private static String name(Scene scene, int atom) {
        return Element.of(scene.numbers()[atom]).symbol() + (scene.origin()[atom] + 1);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
