package net.bioclipse.adit.finetuning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import net.bioclipse.adit.finetuning.conventions.Conventions;
import net.bioclipse.adit.finetuning.conventions.TrainingArrays;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.RunControl;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.SpaceGroup;
import net.bioclipse.adit.structure.SymmetryFinder;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureFormats;
import net.bioclipse.adit.structure.io.StructureReader.Entry;

/**
 * Reads structures to learn from: every record is checked, refused ones are kept with their reason, equal ones are taken
 * once. Which structures judge the learning, about one in ten, follows from identity (of crystals from composition) alone,
 * so that no structure stands on both sides and every run of the same data splits alike.
 */
public final class DataPreparation {

    /** Records that are assessed at once. */
    private static final int CHUNK = 256;
    private static final int VALIDATION = 10;
    /** In Å, as in the histograms of MP-20. */
    private static final double SYMMETRY_TOLERANCE = 0.1;

    /**
     * @param mostAtoms     kinds that the model can learn → largest number of atoms
     * @param acceptInvalid whether structures that fail a check of validity are learned from
     */
    public record Rules(Map<StructureKind, Integer> mostAtoms, boolean acceptInvalid) {
    }

    /** Ends the reading of a file in the middle. */
    private static final class Cancelled extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private record Place(String file, long record) {
    }

    private record Candidate(Place place, Entry entry) {
    }

    private record Judged(Candidate candidate, Optional<String> refusal, Assessment assessment, TrainingArrays arrays,
            Optional<Integer> spaceGroup) {

        static Judged refused(Candidate candidate, String reason) {
            return new Judged(candidate, Optional.of(reason), null, null, Optional.empty());
        }
    }

    private final StructureFormats formats;
    private final StructureAssessor assessor;
    private final SymmetryFinder symmetry;
    private final Rules rules;

    private final List<TrainingArrays> training = new ArrayList<>();
    private final List<TrainingArrays> validation = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Place> identities = new HashMap<>();
    private final Map<StructureKind, FeatureTally> features = new EnumMap<>(StructureKind.class);
    private final SortedMap<Integer, Long> spaceGroups = new TreeMap<>();
    private final List<Candidate> waiting = new ArrayList<>();
    private long records;

    private DataPreparation(StructureFormats formats, StructureAssessor assessor, SymmetryFinder symmetry, Rules rules) {
        this.formats = formats;
        this.assessor = assessor;
        this.symmetry = symmetry;
        this.rules = rules;
    }

    /**
     * @param data files and folders, these read with all folders in them
     * @return empty when it was cancelled
     * @throws IllegalRequestException when there is nothing to read
     * @throws IOException             when a file cannot be read
     */
    public static Optional<TrainingSet> read(List<Path> data, StructureFormats formats, StructureAssessor assessor,
            SymmetryFinder symmetry, Rules rules, RunControl control) throws IOException {
        try {
            return Optional.of(new DataPreparation(formats, assessor, symmetry, rules).read(data, control));
        } catch (Cancelled e) {
            return Optional.empty();
        }
    }

    private TrainingSet read(List<Path> data, RunControl control) throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        for (Path place : data) {
            for (Path file : StructureFiles.of(place)) {
                files.putIfAbsent(file, shown(data, place, file));
            }
        }
        int read = 0;
        for (Map.Entry<Path, String> file : files.entrySet()) {
            control.progress(read++, files.size(), "reading files");
            read(file.getKey(), file.getValue(), control);
        }
        judgeWaiting();
        if (training.isEmpty()) {
            training.addAll(validation);
            validation.clear();
        }
        return new TrainingSet(List.copyOf(training), List.copyOf(validation), List.copyOf(refusals), read, records,
                features, spaceGroups);
    }

    /** The name of a file in the folder that was given; of several, with the folder. */
    private static String shown(List<Path> data, Path place, Path file) {
        Path shown = data.size() > 1 ? file : file.equals(place) ? file.getFileName() : place.relativize(file);
        return shown.toString().replace('\\', '/');
    }

    private void read(Path file, String name, RunControl control) throws IOException {
        StructureFormat format;
        try {
            format = formats.toRead(file);
        } catch (IllegalArgumentException e) {
            refusals.add(new Refusal(name, 0, "", "its suffix names no format of structures"));
            return;
        }
        try {
            new RecordReading(file, format, new RecordReading.Sink() {

                @Override
                public void accept(long record, Entry entry) {
                    if (control.isCancelled()) {
                        throw new Cancelled();
                    }
                    records++;
                    waiting.add(new Candidate(new Place(name, record), entry));
                    if (waiting.size() == CHUNK) {
                        judgeWaiting();
                        control.progress(records, 0, "structures read");
                    }
                }

                @Override
                public void damaged(long record, String reason) {
                    records += record > 0 ? 1 : 0;
                    judgeWaiting();
                    refusals.add(new Refusal(name, record, "", reason));
                }
            }).read();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IOException e) {
            judgeWaiting();
            refusals.add(new Refusal(name, 0, "", e.getMessage()));
        }
    }

    private void judgeWaiting() {
        waiting.parallelStream().map(this::judge).toList().forEach(this::take);
        waiting.clear();
    }

    private Judged judge(Candidate candidate) {
        AtomicStructure structure = candidate.entry.structure();
        Optional<String> refusal = refusalBeforeAssessment(candidate.entry);
        if (refusal.isPresent()) {
            return Judged.refused(candidate, refusal.get());
        }
        try {
            TrainingArrays arrays = Conventions.arrays(structure);
            Assessment assessment = assessor.assess(structure);
            Optional<String> invalid = assessment.failure()
                    .map(failure -> "is not valid, " + failure.check() + ": " + failure.message());
            if (invalid.isPresent() && !rules.acceptInvalid) {
                return Judged.refused(candidate, invalid.get());
            }
            return new Judged(candidate, Optional.empty(), assessment, arrays, spaceGroup(structure));
        } catch (IllegalArgumentException e) {
            return Judged.refused(candidate, e.getMessage());
        }
    }

    private Optional<Integer> spaceGroup(AtomicStructure structure) {
        return structure instanceof Crystal crystal ? symmetry.spaceGroup(crystal, SYMMETRY_TOLERANCE).map(SpaceGroup::number)
                : Optional.empty();
    }

    private Optional<String> refusalBeforeAssessment(Entry entry) {
        AtomicStructure structure = entry.structure();
        StructureKind kind = kind(structure);
        if (entry.asDrawn().isPresent()) {
            return Optional.of("has no coordinates in space; a conformer generator makes them, for example: obabel in.smi -O"
                    + " out.sdf --gen3d");
        }
        Integer most = rules.mostAtoms.get(kind);
        if (most == null) {
            return Optional.of("is a " + kind.word() + ", which is not asked for or not known to the model");
        }
        if (structure.atomCount() > most) {
            return Optional.of("has " + structure.atomCount() + " atoms; at most " + most + " of a " + kind.word()
                    + " can be learned by this model");
        }
        return Arrays.stream(structure.atomicNumbers()).filter(z -> z >= Architecture.ATOM_TYPES).boxed().findFirst()
                .map(z -> "has the element " + Element.of(z).symbol() + "; elements up to Es ("
                        + (Architecture.ATOM_TYPES - 1) + ") can be learned");
    }

    private void take(Judged judged) {
        Candidate candidate = judged.candidate;
        AtomicStructure structure = candidate.entry.structure();
        if (judged.refusal.isPresent()) {
            refuse(candidate, judged.refusal.get());
            return;
        }
        String identity = kind(structure).word() + " "
                + judged.assessment.identity().orElseGet(() -> roundedArrays(judged.arrays));
        Place earlier = identities.putIfAbsent(identity, candidate.place);
        if (earlier != null) {
            refuse(candidate, "is the same structure as record " + earlier.record + " of " + earlier.file);
            return;
        }
        boolean judges = hash(structure instanceof Crystal ? structure.formula().reduced().toString() : identity)
                % VALIDATION == 0;
        (judges ? validation : training).add(judged.arrays);
        judged.spaceGroup.ifPresent(group -> spaceGroups.merge(group, 1L, Long::sum));
        features.computeIfAbsent(kind(structure), kind -> new FeatureTally())
                .add(structure.atomCount(), Features.of(structure, judged.assessment));
    }

    private void refuse(Candidate candidate, String reason) {
        refusals.add(new Refusal(candidate.place.file, candidate.place.record, candidate.entry.name(), reason));
    }

    /** Stands for the identity that an invalid structure does not have. */
    private static String roundedArrays(TrainingArrays arrays) {
        return Arrays.toString(arrays.types())
                + Arrays.stream(arrays.positions()).mapToObj(x -> Long.toString(Math.round(10 * x)))
                        .collect(Collectors.joining(","));
    }

    private static long hash(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    static StructureKind kind(AtomicStructure structure) {
        return structure instanceof Crystal ? StructureKind.CRYSTAL : StructureKind.MOLECULE;
    }
}
