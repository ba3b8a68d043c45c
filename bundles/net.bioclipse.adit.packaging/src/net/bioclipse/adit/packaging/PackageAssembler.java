package net.bioclipse.adit.packaging;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.MeanLatents;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.ModelPackageReader;
import net.bioclipse.adit.modelpackage.ModelPackageWriter;
import net.bioclipse.adit.modelpackage.Parameters;
import net.bioclipse.adit.modelpackage.SafetensorsFile;
import net.bioclipse.adit.modelpackage.SafetensorsWriter;
import net.bioclipse.adit.modelpackage.TensorEntry;
import net.bioclipse.adit.modelpackage.TensorType;
import net.bioclipse.adit.structure.known.InChIKeyTable;
import net.bioclipse.adit.structure.known.KnownIndexWriter;

/**
 * Makes a model package out of what training leaves behind, the draft: {@code weights.safetensors}, {@code draft.json} (a
 * {@code model.json} without the key {@code files}), {@code MODEL_CARD.md} and {@code LICENSE}; if wanted also
 * {@code known-molecules.txt}, the InChIKeys of the training molecules one a line, or any of the
 * {@link ModelPackage#OPTIONAL_FILES} as they are, and {@code means.safetensors}, the mean latents of the training structures
 * by kind and atom count, "molecule.17" [n, 8]. It writes the four graphs, the index of the InChIKeys and the checksums.
 */
public final class PackageAssembler {

    /** File of a draft with the mean latents of the training structures. */
    public static final String MEANS = "means.safetensors";

    private static final String ASKED = "The model package cannot be assembled";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String MOLECULES = "known-molecules.txt";
    private static final List<String> TEXTS = List.of("MODEL_CARD.md", "LICENSE");

    private PackageAssembler() {
    }

    /**
     * The package is written beside the target, read back with all checks and then moved into place.
     *
     * @param draft  directory that holds the draft
     * @param target directory to make; it must not exist or must be empty
     * @return the package in the target
     * @throws ModelPackageException when the draft is not as it should be or the target is taken
     * @throws IOException           when writing fails; the target is then as it was
     */
    public static ModelPackage assemble(Path draft, Path target) throws ModelPackageException, IOException {
        Architecture architecture = ModelPackageReader.readDraft(draft.resolve("draft.json")).architecture();
        SafetensorsFile weights = SafetensorsFile.open(draft.resolve(WEIGHTS));
        ModelPackageReader.checkTensors(weights, architecture);
        checkTarget(target);
        Path parent = Files.createDirectories(target.toAbsolutePath().getParent());
        Path temporary = parent.resolve("." + target.getFileName() + ".part");
        delete(temporary);
        try {
            Files.createDirectory(temporary);
            copyWeights(weights, architecture, temporary.resolve(WEIGHTS));
            writeGraphs(architecture, temporary);
            for (String name : TEXTS) {
                copyText(draft.resolve(name), temporary.resolve(name));
            }
            for (String name : ModelPackage.OPTIONAL_FILES) {
                if (Files.exists(draft.resolve(name))) {
                    Files.copy(draft.resolve(name), temporary.resolve(name));
                }
            }
            if (Files.exists(draft.resolve(MEANS))) {
                fitMeans(SafetensorsFile.open(draft.resolve(MEANS)), temporary.resolve(ModelPackage.MEAN_LATENTS));
            }
            if (Files.exists(draft.resolve(MOLECULES))) {
                indexMolecules(draft.resolve(MOLECULES), temporary.resolve(ModelPackage.KNOWN_MOLECULES));
            }
            ModelPackageWriter.write(draft.resolve("draft.json"), temporary);
            ModelPackageReader.read(temporary);
            Files.deleteIfExists(target);
            Files.move(temporary, target);
        } finally {
            delete(temporary);
        }
        return ModelPackageReader.read(target);
    }

    private static void checkTarget(Path target) throws IOException, ModelPackageException {
        if (!Files.exists(target)) {
            return;
        }
        boolean empty = false;
        if (Files.isDirectory(target)) {
            try (Stream<Path> entries = Files.list(target)) {
                empty = entries.findAny().isEmpty();
            }
        }
        if (!empty) {
            throw ModelPackageException.of(ASKED, "the target exists", "a new or an empty directory would be right", target);
        }
    }

    /** Writes the tensors aligned and in the order of the architecture, whoever wrote the draft; refuses NaN. */
    private static void copyWeights(SafetensorsFile weights, Architecture architecture, Path target)
            throws IOException, ModelPackageException {
        boolean half = weights.tensors().values().stream().allMatch(tensor -> tensor.type() == TensorType.F16);
        SafetensorsWriter.write(target, half ? TensorType.F16 : TensorType.F32, Parameters.of(architecture), name -> {
            float[] values = weights.floats(name);
            for (float value : values) {
                if (!Float.isFinite(value)) {
                    throw ModelPackageException.of(ASKED, "tensor '" + name + "' holds the value " + value,
                            "finite numbers would be right", weights.path());
                }
            }
            return values;
        });
    }

    private static void writeGraphs(Architecture architecture, Path directory) throws IOException, ModelPackageException {
        AditGraphs graphs = new AditGraphs(architecture, SafetensorsFile.open(directory.resolve(WEIGHTS)));
        write(graphs.encoder(), directory.resolve("encoder.onnx"));
        write(graphs.decoder(), directory.resolve("decoder.onnx"));
        write(graphs.conditioner(), directory.resolve("conditioner.onnx"));
        write(graphs.denoiser(), directory.resolve("denoiser.onnx"));
    }

    private static void write(ModelProto graph, Path file) throws IOException {
        Files.write(file, graph.toByteArray());
    }

    private static void copyText(Path source, Path target) throws IOException, ModelPackageException {
        if (!Files.isRegularFile(source)) {
            throw ModelPackageException.of(ASKED, source.getFileName() + " does not exist",
                    "a text file would be right", source);
        }
        Files.copy(source, target);
    }

    /** The same list gives the same bytes, whatever its order. */
    private static void indexMolecules(Path list, Path target) throws IOException, ModelPackageException {
        try (KnownIndexWriter index = new KnownIndexWriter(target, KnownIndexWriter.COMPACT)) {
            new InChIKeyTable().read(list, index::take);
            if (index.unidentified() > 0) {
                throw ModelPackageException.of(ASKED, index.unidentified() + " lines hold no InChIKey",
                        "one on each line would be right", list);
            }
            index.commit();
        }
    }

    /**
     * One mixture for each tensor of mean latents, "molecule.17" [n, 8]. Mixtures that are there already are the parent's: they
     * help to fit those of the same kind, and those of other kinds stay.
     */
    private static void fitMeans(SafetensorsFile means, Path target) throws IOException, ModelPackageException {
        Set<String> kinds = means.tensors().keySet().stream().map(PackageAssembler::kind).collect(Collectors.toSet());
        List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();
        MeanLatents parent = MeanLatents.NONE;
        if (Files.exists(target)) {
            parent = MeanLatents.read(target);
            SafetensorsFile ready = SafetensorsFile.open(target);
            for (TensorEntry entry : ready.tensors().values()) {
                if (!kinds.contains(kind(entry.name()))) {
                    tensors.add(new SafetensorsWriter.Tensor(entry.name(), entry.shape(), ready.floats(entry.name())));
                }
            }
        }
        for (TensorEntry entry : means.tensors().values()) {
            if (!entry.name().matches("(molecule|crystal)\\.[1-9]\\d{0,4}") || entry.shape().size() != 2
                    || entry.shape().get(0) < 1 || entry.shape().get(1) != Architecture.LATENT) {
                throw ModelPackageException.of(ASKED, "tensor '" + entry.name() + "' has shape " + entry.shape(),
                        "a name like molecule.17 with shape [n, " + Architecture.LATENT + "] would be right", means.path());
            }
            MeanLatents.Mixture mixture = MeanLatentsFit.of(means.floats(entry.name()),
                    parent.of(kind(entry.name()), Integer.parseInt(entry.name().replaceAll(".*\\.", ""))));
            long components = mixture.weights().length;
            long width = Architecture.LATENT;
            tensors.add(new SafetensorsWriter.Tensor(entry.name() + ".weights", List.of(components), mixture.weights()));
            tensors.add(new SafetensorsWriter.Tensor(entry.name() + ".means", List.of(components, width), mixture.means()));
            tensors.add(new SafetensorsWriter.Tensor(entry.name() + ".factors", List.of(components, width, width),
                    mixture.factors()));
        }
        SafetensorsWriter.write(target, tensors);
    }

    private static String kind(String tensor) {
        return tensor.substring(0, Math.max(0, tensor.indexOf('.')));
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(directory)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
