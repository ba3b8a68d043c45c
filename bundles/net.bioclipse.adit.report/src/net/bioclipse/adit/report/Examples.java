package net.bioclipse.adit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Depictor;
import net.bioclipse.adit.structure.Molecule;

/** The first structures of each kind, so many as a page can show, drawn when they come and then forgotten. */
final class Examples {

    static final int OF_A_REASON = 4;
    static final int OF_THE_KEPT = 24;
    private static final int MOST_REASONS = 40;
    /** A picture of a very large molecule would be larger than all others together. */
    private static final int LONGEST_PICTURE = 40_000;

    /**
     * One structure that is shown.
     *
     * @param name    as its file or run names it
     * @param formula as chemists write it
     * @param picture an SVG element, or empty when it could not be drawn
     * @param words   what is said of it
     */
    record Example(String name, String formula, String picture, String words) {
    }

    private final Depictor depictor;
    private final Map<String, List<Example>> refused = new LinkedHashMap<>();
    private final List<Example> kept = new ArrayList<>();

    Examples(Depictor depictor) {
        this.depictor = depictor;
    }

    void addRefused(String reason, String words, String name, AtomicStructure structure, Assessment assessment) {
        if (refused.size() == MOST_REASONS && !refused.containsKey(reason)) {
            return;
        }
        List<Example> examples = refused.computeIfAbsent(reason, key -> new ArrayList<>());
        if (examples.size() < OF_A_REASON) {
            examples.add(example(words, name, structure, assessment));
        }
    }

    void addKept(String name, AtomicStructure structure, Assessment assessment) {
        if (kept.size() < OF_THE_KEPT) {
            Object words = assessment.properties().getOrDefault("SMILES", assessment.properties().getOrDefault("space group", ""));
            kept.add(example(words.toString(), name, structure, assessment));
        }
    }

    private Example example(String words, String name, AtomicStructure structure, Assessment assessment) {
        String picture = structure instanceof Crystal crystal ? CrystalPicture.svg(crystal)
                : depictor.svg((Molecule) structure, assessment, Set.of()).orElse("");
        return new Example(name, structure.formulaText(), picture.length() <= LONGEST_PICTURE ? picture : "", words);
    }

    List<Example> refused(String reason) {
        return refused.getOrDefault(reason, List.of());
    }

    /** All reasons of which there are examples. */
    Set<String> reasons() {
        return refused.keySet();
    }

    List<Example> kept() {
        return kept;
    }
}
