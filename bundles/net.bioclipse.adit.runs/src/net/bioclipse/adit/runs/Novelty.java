package net.bioclipse.adit.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

/** Refuses structures that are in one of some sets; one that cannot be told apart counts as novel. */
public final class Novelty implements StructureFilter {

    private final Map<String, KnownStructures> sets;

    private Novelty(Map<String, KnownStructures> sets) {
        this.sets = sets;
    }

    /**
     * Opens the sets that a user named.
     *
     * @param kind     of the structures to be looked up; empty when they may be of any
     * @param names    files or folders, or {@link GenerationRequest#TRAINING} for what the model was trained on
     * @param folder   where relative names begin
     * @param model    the model; empty when there is none to ask
     * @param progress of the indexing of a large file; when it stops it, nothing is opened
     * @return empty when there are no names or the indexing was stopped
     * @throws IOException             when a file cannot be read, with a sentence for the user
     * @throws IllegalRequestException when the training data are asked for but not known, or a set says nothing of this kind
     */
    public static Optional<Novelty> open(Optional<Class<? extends AtomicStructure>> kind, List<String> names, Path folder,
            Optional<ModelPackage> model, RunParts parts, IndexingProgress progress) throws IOException {
        Map<String, KnownStructures> sets = new LinkedHashMap<>();
        for (String name : names) {
            boolean training = name.equals(GenerationRequest.TRAINING);
            Optional<KnownStructures> known =
                    training ? Optional.of(training(model, parts)) : parts.known(folder.resolve(name), progress);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            if (kind.isPresent() && !known.get().holds(kind.get())) {
                String who = training ? "the package of model '" + model.get().id() + "'" : "this file";
                throw new IllegalRequestException("'novel-against' is '" + name + "', but " + who + " tells nothing of "
                        + kind.get().getSimpleName().toLowerCase(Locale.ROOT) + "s; right would be a file of such structures.");
            }
            sets.put(training ? "the training data" : String.valueOf(Path.of(name).getFileName()), known.get());
        }
        return sets.isEmpty() ? Optional.empty() : Optional.of(new Novelty(sets));
    }

    private static KnownStructures training(Optional<ModelPackage> model, RunParts parts) throws IOException {
        if (model.isEmpty()) {
            throw new IllegalRequestException("'novel-against' is 'training', but no model is named; add --model ID.");
        }
        return parts.training(model.get()).orElseThrow(() -> new IllegalRequestException("'novel-against' is"
                + " 'training', but the package of model '" + model.get().id() + "' does not say what it was trained on; name a"
                + " file of known structures instead."));
    }

    @Override
    public Optional<String> refusal(AtomicStructure structure, Assessment assessment) {
        return sets.entrySet().stream().filter(set -> set.getValue().contains(structure, assessment)).findFirst()
                .map(set -> "is in " + set.getKey());
    }

    /** Whether any of the sets can know a structure of this kind. */
    public boolean tellsOf(AtomicStructure structure) {
        return sets.values().stream().anyMatch(set -> set.holds(structure.getClass()));
    }

    /** Name of a set → how many of its records could not be read or told apart, where there are such. */
    public Map<String, Long> unidentified() {
        Map<String, Long> counts = new LinkedHashMap<>();
        sets.forEach((name, set) -> counts.put(name, set.unidentified()));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}
