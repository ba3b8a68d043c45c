package net.bioclipse.adit.structure.io;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.bioclipse.adit.structure.AtomicStructure;

/**
 * A file format of structures, known by the names of its files.
 *
 * @param name     for messages: "CIF"
 * @param suffixes in lower case with the dot: ".cif"; the first is the usual one. Without a dot the whole name of a file, which
 *                 may go on after a dot, underscore or hyphen: "POSCAR" is also POSCAR_NaCl
 * @param kinds    the classes of structures that a file can hold
 * @param reader   makes a reader; empty when the format is only written
 * @param writer   makes a writer that owns the stream; empty when the format is only read
 * @param traits   what else is to be known of its files
 */
public record StructureFormat(String name, List<String> suffixes, Set<Class<? extends AtomicStructure>> kinds,
        Optional<Supplier<StructureReader>> reader, Optional<Function<OutputStream, StructureWriter>> writer,
        Set<Trait> traits) {

    /** In what the files of a format differ from lists of atoms with their positions. */
    public enum Trait {

        /** A file holds one structure alone. */
        SINGLE,
        /** Bonds or properties of the assessment are written. */
        ASSESSED,
        /** No positions are written. */
        FLAT
    }

    /** A format that lists atoms with their positions and nothing perceived, any number of structures in a file. */
    public StructureFormat(String name, List<String> suffixes, Set<Class<? extends AtomicStructure>> kinds,
            Optional<Supplier<StructureReader>> reader, Optional<Function<OutputStream, StructureWriter>> writer) {
        this(name, suffixes, kinds, reader, writer, Set.of());
    }

    public StructureFormat {
        suffixes = List.copyOf(suffixes);
        kinds = Set.copyOf(kinds);
        traits = Set.copyOf(traits);
    }

    /** Whether the name of a file, in any case, is one of this format. */
    public boolean isNamedBy(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return suffixes.stream().anyMatch(suffix -> suffix.startsWith(".") ? name.endsWith(suffix)
                : name.matches(Pattern.quote(suffix.toLowerCase(Locale.ROOT)) + "([._-].*)?"));
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether a file of this format can hold this kind of structures. */
    public boolean holds(Class<? extends AtomicStructure> kind) {
        return kinds.contains(kind);
    }
}
