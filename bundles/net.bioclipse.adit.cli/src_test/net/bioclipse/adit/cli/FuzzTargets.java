package net.bioclipse.adit.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.ModelPackageReader;
import net.bioclipse.adit.modelpackage.SafetensorsFile;
import net.bioclipse.adit.runs.RunRecordFile;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import net.bioclipse.adit.structure.io.StructureWriter;
import net.bioclipse.adit.structure.known.KnownFile;
import net.bioclipse.adit.structure.known.KnownStructures;

/** Every reader of the program with good files of its format. */
final class FuzzTargets {

    private static final Set<Class<? extends Exception>> OF_FILES = Set.of(IOException.class);
    private static final Set<Class<? extends Exception>> OF_PACKAGES = Set.of(ModelPackageException.class);
    /** Larger structures are read but not judged, so that more files can be tried. */
    private static final int JUDGED_ATOMS = 60;

    private static final Molecule FORMALDEHYDE = new Molecule(new int[] {6, 8, 1, 1},
            new double[] {0, 0, 0, 0, 0, 1.21, 0.94, 0, -0.59, -0.94, 0, -0.59});
    private static final Crystal SALT = new Crystal(new Lattice(5.64, 5.64, 5.64, 90, 90, 90),
            new int[] {11, 11, 11, 11, 17, 17, 17, 17}, new double[] {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0,
                .5, .5, .5, .5, 0, 0, 0, .5, 0, 0, 0, .5});

    private FuzzTargets() {
    }

    static List<FuzzTarget> all() {
        Toolbox toolbox = new AssembledToolbox();
        StructureAssessor assessor = toolbox.assessor(Set.of());
        List<FuzzTarget> targets = new ArrayList<>();
        for (StructureFormat format : toolbox.formats().formats()) {
            format.reader().ifPresent(reader -> targets.add(new FuzzTarget(format.name(), "fuzz" + format.suffixes().get(0),
                    good(format, assessor), file -> reader.get().read(file, entry -> judge(entry, assessor)), OF_FILES)));
        }
        targets.add(record());
        targets.add(draft());
        targets.add(description());
        targets.add(weights());
        targets.add(known("table of InChIKeys", "fuzz.csv", bytes(resources().resolve("keys.csv"))));
        targets.add(known("index of molecules", "fuzz" + KnownFile.MOLECULES, index(KnownFile.MOLECULES)));
        targets.add(known("index of crystals", "fuzz" + KnownFile.CRYSTALS, index(KnownFile.CRYSTALS)));
        return targets;
    }

    private static void judge(Entry entry, StructureAssessor assessor) {
        entry.asDrawn().ifPresent(Supplier::get);
        if (entry.asDrawn().isEmpty() && entry.structure().atomCount() <= JUDGED_ATOMS) {
            assessor.assess(entry.structure());
        }
    }

    /** What the program writes itself, and what others do. */
    private static List<byte[]> good(StructureFormat format, StructureAssessor assessor) {
        List<byte[]> good = new ArrayList<>();
        for (AtomicStructure structure : List.of(FORMALDEHYDE, SALT)) {
            if (format.writer().isPresent() && format.holds(structure.getClass())) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (StructureWriter writer = format.writer().get().apply(bytes)) {
                    Assessment assessment = assessor.assess(structure);
                    writer.write("first", structure, assessment);
                    if (!format.is(StructureFormat.Trait.SINGLE)) {
                        writer.write("second", structure, assessment);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                good.add(bytes.toByteArray());
            }
        }
        try (Stream<Path> files = Files.list(resources())) {
            files.filter(file -> file.toString().endsWith(format.suffixes().get(0))).sorted()
                    .forEach(file -> good.add(bytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return good;
    }

    private static Path resources() {
        return GoldenModels.repository().resolve("bundles/net.bioclipse.adit.cli/src_test/net/bioclipse/adit/cli/fuzzing");
    }

    private static FuzzTarget record() {
        return new FuzzTarget("run record", "fuzz.run.json", List.of(bytes(resources().resolve("good.run.json"))),
                RunRecordFile::read, Set.of(IllegalRequestException.class, IOException.class));
    }

    private static FuzzTarget draft() {
        return new FuzzTarget("draft of a model package", "draft.json",
                List.of(bytes(GoldenModels.draft().resolve("draft.json"))), ModelPackageReader::readDraft, OF_PACKAGES);
    }

    /** The description of a package whose other files are as they should be. */
    private static FuzzTarget description() {
        Path golden = GoldenModels.folder().resolve("golden");
        return new FuzzTarget("model package", "model.json", List.of(bytes(golden.resolve("model.json"))), file -> {
            complete(golden, file.getParent());
            ModelPackageReader.read(file.getParent());
        }, OF_PACKAGES);
    }

    /** Puts beside a description the other files of its package. */
    private static void complete(Path golden, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(golden)) {
            for (Path file : files.filter(f -> !Files.exists(folder.resolve(f.getFileName()))).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private static FuzzTarget weights() {
        byte[] golden = bytes(GoldenModels.folder().resolve("golden").resolve("weights.safetensors"));
        return new FuzzTarget("safetensors", "fuzz.safetensors", List.of(golden), file -> {
            SafetensorsFile weights = SafetensorsFile.open(file);
            for (String name : weights.tensors().keySet()) {
                weights.floats(name);
            }
        }, OF_PACKAGES);
    }

    /** Known structures: opened, and asked for one of each kind. */
    private static FuzzTarget known(String name, String fileName, byte[] good) {
        Assessment assessment = new AssembledToolbox().assessor(Set.of()).assess(FORMALDEHYDE);
        return new FuzzTarget(name, fileName, List.of(good), file -> {
            KnownStructures known = Workshop.known().open(file, records -> true).orElseThrow();
            known.contains(FORMALDEHYDE, assessment);
            known.contains(SALT, assessment);
            known.unidentified();
        }, OF_FILES);
    }

    /** An index of the structures that are written here. */
    private static byte[] index(String suffix) {
        boolean molecules = suffix.equals(KnownFile.MOLECULES);
        try {
            Path folder = Files.createTempDirectory("adit-fuzzing");
            Path index = folder.resolve("known" + suffix);
            Path source = Files.write(folder.resolve(molecules ? "keys.csv" : "salt.cif"),
                    bytes(resources().resolve(molecules ? "keys.csv" : "symmetry.cif")));
            Workshop.known().write(source, index, records -> true);
            byte[] written = bytes(index);
            Files.delete(source);
            Files.delete(index);
            Files.delete(folder);
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
