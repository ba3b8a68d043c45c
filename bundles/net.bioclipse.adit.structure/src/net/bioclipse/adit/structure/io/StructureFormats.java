package net.bioclipse.adit.structure.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureFormat.Trait;

/**
 * The known file formats, looked up by the suffix of a file name in any case, or by the whole name. {@link #BUILT_IN} has
 * those of this bundle; {@link #and} adds those of others.
 *
 * @param formats each with suffixes of its own
 */
public record StructureFormats(List<StructureFormat> formats) {

    /** XYZ, extended XYZ, CIF, POSCAR and CSV. */
    public static final StructureFormats BUILT_IN = new StructureFormats(List.of(
            new StructureFormat("XYZ", List.of(".xyz"), Set.of(Molecule.class, Crystal.class),
                    Optional.of(XyzReader::new), Optional.of(XyzWriter::plain)),
            new StructureFormat("extended XYZ", List.of(".extxyz"), Set.of(Molecule.class, Crystal.class),
                    Optional.of(XyzReader::new), Optional.of(XyzWriter::extended)),
            new StructureFormat("CIF", List.of(".cif"), Set.of(Crystal.class),
                    Optional.of(CifReader::new), Optional.of(CifWriter::new)),
            new StructureFormat("POSCAR", List.of(".vasp", ".poscar", "POSCAR", "CONTCAR"), Set.of(Crystal.class),
                    Optional.of(PoscarReader::new), Optional.of(PoscarWriter::new), Set.of(Trait.SINGLE)),
            new StructureFormat("CSV table", List.of(".csv"), Set.of(Molecule.class, Crystal.class),
                    Optional.empty(), Optional.of(CsvWriter::new), Set.of(Trait.ASSESSED, Trait.FLAT))));

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

    /** Whether the name of the file tells a format that can be read. */
    public boolean canRead(Path file) {
        return formats.stream().anyMatch(format -> format.reader().isPresent() && format.isNamedBy(file));
    }

    /** The suffixes and names of files that can be read. */
    public List<String> readable() {
        return names(format -> format.reader().isPresent());
    }

    private List<String> names(Predicate<StructureFormat> able) {
        return formats.stream().filter(able).flatMap(format -> format.suffixes().stream()).toList();
    }

    private StructureFormat find(Path file, String what, Predicate<StructureFormat> able) {
        return formats.stream().filter(able).filter(format -> format.isNamedBy(file)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot " + what + " '" + file
                        + "': its suffix names no format for that; known are " + String.join(", ", names(able)) + "."));
    }
}
