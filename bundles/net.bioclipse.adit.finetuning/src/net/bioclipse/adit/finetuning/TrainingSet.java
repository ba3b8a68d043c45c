package net.bioclipse.adit.finetuning;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bioclipse.adit.finetuning.conventions.TrainingArrays;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.StructureKind;

/**
 * The structures to learn from and those that judge the learning.
 *
 * @param training    learned from
 * @param validation  never learned from; shares no identity and no composition of crystals with {@code training}
 * @param refusals    what was refused, in the order of reading
 * @param files       files that were read
 * @param records     records that were read
 * @param features    for each kind, what is typical of all structures
 * @param spaceGroups number of a space group → how many crystals; those of which none could be told are left out
 */
public record TrainingSet(List<TrainingArrays> training, List<TrainingArrays> validation, List<Refusal> refusals, int files,
        long records, java.util.Map<StructureKind, FeatureTally> features, SortedMap<Integer, Long> spaceGroups) {

    private static final int SHOWN_REFUSALS = 3;

    /** @throws IllegalRequestException with the first refusals, when there is nothing to learn from */
    void checkNotEmpty(List<Path> data) {
        if (training.isEmpty()) {
            throw new IllegalRequestException("'data' is "
                    + data.stream().map(place -> "'" + place + "'").collect(Collectors.joining(", "))
                    + ", but none of its " + records + " structures can be learned from ("
                    + refusals.stream().limit(SHOWN_REFUSALS).map(TrainingSet::shown).collect(Collectors.joining("; "))
                    + "); right would be SDF, XYZ or CIF files with coordinates in space.");
        }
    }

    private static String shown(Refusal refusal) {
        return refusal.file() + (refusal.record() > 0 ? " record " + refusal.record() : "") + ": " + refusal.reason();
    }

    /** Structures of a kind in both parts. */
    public List<TrainingArrays> of(StructureKind kind) {
        return Stream.concat(training.stream(), validation.stream()).filter(arrays -> arrays.kind() == kind).toList();
    }

    /** Whether there is a structure of this kind. */
    public boolean has(StructureKind kind) {
        return features.containsKey(kind);
    }

    /** Atoms per structure → how many structures of the kind. */
    public SortedMap<Integer, Long> atomCounts(StructureKind kind) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        of(kind).forEach(arrays -> counts.merge(arrays.atomCount(), 1L, Long::sum));
        return counts;
    }

    /** Atomic number → in how many structures of the kind. */
    public SortedMap<Integer, Long> elements(StructureKind kind) {
        SortedMap<Integer, Long> elements = new TreeMap<>();
        of(kind).forEach(arrays -> java.util.Arrays.stream(arrays.types()).distinct()
                .forEach(z -> elements.merge(z, 1L, Long::sum)));
        return elements;
    }
}
