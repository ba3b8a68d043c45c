package net.bioclipse.adit.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bioclipse.adit.modelpackage.MeanLatents;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.ModelPackageReader;
import net.bioclipse.adit.modelpackage.Parameters;
import net.bioclipse.adit.modelpackage.SafetensorsFile;
import net.bioclipse.adit.modelpackage.SafetensorsWriter;
import net.bioclipse.adit.modelpackage.TensorType;
import net.bioclipse.adit.structure.known.KnownIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageAssemblerTest {

    @TempDir
    Path directory;

    private Path draft;
    private Path target;

    @BeforeEach
    void writeDraft() throws Exception {
        draft = Draft.write(directory.resolve("draft"), TensorType.F32);
        target = directory.resolve("models/tiny");
    }

    @Test
    void makesACompletePackage() throws Exception {
        ModelPackage assembled = PackageAssembler.assemble(draft, target);
        assertEquals(target, assembled.directory());
        assertEquals(Draft.ARCHITECTURE, assembled.architecture());
        assertEquals(assembled.checksum(), ModelPackageReader.read(target).checksum());
        List<String> expected = new ArrayList<>(ModelPackage.FILES);
        expected.add("model.json");
        Collections.sort(expected);
        assertEquals(expected, names(target));
        assertEquals(List.of("tiny"), names(target.getParent()));
        byte[] graph = Files.readAllBytes(target.resolve("denoiser.onnx"));
        assertEquals("denoiser", ModelProto.parseFrom(graph).getGraph().getName());
    }

    @ParameterizedTest
    @EnumSource(value = TensorType.class, names = {"F32", "F16"})
    void keepsValuesAndPrecisionOfTheWeights(TensorType type) throws Exception {
        Draft.write(draft, type);
        PackageAssembler.assemble(draft, target);
        SafetensorsFile before = SafetensorsFile.open(draft.resolve("weights.safetensors"));
        SafetensorsFile after = SafetensorsFile.open(target.resolve("weights.safetensors"));
        for (String name : before.tensors().keySet()) {
            assertEquals(type, after.tensors().get(name).type());
            assertArrayEquals(before.floats(name), after.floats(name));
        }
    }

    @Test
    void theSameDraftGivesTheSameBytes() throws Exception {
        String checksum = PackageAssembler.assemble(draft, target).checksum();
        assertEquals(checksum, PackageAssembler.assemble(draft, directory.resolve("again")).checksum());
    }

    @Test
    void indexesTheMoleculesOfTheTraining() throws Exception {
        String water = "XLYOFNOQVPJJNP-UHFFFAOYSA-N";
        String methane = "VNWKTOKETHGBQD-UHFFFAOYSA-N";
        Files.writeString(draft.resolve("known-molecules.txt"), water + "\n" + methane + "\n" + water + "\n");
        ModelPackage assembled = PackageAssembler.assemble(draft, target);
        Path index = assembled.optionalFile(ModelPackage.KNOWN_MOLECULES).orElseThrow();
        assertEquals(2, KnownIndex.open(index).size());
        assertTrue(KnownIndex.open(index).contains(methane));
        assertTrue(Files.notExists(target.resolve("known-molecules.txt")));
        Files.delete(draft.resolve("known-molecules.txt"));
        Files.copy(index, draft.resolve(ModelPackage.KNOWN_MOLECULES));
        assertEquals(assembled.checksum(), PackageAssembler.assemble(draft, directory.resolve("again")).checksum());
    }

    @Test
    void takesAReadyIndexOfTheCrystalsOfTheTraining() throws Exception {
        byte[] index = {1, 2, 3};
        Files.write(draft.resolve(ModelPackage.KNOWN_CRYSTALS), index);
        ModelPackage assembled = PackageAssembler.assemble(draft, target);
        assertArrayEquals(index, Files.readAllBytes(assembled.optionalFile(ModelPackage.KNOWN_CRYSTALS).orElseThrow()));
    }

    @Test
    void fitsMixturesToTheMeanLatentsOfTheTraining() throws Exception {
        SafetensorsWriter.write(draft.resolve("means.safetensors"),
                List.of(new SafetensorsWriter.Tensor("molecule.5", List.of(2L, 8L), new float[16])));
        ModelPackage assembled = PackageAssembler.assemble(draft, target);
        assertTrue(MeanLatents.of(assembled).of("molecule", 5).isPresent());
        assertTrue(Files.notExists(target.resolve("means.safetensors")));
    }

    @Test
    void keepsReadyMixturesOfKindsWithoutNewMeans() throws Exception {
        Path means = draft.resolve("means.safetensors");
        SafetensorsWriter.write(means, List.of(new SafetensorsWriter.Tensor("molecule.5", List.of(2L, 8L), new float[16]),
                new SafetensorsWriter.Tensor("crystal.3", List.of(1L, 8L), new float[8])));
        Path ready = PackageAssembler.assemble(draft, target).optionalFile(ModelPackage.MEAN_LATENTS).orElseThrow();
        Files.copy(ready, draft.resolve(ModelPackage.MEAN_LATENTS));
        SafetensorsWriter.write(means, List.of(new SafetensorsWriter.Tensor("molecule.9", List.of(2L, 8L), new float[16])));
        ModelPackage again = PackageAssembler.assemble(draft, directory.resolve("again"));
        SafetensorsFile mixtures = SafetensorsFile.open(again.optionalFile(ModelPackage.MEAN_LATENTS).orElseThrow());
        assertEquals(List.of("crystal.3.factors", "crystal.3.means", "crystal.3.weights", "molecule.9.factors",
                "molecule.9.means", "molecule.9.weights"), mixtures.tensors().keySet().stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({"molecule.5, 2, 4", "molecule.many, 1, 8"})
    void refusesMeanLatentsOfAnotherWidthOrOfNoSize(String name, int rows, int width) throws Exception {
        SafetensorsWriter.write(draft.resolve("means.safetensors"), List.of(
                new SafetensorsWriter.Tensor(name, List.of((long) rows, (long) width), new float[rows * width])));
        assertRefused("The model package cannot be assembled: tensor '" + name + "' has shape [" + rows + ", " + width
                + "]; a name like molecule.17 with shape [n, 8] would be right");
    }

    @Test
    void refusesAListOfMoleculesWithOtherLines() throws Exception {
        Files.writeString(draft.resolve("known-molecules.txt"), "XLYOFNOQVPJJNP-UHFFFAOYSA-N\nwater\n");
        assertRefused("The model package cannot be assembled: 1 lines hold no InChIKey; one on each line would be right");
    }

    @Test
    void theOrderOfTheDraftsTensorsDoesNotMatter() throws Exception {
        String checksum = PackageAssembler.assemble(draft, target).checksum();
        SafetensorsFile weights = SafetensorsFile.open(draft.resolve("weights.safetensors"));
        List<String> names = new ArrayList<>(weights.tensors().keySet());
        Collections.reverse(names);
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        names.forEach(name -> shapes.put(name, weights.tensors().get(name).shape()));
        SafetensorsWriter.write(directory.resolve("reversed"), TensorType.F32, shapes, weights::floats);
        Files.move(directory.resolve("reversed"), draft.resolve("weights.safetensors"),
                StandardCopyOption.REPLACE_EXISTING);
        assertEquals(checksum, PackageAssembler.assemble(draft, directory.resolve("again")).checksum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft.json", "weights.safetensors", "MODEL_CARD.md", "LICENSE"})
    void saysWhatTheDraftLacksAndLeavesNothingBehind(String name) throws Exception {
        Files.delete(draft.resolve(name));
        assertRefused(draft.resolve(name).toString());
        assertRefused("does not exist");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void refusesWeightsThatAreNotFinite(float value) throws Exception {
        SafetensorsFile weights = SafetensorsFile.open(draft.resolve("weights.safetensors"));
        SafetensorsWriter.write(directory.resolve("bad"), TensorType.F32, Parameters.of(Draft.ARCHITECTURE), name -> {
            float[] values = weights.floats(name);
            values[0] = name.equals("decoder.norm.bias") ? value : values[0];
            return values;
        });
        Files.move(directory.resolve("bad"), draft.resolve("weights.safetensors"),
                StandardCopyOption.REPLACE_EXISTING);
        assertRefused("The model package cannot be assembled: tensor 'decoder.norm.bias' holds the value " + value
                + "; finite numbers would be right");
    }

    @Test
    void refusesADraftWhoseWeightsDoNotFitItsArchitecture() throws Exception {
        Path json = draft.resolve("draft.json");
        Files.writeString(json, Files.readString(json).replace("\"denoiserLayers\": 2", "\"denoiserLayers\": 3"));
        assertRefused("tensor 'denoiser.blocks.2.attention.qkv.weight' is missing");
    }

    @Test
    void neverTouchesATargetThatHoldsSomething() throws Exception {
        Files.createDirectories(target);
        Files.writeString(target.resolve("precious"), "data");
        ModelPackageException e = assertThrows(ModelPackageException.class, () -> PackageAssembler.assemble(draft, target));
        assertEquals("The model package cannot be assembled: the target exists; a new or an empty directory would be right ("
                + target + ").", e.getMessage());
        assertEquals(List.of("precious"), names(target));
    }

    @Test
    void fillsAnEmptyTargetAndClearsAwayAnInterruptedAttempt() throws Exception {
        Files.createDirectories(target);
        Path interrupted = Files.createDirectories(target.resolveSibling(".tiny.part"));
        Files.writeString(interrupted.resolve("denoiser.onnx"), "half");
        PackageAssembler.assemble(draft, target);
        assertEquals(List.of("tiny"), names(target.getParent()));
    }

    private void assertRefused(String message) throws IOException {
        ModelPackageException e = assertThrows(ModelPackageException.class, () -> PackageAssembler.assemble(draft, target));
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertTrue(Files.notExists(target.getParent()) || names(target.getParent()).isEmpty(), "nothing is left behind");
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
