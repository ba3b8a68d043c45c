package net.bioclipse.adit.modelpackage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPackageReaderTest {

    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void write() throws Exception {
        directory = TinyPackage.write(temporary.resolve("tiny"));
    }

    @Test
    void readsACompletePackage() throws Exception {
        ModelPackage tiny = ModelPackageReader.read(directory);
        assertEquals(directory, tiny.directory());
        assertEquals("tiny", tiny.id());
        assertEquals("Zeros.", tiny.description());
        assertEquals(TinyPackage.ARCHITECTURE, tiny.architecture());
        assertArrayEquals(new double[] {0, 0.5, -2, 0, 0, 0, 0, 0}, tiny.latentMean());
        assertArrayEquals(new double[] {1, 1, 1, 1, 1, 1, 1, 1e-3}, tiny.latentScale());
        assertEquals(new ModelPackage.Sampler("euler-flow/1", 50, 2), tiny.sampler());
        assertEquals(List.of("molecule", "crystal"), List.copyOf(tiny.kinds().keySet()));
        assertEquals(new ModelPackage.Kind(2, new TreeMap<>(Map.of(9, 12L, 18, 300L)), List.of(1, 6, 8), new TreeMap<>(), 1),
                tiny.kinds().get("molecule"));
        assertEquals(new TreeMap<>(Map.of(225, 5L)), tiny.kinds().get("crystal").spaceGroups());
        assertEquals(0.5, tiny.kinds().get("crystal").meanScale());
        assertEquals(Map.of("pose", "principal-axes/1"), tiny.conventions());
        assertEquals(List.of(new ModelPackage.TrainingData("Made up", "CC0-1.0", "Nobody.")), tiny.trainingData());
        assertEquals("{valid=0.25, drawn=1000, notes=[a, true, null]}", tiny.metrics().toString());
        assertEquals("CC-BY-4.0", tiny.licence());
        assertTrue(tiny.checksum().matches("[0-9a-f]{64}"), tiny.checksum());
    }

    @Test
    void theChecksumChangesWithTheDescription() throws Exception {
        String before = ModelPackageReader.read(directory).checksum();
        TinyPackage.edit(directory, "description", "\"Other zeros.\"");
        assertFalse(before.equals(ModelPackageReader.read(directory).checksum()));
    }

    /** Place, new JSON value (empty: removed), what the message must say. */
    @ParameterizedTest
    @CsvFileSource(resources = "broken-descriptions.txt", delimiter = '|', quoteCharacter = '`')
    void refusesABrokenValueAndNamesIt(String place, String json, String message) throws IOException {
        TinyPackage.edit(directory, place, json);
        assertRefused(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"denoiser.onnx", "conditioner.onnx", "decoder.onnx", "encoder.onnx", "weights.safetensors",
        "MODEL_CARD.md", "LICENSE"})
    void namesTheFileThatIsMissingCutOrChanged(String name) throws Exception {
        Path file = directory.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        assertRefused("file " + name + " is missing; the complete package would be right");
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertRefused("file " + name + " has " + (bytes.length - 1) + " bytes; " + bytes.length
                + " as listed would be right");
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertRefused("file " + name + " has the SHA-256 " + Sha256.of(bytes) + "; '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../weights.safetensors", "/etc/passwd", "graphs/denoiser.onnx", "..\\\\x", "..", ".hidden"})
    void refusesFileNamesThatLeadElsewhere(String name) throws IOException {
        Path json = directory.resolve("model.json");
        Files.writeString(json, Files.readString(json).replace("\"LICENSE\"", "\"" + name + "\""));
        assertRefused("'files' lists '" + name.replace("\\\\", "\\")
                + "'; the plain name of a file in the package would be right");
    }

    @Test
    void refusesALinkOutOfThePackage() throws IOException {
        Path outside = Files.move(directory.resolve("LICENSE"), temporary.resolve("LICENSE"));
        Files.createSymbolicLink(directory.resolve("LICENSE"), outside);
        assertRefused("file LICENSE is a link out of the package; a file in the package would be right");
    }

    @Test
    void readsAPackageBehindALink() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), directory);
        assertEquals(link, ModelPackageReader.read(link).directory());
    }

    @Test
    void refusesAGraphThatIsTooLargeToBeOne() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(directory.resolve("decoder.onnx").toFile(), "rw")) {
            file.setLength((4 << 20) + 1);
        }
        TinyPackage.complete(directory);
        assertRefused("'files.decoder.onnx.bytes' is 4194305; a whole number from 1 to 4194304 would be right");
    }

    @Test
    void refusesADescriptionThatIsTooLargeToBeOne() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(directory.resolve("model.json").toFile(), "rw")) {
            file.setLength((4 << 20) + 1);
        }
        assertRefused("model.json has 4194305 bytes; at most 4194304 would be right");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``|the JSON document breaks off; a complete one would be right",
        "[1]|the document is a list; an object {…} would be right",
        "{\"format\": \"adit|it is not JSON at line 1 column 17; a well-formed JSON document would be right",
        "{\"format\":|the JSON document breaks off; a complete one would be right",
        "{}|'format' is missing; 'adit-model-package/1' would be right",
        "{\"format\": 2}|'format' is 2; 'adit-model-package/1' would be right",
        "{\"format\": \"a\", \"format\": \"b\"}|the key 'format' stands twice",
        "{\"format\": \"adit-model-package/1\"}|'id' is missing; the keys format, id, description, architecture, latent"})
    void refusesADescriptionThatIsNone(String text, String message) throws IOException {
        Files.writeString(directory.resolve("model.json"), text);
        assertRefused(message);
    }

    @Test
    void refusesADescriptionThatIsNotText() throws IOException {
        Files.write(directory.resolve("model.json"), new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"'});
        assertRefused("it is not UTF-8 text; a JSON document in UTF-8 would be right");
    }

    @Test
    void refusesADirectoryWithoutDescription() throws IOException {
        Files.delete(directory.resolve("model.json"));
        assertRefused("model.json does not exist; a file that describes the model would be right");
        Files.createDirectory(directory.resolve("model.json"));
        assertRefused("model.json is not a file; a file that describes the model would be right");
    }

    @Test
    void refusesATensorOfAnotherShape() throws Exception {
        Map<String, List<Long>> shapes = new LinkedHashMap<>(Parameters.of(TinyPackage.ARCHITECTURE));
        shapes.put("decoder.lattice.weight", List.of(4L, 6L));
        TinyPackage.writeWeights(directory, shapes);
        TinyPackage.complete(directory);
        assertRefused("tensor 'decoder.lattice.weight' has type F32 and shape [4, 6]; type F32 or F16 and shape [6, 4] "
                + "would be right");
    }

    @Test
    void refusesAMissingAndAnUnknownTensor() throws Exception {
        Map<String, List<Long>> shapes = new LinkedHashMap<>(Parameters.of(TinyPackage.ARCHITECTURE));
        shapes.put("latent_mean", List.of(8L));
        TinyPackage.writeWeights(directory, shapes);
        TinyPackage.complete(directory);
        assertRefused("tensor 'latent_mean' is unknown; only the " + (shapes.size() - 1) + " tensors of the architecture "
                + "would be right");
        shapes.remove("decoder.norm.bias");
        TinyPackage.writeWeights(directory, shapes);
        TinyPackage.complete(directory);
        assertRefused("tensor 'decoder.norm.bias' is missing; shape [4] as the architecture demands would be right");
    }

    @Test
    void refusesWeightsWithAHostileHeader() throws Exception {
        byte[] bytes = new byte[100];
        bytes[7] = 0x10;
        Files.write(directory.resolve("weights.safetensors"), bytes);
        TinyPackage.complete(directory);
        assertRefused("it announces a header of 1152921504606846976 bytes in a file of 100; a header within the file");
    }

    @Test
    void anOptionalFileIsListedAndChecked() throws Exception {
        assertEquals(Optional.empty(), ModelPackageReader.read(directory).optionalFile(ModelPackage.KNOWN_MOLECULES));
        Path known = Files.writeString(directory.resolve(ModelPackage.KNOWN_MOLECULES), "keys");
        assertRefused("file known-molecules.adit-keys is not listed; the package as it was made would be right");
        TinyPackage.complete(directory);
        assertEquals(Optional.of(known), ModelPackageReader.read(directory).optionalFile(ModelPackage.KNOWN_MOLECULES));
        Files.writeString(known, "KEYS");
        assertRefused("file known-molecules.adit-keys has the SHA-256 " + Sha256.of(known));
        Files.delete(known);
        assertRefused("file known-molecules.adit-keys is missing");
        TinyPackage.complete(directory);
        ModelPackage without = ModelPackageReader.read(directory);
        assertThrows(IllegalArgumentException.class, () -> without.optionalFile("model.json"));
    }

    @Test
    void aDraftIsADescriptionWithoutFiles() throws Exception {
        Path draft = Files.writeString(temporary.resolve("draft.json"), TinyPackage.DRAFT);
        assertEquals(TinyPackage.ARCHITECTURE, ModelPackageReader.readDraft(draft).architecture());
        ModelPackageException e = assertThrows(ModelPackageException.class,
                () -> ModelPackageReader.readDraft(directory.resolve("model.json")));
        assertTrue(e.getMessage().startsWith("The draft of a model package cannot be used: 'files' is unknown; "),
                e.getMessage());
    }

    private void assertRefused(String message) {
        ModelPackageException e = assertThrows(ModelPackageException.class, () -> ModelPackageReader.read(directory));
        assertTrue(e.getMessage().contains(": " + message), e.getMessage());
        assertTrue(e.getMessage().contains(" (" + directory), e.getMessage());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
    }
}
