package net.bioclipse.adit.structure.known;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureFolder;
import net.bioclipse.adit.structure.io.StructureFormats;
import net.bioclipse.adit.structure.io.StructureReader.Entry;

/**
 * Opens what users name as known structures: a list or table of InChIKeys (.csv, .tsv, .txt), a file of structures, a folder of
 * such files, or an index itself.
 *
 * @param formats     what can be read
 * @param assessor    tells the identity of molecules
 * @param fingerprint tells crystals apart
 */
public record KnownSource(StructureFormats formats, StructureAssessor assessor, CrystalFingerprint fingerprint) {

    /** Of a kind that a file cannot hold. */
    private static final Optional<KnownStructures> NONE = Optional.of(new Union(List.of()));

    /**
     * Opens the indices of a source, which are made before if need be, see {@link KnownFile}.
     *
     * @param progress watches and stops the making of an index
     * @return empty when it was stopped
     * @throws IOException              with a sentence for the user when the source or an index is missing or damaged
     * @throws IllegalArgumentException with a sentence for the user when the name of the file tells no format
     */
    public Optional<KnownStructures> open(Path source, IndexingProgress progress) throws IOException {
        String name = String.valueOf(source.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(KnownFile.MOLECULES)) {
            return Optional.of(KnownIndex.open(source));
        }
        if (name.endsWith(KnownFile.CRYSTALS)) {
            return Optional.of(CrystalIndex.open(source, fingerprint));
        }
        if (isList(source)) {
            return KnownFile.molecules(source, new InChIKeyTable(), progress);
        }
        boolean folder = Files.isDirectory(source);
        Optional<KnownStructures> molecules = !folder && !formats.toRead(source).holds(Molecule.class) ? NONE
                : KnownFile.molecules(source, this::readIdentities, progress);
        Optional<KnownStructures> crystals = !folder && !formats.toRead(source).holds(Crystal.class) ? NONE
                : KnownFile.crystals(source, this::readCrystals, fingerprint, progress);
        return molecules.flatMap(first -> crystals.map(second -> new Union(List.of(first, second))));
    }

    /**
     * Writes an index that stands alone, as a model package holds one of its training data.
     *
     * @param source structures, a folder of them, or a list or table of InChIKeys
     * @param index  to make; its suffix, {@link KnownFile#MOLECULES} or {@link KnownFile#CRYSTALS}, says what is indexed
     * @return false when it was stopped
     * @throws IOException              with a sentence for the user when the source cannot be read or the index not written
     * @throws IllegalArgumentException with a sentence for the user when the names do not say what is meant
     */
    public boolean write(Path source, Path index, IndexingProgress progress) throws IOException {
        String name = String.valueOf(index.getFileName());
        if (name.endsWith(KnownFile.CRYSTALS)) {
            return KnownFile.writeCrystals(source, index, this::readCrystals, fingerprint, progress);
        }
        if (name.endsWith(KnownFile.MOLECULES)) {
            IdentityReader reader = isList(source) ? new InChIKeyTable() : this::readIdentities;
            return KnownFile.writeMolecules(source, index, reader, progress);
        }
        throw new IllegalArgumentException("Cannot write the index '" + index + "': its suffix should be " + KnownFile.MOLECULES
                + " for molecules or " + KnownFile.CRYSTALS + " for crystals.");
    }

    private static boolean isList(Path source) {
        String name = String.valueOf(source.getFileName()).toLowerCase(Locale.ROOT);
        return !Files.isDirectory(source) && Stream.of(".csv", ".tsv", ".txt").anyMatch(name::endsWith);
    }

    private void readIdentities(Path source, Consumer<Optional<String>> sink) throws IOException {
        records(source, Molecule.class, (entry, molecule) -> entry.assessedBy(assessor).identity(), sink, true);
    }

    private void readCrystals(Path source, Consumer<Optional<Crystal>> sink) throws IOException {
        records(source, Crystal.class, (entry, crystal) -> Optional.of(crystal), sink, false);
    }

    /**
     * @param known   what a structure is known by
     * @param telling whether a damaged file of a folder counts as a record without anything to be known by; one kind of
     *                structures tells, so that it counts once
     */
    private <S extends AtomicStructure, T> void records(Path source, Class<S> kind, BiFunction<Entry, S, Optional<T>> known,
            Consumer<Optional<T>> sink, boolean telling) throws IOException {
        Consumer<Entry> taken = entry -> {
            if (kind.isInstance(entry.structure())) {
                sink.accept(known.apply(entry, kind.cast(entry.structure())));
            }
        };
        if (Files.isDirectory(source)) {
            new StructureFolder(source, formats).read(taken, damage -> {
                if (telling) {
                    sink.accept(Optional.empty());
                }
            });
        } else {
            formats.toRead(source).reader().orElseThrow().get().read(source, taken);
        }
    }

    /** What a model package tells of its training data; empty when it tells nothing. */
    public Optional<KnownStructures> open(Optional<Path> molecules, Optional<Path> crystals) throws IOException {
        List<KnownStructures> sets = new ArrayList<>();
        if (molecules.isPresent()) {
            sets.add(KnownIndex.open(molecules.get()));
        }
        if (crystals.isPresent()) {
            sets.add(CrystalIndex.open(crystals.get(), fingerprint));
        }
        return sets.isEmpty() ? Optional.empty() : Optional.of(new Union(sets));
    }

    /** Sets of different kinds as one. */
    private record Union(List<KnownStructures> sets) implements KnownStructures {

        @Override
        public boolean holds(Class<? extends AtomicStructure> kind) {
            return sets.stream().anyMatch(set -> set.holds(kind));
        }

        @Override
        public boolean contains(AtomicStructure structure, Assessment assessment) {
            return sets.stream().anyMatch(set -> set.contains(structure, assessment));
        }

        @Override
        public long unidentified() {
            return sets.stream().mapToLong(KnownStructures::unidentified).sum();
        }
    }
}
