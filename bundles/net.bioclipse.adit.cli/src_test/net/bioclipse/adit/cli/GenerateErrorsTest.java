package net.bioclipse.adit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.cli.CommandLineFixture.Result;
import net.bioclipse.adit.generation.InferenceException;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureFormats;
import net.bioclipse.adit.structure.io.StructureWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateErrorsTest {

    @TempDir
    Path folder;
    private CommandLineFixture line;
    private final ScriptedToolbox toolbox = new ScriptedToolbox();

    @BeforeEach
    void stand() throws IOException {
        line = new CommandLineFixture(folder);
        line.toolbox = toolbox;
        toolbox.atStep = () -> {
            throw new AssertionError("Nothing may be computed.");
        };
        line.file("m.xyz", "precious");
    }

    /** One line, no stack trace, nothing computed, nothing damaged, nothing left behind. */
    private void assertRefused(String expected, String options) throws IOException {
        Result result = line.run(("generate " + options).split(" +"));
        assertEquals(("adit: " + expected).replace("FOLDER", folder.toString()) + "\n", result.err());
        assertEquals(2, result.code());
        assertEquals("", result.out());
        assertUntouched();
    }

    private void assertUntouched() throws IOException {
        assertEquals("precious\n", line.text("m.xyz"));
        try (var files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")), "no temporary files are left");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            --count -5         | 'count' is '-5'; right would be a whole number from 1 to 1000000000.
            --count 0          | 'count' is '0'; right would be a whole number from 1 to 1000000000.
            --count 1e3        | 'count' is '1e3'; right would be a whole number from 1 to 1000000000.
            --count 99999999999999999999 | 'count' is '99999999999999999999'; right would be a whole number from 1 to 1000000000.
            --kind protein     | 'kind' is 'protein'; right would be molecule or crystal.
            --keep good        | 'keep' is 'good'; right would be all, valid or unique.
            --device tpu       | 'device' is 'tpu'; right would be auto, cpu or cuda.
            --atoms 16-8       | 'atoms' is '16-8'; right would be a number such as 12 or a range such as 8-16, from 1 to 9999.
            --steps 0          | 'steps' is '0'; right would be a whole number from 1 to 10000.
            --guidance -1      | 'guidance' is '-1'; right would be a number from 0 to 100.
            --threads many     | 'threads' is 'many'; right would be a whole number from 0 to 1024.
            --batch 0          | 'batch' is '0'; right would be a whole number from 1 to 4096.
            --elements C,Xx    | 'elements' is 'C,Xx'; right would be element symbols with commas, such as C,H,O.
            --output x.pdb     | Cannot write 'FOLDER/x.pdb': its suffix names no format for that; known are .xyz, .extxyz, .cif, .vasp, .poscar, POSCAR, CONTCAR, .csv.
            --output x.cif     | 'output' is 'FOLDER/x.cif', but a file in the format CIF cannot hold a molecule; right would be a name that ends in .xyz, .extxyz, .csv.
            --output POSCAR --kind crystal --count 3 | 'output' is 'FOLDER/POSCAR', but a file in the format POSCAR holds one structure and 'count' is '3'; right would be a count of 1 or a name that ends in .extxyz.
            --output no/x.xyz  | Cannot write 'FOLDER/no/x.xyz': there is no directory 'FOLDER/no'; create it first.
            --elements C,Fe    | 'elements' asks for Fe, which model 'golden' never saw in a molecule; it knows H, C, N, O.
            --formula UF6      | Formula F6U needs F, U, which model 'golden' never saw in a molecule; it knows H, C, N, O.
            --attempts 3 --count 4 | 'attempts' is 3 but 'count' is 4; attempts must be at least as many.
            """)
    void refusesWhatCannotBe(String options, String expected) throws IOException {
        assertRefused(expected, "--model golden " + (options.contains("--output") ? "" : "--output m.xyz ") + options);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            --formula CH4 --elements C,O
            --formula CH4 --atoms 6
            --formula C6H6x
            --formula Xx2
            --atoms 8-9-10
            """)
    void refusesContradictionsInOneLine(String options) throws IOException {
        Result result = line.run(("generate --model golden --output m.xyz " + options).split(" +"));
        assertEquals(2, result.code());
        assertTrue(result.err().matches("adit: [^\n]*\n"), result.err());
        assertUntouched();
    }

    @Test
    void refusesAFolderAsOutput() throws IOException {
        Files.createDirectory(folder.resolve("x.xyz"));
        assertRefused("Cannot write 'FOLDER/x.xyz': it is a directory; name a file in it.", "--model golden --output x.xyz");
    }

    @Test
    void refusesWhenTheRecordCannotBeWritten() throws IOException {
        Files.createDirectory(folder.resolve("m.xyz.run.json"));
        assertRefused("Cannot write 'FOLDER/m.xyz.run.json': it is a directory; name a file in it.",
                "--model golden --output m.xyz");
    }

    @Test
    void refusesAModelThatIsNotThere() throws IOException {
        assertRefused("Model 'none' was asked for: there is no such model and no such directory; one of golden or the path"
                + " of a model package would be right (" + GoldenModels.folder() + ").", "--model none --output m.xyz");
    }

    @Test
    void refusesADamagedModel() throws IOException {
        Path model = Files.createDirectory(folder.resolve("model"));
        try (var files = Files.list(GoldenModels.folder().resolve("golden"))) {
            for (Path file : files.toList()) {
                Files.copy(file, model.resolve(file.getFileName()));
            }
        }
        Files.writeString(model.resolve("LICENSE"), "other   ");
        Result result = line.run("generate", "--model", model.toString(), "--output", "m.xyz");
        assertEquals(2, result.code());
        assertTrue(result.err().matches("adit: The model package cannot be used: [^\n]*LICENSE[^\n]*SHA-256[^\n]*\n"),
                result.err());
        assertUntouched();
    }

    @Test
    void refusesADeviceThatIsNotThere() throws IOException {
        line.toolbox = new ScriptedToolbox() {
            @Override
            public NeuralEngine engine() {
                return (modelPackage, options) -> {
                    throw new InferenceException("Device cuda was asked for; there is none; cpu would be right.", null);
                };
            }
        };
        assertRefused("Device cuda was asked for; there is none; cpu would be right.",
                "--model golden --device cuda --output m.xyz");
    }

    @Test
    void aFullDiskIsOneLineAndLeavesTheOlderFile() throws IOException {
        line.toolbox = new ScriptedToolbox() {
            @Override
            public StructureFormats formats() {
                return new StructureFormats(List.of(new StructureFormat("XYZ", List.of(".xyz"),
                        Set.of(Molecule.class, Crystal.class), Optional.empty(),
                        Optional.of(stream -> new FullDiskWriter()))));
            }
        };
        assertRefusedAfter("adit: Cannot write 'FOLDER/m.xyz': No space left on device; free some space or name another"
                + " place. What stood there before is unchanged.\n", 2);
    }

    private static final class FullDiskWriter implements StructureWriter {

        @Override
        public void write(String name, AtomicStructure structure, Assessment assessment) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void close() throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void anEngineThatFailsLaterLeavesTheOlderFile() throws IOException {
        toolbox.atStep = () -> {
            throw new InferenceException("The engine fell\nover.", null);
        };
        assertRefusedAfter("adit: The engine fell over.\n", 2);
    }

    @Test
    void tooLittleMemoryIsOneLine() throws IOException {
        toolbox.atStep = () -> {
            throw new OutOfMemoryError("Java heap space");
        };
        assertRefusedAfter("adit: The " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB of memory for Java are used"
                + " up; a smaller --batch or ADIT_JAVA_OPTIONS=-Xmx8g would help.\n", 1);
    }

    @Test
    void aMistakeOfTheProgramIsOneLineThatNamesDebug() throws IOException {
        toolbox.atStep = () -> {
            throw new IllegalStateException("inner confusion");
        };
        assertRefusedAfter("adit: Unexpected failure IllegalStateException: inner confusion. The option --debug shows"
                + " where.\n", 1);
    }

    private void assertRefusedAfter(String expected, int code) throws IOException {
        Result result = line.run("generate", "--model", "golden", "--keep", "all", "--count", "1", "--quiet", "--output",
                "m.xyz");
        assertEquals(expected.replace("FOLDER", folder.toString()), result.err());
        assertEquals(code, result.code());
        assertUntouched();
    }

    @Test
    void debugAddsTheStackTrace() {
        toolbox.atStep = () -> {
            throw new InferenceException("The engine fell over.", null);
        };
        String err = line.run("generate", "--model", "golden", "--output", "m.xyz", "--debug").err();
        assertTrue(err.contains("adit: The engine fell over.\n"), err);
        assertTrue(err.contains("\tat net.bioclipse.adit.cli.GenerateErrorsTest"), err);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"format": "adit-run/1"   | it is not JSON
            [1, 2]                    | it is not JSON
            null                      | it is empty
            """)
    void refusesRecordsThatAreNone(String text, String found) throws IOException {
        line.file("r.run.json", text);
        assertRefused("'--again FOLDER/r.run.json' asks for the record of a run, but " + found + "; right would be a file"
                + " '*.run.json' as generate writes it beside its output.", "--again r.run.json");
    }

    @Test
    void refusesAnEmptyRecord() throws IOException {
        line.file("r.run.json", "");
        assertRefused("'--again FOLDER/r.run.json' asks for the record of a run, but it is empty; right would be a file"
                + " '*.run.json' as generate writes it beside its output.", "--again r.run.json");
    }

    @Test
    void refusesAHugeRecordWithoutReadingIt() throws IOException {
        Files.write(folder.resolve("r.run.json"), new byte[(1 << 20) + 1]);
        assertRefused("'--again FOLDER/r.run.json' asks for the record of a run, but it is larger than 1 MiB; right would be"
                + " a file '*.run.json' as generate writes it beside its output.", "--again r.run.json");
    }

    @Test
    void refusesABinaryRecord() throws IOException {
        Files.write(folder.resolve("r.run.json"), "\0\1\2\377".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("'--again FOLDER/r.run.json' asks for the record of a run, but it is not JSON; right would be a file"
                + " '*.run.json' as generate writes it beside its output.", "--again r.run.json");
    }

    @Test
    void refusesAMissingRecord() throws IOException {
        assertRefused("Cannot use 'FOLDER/r.run.json': there is no such file or folder.", "--again r.run.json");
    }

    @Test
    void refusesARecordOfAnotherFormat() throws IOException {
        line.file("r.run.json", "{\"format\": \"adit-run/9\"}");
        assertRefused("A run record has the format 'adit-run/1', this one has 'adit-run/9' (FOLDER/r.run.json).",
                "--again r.run.json");
    }

    @Test
    void refusesARecordWithAnImpossibleValue() throws IOException {
        line.file("r.run.json", "{\"format\": \"adit-run/1\", \"parameters\": {\"count\": 1e999999999}}");
        Result result = line.run("generate", "--again", "r.run.json");
        assertEquals(2, result.code());
        assertTrue(result.err().matches("adit: 'count' is '1e999999999'; right would be [^\n]*\n"), result.err());
    }

    @Test
    void refusesDeeplyNestedJson() throws IOException {
        line.file("r.run.json", "[".repeat(100_000));
        assertFalse(line.run("generate", "--again", "r.run.json").err().contains("Unexpected"));
    }
}
