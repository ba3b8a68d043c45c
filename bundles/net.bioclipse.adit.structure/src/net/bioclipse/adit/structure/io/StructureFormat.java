package net.bioclipse.adit.structure.io;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import net.bioclipse.adit.structure.AtomicStructure;

/**
 * A file format of structures, known by the suffixes of its files.
 *
 * @param name     for messages: "CIF"
 * @param suffixes in lower case with the dot: ".cif"; the first is the usual one
 * @param kinds    the classes of structures that a file can hold
 * @param reader   makes a reader; empty when the format is only written
 * @param writer   makes a writer that owns the stream; empty when the format is only read
 */
public record StructureFormat(String name, List<String> suffixes, Set<Class<? extends AtomicStructure>> kinds,
        Optional<Supplier<StructureReader>> reader, Optional<Function<OutputStream, StructureWriter>> writer) {

    public StructureFormat {
        suffixes = List.copyOf(suffixes);
        kinds = Set.copyOf(kinds);
    }

    /** Whether a file of this format can hold this kind of structures. */
    public boolean holds(Class<? extends AtomicStructure> kind) {
        return kinds.contains(kind);
    }
}
