package net.bioclipse.adit.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.generation.GenerationRequest;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.StructureFilter;
import net.bioclipse.adit.structure.known.IndexingProgress;
import net.bioclipse.adit.structure.known.KnownStructures;

/** Refuses structures that are in one of some sets; one whose identity cannot be told counts as novel. */
public final class Novelty implements StructureFilter {

    private final Map<String, KnownStructures> sets;

    private Novelty(Map<String, KnownStructures> sets) {
        this.sets = sets;
    }

    /**
     * Opens the sets that a user named.
     *
     * @param names    files, or {@link GenerationRequest#TRAINING} for what the model was trained on
     * @param folder   where relative names begin
     * @param model    the model; empty when there is none to ask
     * @param progress of the indexing of a large file; when it stops it, nothing is opened
     * @return empty when there are no names or the indexing was stopped
     * @throws IOException             when a file cannot be read, with a sentence for the user
     * @throws IllegalRequestException when the training data are asked for but not known
     */
    public static Optional<StructureFilter> open(List<String> names, Path folder, Optional<ModelPackage> model,
            RunParts parts, IndexingProgress progress) throws IOException {
        Map<String, KnownStructures> sets = new LinkedHashMap<>();
        for (String name : names) {
            if (name.equals(GenerationRequest.TRAINING)) {
                sets.put("the training data", training(model, parts));
            } else {
                Optional<KnownStructures> known = parts.known(folder.resolve(name), progress);
                if (known.isEmpty()) {
                    return Optional.empty();
                }
                sets.put(String.valueOf(Path.of(name).getFileName()), known.get());
            }
        }
        return sets.isEmpty() ? Optional.empty() : Optional.of(new Novelty(sets));
    }

    private static KnownStructures training(Optional<ModelPackage> model, RunParts parts) throws IOException {
        if (model.isEmpty()) {
            throw new IllegalRequestException("'novel-against' is 'training', but no model is named; add --model ID.");
        }
        return parts.trainingMolecules(model.get()).orElseThrow(() -> new IllegalRequestException("'novel-against' is"
                + " 'training', but the package of model '" + model.get().id() + "' does not say what it was trained on; name a"
                + " file of known structures instead."));
    }

    @Override
    public Optional<String> refusal(AtomicStructure structure, Assessment assessment) {
        return assessment.identity().flatMap(identity -> sets.entrySet().stream()
                .filter(set -> set.getValue().contains(identity)).findFirst().map(set -> "is in " + set.getKey()));
    }
}
