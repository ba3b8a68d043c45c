package net.bioclipse.adit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.bioclipse.adit.cli.CheckedStructure.Selected;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.runs.Novelty;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.StructureFilter;
import net.bioclipse.adit.structure.io.StructureReader.Entry;

/** The user's patterns and sets of known structures. Safe for several threads. */
record CheckSelection(Optional<Novelty> novelty, Optional<StructureFilter> patterns) {

    /**
     * @param names of files of known structures, or "training"
     * @param model that "training" is about
     * @throws IOException             when a file cannot be read, with a sentence for the user
     * @throws IllegalRequestException when a pattern is wrong
     */
    static CheckSelection open(List<String> included, List<String> excluded, List<String> names, Path folder,
            Optional<ModelPackage> model, Toolbox toolbox) throws IOException {
        try {
            return new CheckSelection(Novelty.open(Optional.empty(), names, folder, model, toolbox, records -> true),
                    included.isEmpty() && excluded.isEmpty() ? Optional.empty()
                            : Optional.of(toolbox.filter(included, excluded)));
        } catch (IllegalRequestException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new IllegalRequestException(e.getMessage());
        }
    }

    boolean asked() {
        return novelty.isPresent() || patterns.isPresent();
    }

    Selected of(Entry entry, Assessment assessment) {
        if (!asked()) {
            return Selected.UNASKED;
        }
        Optional<Novelty> asked = novelty.filter(sets -> sets.tellsOf(entry.structure()));
        Optional<String> known = asked.flatMap(sets -> sets.refusal(entry.structure(), assessment));
        Optional<String> dropped = known.or(() -> patterns.flatMap(filter -> filter.refusal(entry.structure(), assessment)));
        return new Selected(asked.map(sets -> known.isEmpty()), Optional.of(dropped.isEmpty()), dropped.orElse(""));
    }
}
