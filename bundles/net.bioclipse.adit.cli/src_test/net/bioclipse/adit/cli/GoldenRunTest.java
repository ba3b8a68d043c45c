package net.bioclipse.adit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.bioclipse.adit.cli.CommandLineFixture.Result;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.io.StructureFormats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command lines on the real engine, the real assessor and the golden network, whose structures are nonsense. */
class GoldenRunTest {

    @TempDir
    Path folder;
    private CommandLineFixture line;

    @BeforeEach
    void stand() {
        line = new CommandLineFixture(folder);
        line.toolbox = new AssembledToolbox();
    }

    private Result generate(String options) {
        Result result = line.run(("generate --model golden --device cpu --keep all " + options).split(" +"));
        assertEquals(0, result.code(), result.err());
        return result;
    }

    private List<AtomicStructure> read(String name) throws IOException {
        List<AtomicStructure> structures = new ArrayList<>();
        Path file = folder.resolve(name);
        StructureFormats.BUILT_IN.toRead(file).reader().orElseThrow().get()
                .read(file, entry -> structures.add(entry.structure()));
        return structures;
    }

    @Test
    void theSameCommandGivesTheSameBytes() throws IOException {
        generate("--count 12 --seed 1 --output a.extxyz");
        generate("--count 12 --seed 1 --output b.extxyz");
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.extxyz")), Files.readAllBytes(folder.resolve("b.extxyz")));
    }

    @Test
    void anotherBatchGivesTheSameStructuresUpToRounding() throws IOException {
        generate("--count 20 --seed 1 --output a.extxyz");
        generate("--count 20 --seed 1 --batch 7 --output b.extxyz");
        List<AtomicStructure> first = read("a.extxyz");
        List<AtomicStructure> second = read("b.extxyz");
        assertEquals(20, first.size());
        for (int i = 0; i < 20; i++) {
            assertEquals(first.get(i).formula(), second.get(i).formula());
            assertArrayEquals(first.get(i).positions(), second.get(i).positions(), 1e-3);
        }
    }

    @Test
    void theRecordRepeatsTheRun() throws IOException {
        generate("--count 5 --atoms 4-6 --steps 7 --guidance 1.5 --elements C,H,O --output a.extxyz");
        byte[] first = Files.readAllBytes(folder.resolve("a.extxyz"));
        assertEquals(0, line.run("generate", "--again", "a.extxyz.run.json", "--output", "b.extxyz").code());
        assertArrayEquals(first, Files.readAllBytes(folder.resolve("b.extxyz")));
        JsonObject versions = JsonParser.parseString(line.text("b.extxyz.run.json")).getAsJsonObject()
                .getAsJsonObject("versions");
        assertEquals(List.of("adit", "java", "onnxruntime"), List.copyOf(versions.keySet()));
    }

    @Test
    void onlyTheElementsThatWereAskedForAppear() throws IOException {
        generate("--count 9 --seed 2 --elements C,H --output a.extxyz");
        for (AtomicStructure structure : read("a.extxyz")) {
            assertTrue(structure.formula().toString().matches("[CH\\d]+"), structure.toString());
        }
    }

    @Test
    void theFormulaIsExact() throws IOException {
        generate("--count 4 --seed 2 --formula CH2O2 --output a.extxyz");
        read("a.extxyz").forEach(structure -> assertEquals("CH2O2", structure.formula().toString()));
    }

    @Test
    void checkAgreesWithTheCountsOfTheRun() throws IOException {
        generate("--count 25 --seed 3 --output a.extxyz");
        JsonObject run = JsonParser.parseString(line.text("a.extxyz.run.json")).getAsJsonObject();
        JsonObject report = JsonParser.parseString(line.run("check", "--format", "json", "a.extxyz").out())
                .getAsJsonObject();
        assertEquals(25, report.get("total").getAsInt());
        assertEquals(run.getAsJsonObject("counts").get("valid"), report.get("valid"));
        assertEquals(run.getAsJsonObject("refusals"), report.getAsJsonObject("reasons"));
    }

    @Test
    void aDamagedGraphIsOneLine() throws IOException {
        Path model = Files.createDirectory(folder.resolve("model"));
        try (var files = Files.list(GoldenModels.folder().resolve("golden"))) {
            for (Path file : files.toList()) {
                Files.copy(file, model.resolve(file.getFileName()));
            }
        }
        Files.delete(model.resolve("decoder.onnx"));
        Result result = line.run("generate", "--model", model.toString(), "--output", "a.xyz");
        assertEquals(2, result.code());
        assertTrue(result.err().matches("adit: The model package cannot be used: [^\n]*decoder.onnx[^\n]*\n"), result.err());
    }
}
