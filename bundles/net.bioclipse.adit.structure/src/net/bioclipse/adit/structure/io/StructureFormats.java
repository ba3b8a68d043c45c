package net.bioclipse.adit.structure.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Molecule;

/**
 * The known file formats, looked up by the suffix of a file name in any case. {@link #BUILT_IN} has those of this
 * bundle; {@link #and} adds those of others.
 *
 * @param formats each with suffixes of its own
 */
public record StructureFormats(List<StructureFormat> formats) {

    /** XYZ, extended XYZ, CIF and CSV. */
    public static final StructureFormats BUILT_IN = new StructureFormats(List.of(
            new StructureFormat("XYZ", List.of(".xyz"), Set.of(Molecule.class, Crystal.class),
                    Optional.of(XyzReader::new), Optional.of(XyzWriter::plain)),
            new StructureFormat("extended XYZ", List.of(".extxyz"), Set.of(Molecule.class, Crystal.class),
                    Optional.of(XyzReader::new), Optional.of(XyzWriter::extended)),
            new StructureFormat("CIF", List.of(".cif"), Set.of(Crystal.class),
                    Optional.of(CifReader::new), Optional.of(CifWriter::new)),
            new StructureFormat("CSV table", List.of(".csv"), Set.of(Molecule.class, Crystal.class),
                    Optional.empty(), Optional.of(CsvWriter::new))));

    public StructureFormats {
        formats = List.copyOf(formats);
    }

    /** These formats and further ones. */
    public StructureFormats and(List<StructureFormat> others) {
        List<StructureFormat> all = new ArrayList<>(formats);
        all.addAll(others);
        return new StructureFormats(all);
    }

    /**
     * The format in which to read a file.
     *
     * @throws IllegalArgumentException with a sentence for the user that lists the known suffixes
     */
    public StructureFormat toRead(Path file) {
        return find(file, "read", format -> format.reader().isPresent());
    }

    /**
     * The format in which to write a file.
     *
     * @throws IllegalArgumentException with a sentence for the user that lists the known suffixes
     */
    public StructureFormat toWrite(Path file) {
        return find(file, "write", format -> format.writer().isPresent());
    }

    private StructureFormat find(Path file, String what, Predicate<StructureFormat> able) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        List<StructureFormat> candidates = formats.stream().filter(able).toList();
        return candidates.stream().filter(format -> format.suffixes().stream().anyMatch(name::endsWith)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot " + what + " '" + file
                        + "': its suffix names no format for that; known are " + candidates.stream()
                                .flatMap(format -> format.suffixes().stream()).collect(Collectors.joining(", ")) + "."));
    }
}
