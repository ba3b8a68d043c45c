package net.bioclipse.adit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.bioclipse.adit.cli.CommandLineFixture.Result;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.Parameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {

    @TempDir
    Path folder;
    private CommandLineFixture line;
    private final ScriptedToolbox toolbox = new ScriptedToolbox();

    @BeforeEach
    void stand() {
        line = new CommandLineFixture(folder);
        line.toolbox = toolbox;
    }

    private Result generate(String options) {
        return line.run(("generate --model golden " + options).strip().split(" +"));
    }

    @Test
    void writesTheStructuresAndTheRecordAndCountsThem() throws IOException {
        Result result = generate("--keep valid --atoms 5 --count 3 --seed 1 --output m.xyz");
        assertEquals("", result.err().replaceFirst("golden on script: 3 molecules, seed 1, to .*m.xyz\\R", "")
                .replaceAll("\\d of 3, .*\\R", ""));
        assertEquals(0, result.code());
        assertTrue(result.out().startsWith("asked 3, drawn 3, decoded 3, valid 3, unique 1, kept 3\n"), result.out());
        assertTrue(result.out().contains("acceptance rate 100.0 %, "), result.out());
        assertTrue(result.out().contains("structures/s, script, seed 1\n"), result.out());
        assertTrue(result.out().endsWith("written: " + folder.resolve("m.xyz") + ", " + folder.resolve("m.xyz.run.json")
                + "\n"), result.out());
        assertEquals(3, line.text("m.xyz").lines().filter("5"::equals).count());
        assertEquals(2, files());
    }

    @Test
    void namesTheReasonsForRefusalByCount() {
        Result result = generate("--keep valid --count 4 --seed 1 --output m.xyz");
        assertTrue(result.out().matches("(?s)asked 4, drawn (\\d+), .*refused: valence \\d+\n.*"), result.out());
    }

    @Test
    void theRecordHoldsTheRequestTheModelAndTheCounts() throws IOException {
        generate("--keep valid --atoms 5 --count 2 --seed 9007199254740993 --threads 3 --device cpu --output m.xyz");
        JsonObject run = JsonParser.parseString(line.text("m.xyz.run.json")).getAsJsonObject();
        JsonObject asked = run.getAsJsonObject("parameters");
        assertEquals("9007199254740993", asked.get("seed").getAsString());
        assertEquals("m.xyz", asked.get("output").getAsString());
        assertEquals("cpu", asked.get("device").getAsString());
        assertEquals(3, asked.get("threads").getAsInt());
        assertEquals("golden", run.get("model").getAsString());
        assertEquals(64, run.get("modelChecksum").getAsString().length());
        assertEquals(2, run.getAsJsonObject("counts").get("kept").getAsInt());
        assertEquals("complete", run.get("state").getAsString());
        assertEquals("test", run.getAsJsonObject("versions").get("adit").getAsString());
    }

    @Test
    void theSameSeedGivesTheSameBytesInAnyBatch() throws IOException {
        generate("--keep all --count 9 --seed 5 --output a.xyz");
        generate("--keep all --count 9 --seed 5 --output b.xyz");
        generate("--keep all --count 9 --seed 5 --batch 2 --output c.xyz");
        generate("--keep all --count 9 --seed 6 --output d.xyz");
        assertEquals(line.text("a.xyz"), line.text("b.xyz"));
        assertEquals(line.text("a.xyz"), line.text("c.xyz"));
        assertNotEquals(line.text("a.xyz"), line.text("d.xyz"));
    }

    @Test
    void drawsPrintsAndStoresASeedThatIsNotGiven() throws IOException {
        Result result = generate("--keep all --count 1 --output m.xyz");
        String seed = JsonParser.parseString(line.text("m.xyz.run.json")).getAsJsonObject().getAsJsonObject("parameters")
                .get("seed").getAsString();
        assertTrue(result.err().contains(", seed " + seed + ", "), result.err());
    }

    @Test
    void repeatsARunFromItsRecord() throws IOException {
        generate("--keep all --count 5 --seed 5 --atoms 11 --steps 3 --output a.xyz");
        String first = line.text("a.xyz");
        Files.delete(folder.resolve("a.xyz"));
        assertEquals(0, line.run("generate", "--again", "a.xyz.run.json").code());
        assertEquals(first, line.text("a.xyz"));
        assertEquals(0, line.run("generate", "--again", "a.xyz.run.json", "--output", "b.xyz").code());
        assertEquals(first, line.text("b.xyz"));
    }

    @Test
    void explicitOptionsChangeARepeatedRun() throws IOException {
        generate("--keep all --count 5 --seed 5 --output a.xyz");
        line.run("generate", "--again", "a.xyz.run.json", "--count", "2", "--output", "b.xyz");
        assertTrue(line.text("a.xyz").startsWith(line.text("b.xyz")));
        assertEquals(2, line.text("b.xyz").lines().filter(text -> text.matches("\\d+")).count());
    }

    @Test
    void aRepeatedRunWritesBesideItsRecordWhereverThatLies() throws IOException {
        generate("--keep all --count 1 --seed 5 --output a.xyz");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.move(folder.resolve("a.xyz.run.json"), elsewhere.resolve("a.xyz.run.json"));
        line.run("generate", "--again", "elsewhere/a.xyz.run.json");
        assertEquals(line.text("a.xyz"), line.text("elsewhere/a.xyz"));
    }

    @Test
    void aRecordCannotWriteElsewhere() throws IOException {
        generate("--keep all --count 1 --seed 5 --output a.xyz");
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.writeString(inner.resolve("r.run.json"), line.text("a.xyz.run.json").replace("\"a.xyz\"", "\"../stolen.xyz\""));
        assertEquals(0, line.run("generate", "--again", "inner/r.run.json").code());
        assertTrue(Files.exists(inner.resolve("stolen.xyz")) && Files.notExists(folder.resolve("stolen.xyz")));
    }

    @Test
    void saysWhenTheModelHasChangedSinceTheRecord() throws IOException {
        generate("--keep all --count 1 --seed 5 --output a.xyz");
        Files.writeString(folder.resolve("a.xyz.run.json"),
                line.text("a.xyz.run.json").replaceFirst("(\"modelChecksum\": \")\\w{12}", "$1aaaaaaaaaaaa"));
        assertTrue(line.run("generate", "--again", "a.xyz.run.json").err().startsWith("The record was made by model 'golden'"
                + " with the checksum aaaaaaaaaaaa; the model has changed since, so the structures will differ.\n"));
    }

    @Test
    void writesCrystals() throws IOException {
        assertEquals(0, generate("--kind crystal --count 2 --keep valid --seed 1 --output c.cif").code());
        assertEquals(2, line.text("c.cif").lines().filter(text -> text.startsWith("data_adit-1-")).count());
    }

    @Test
    void writesATable() throws IOException {
        assertEquals(0, generate("--count 2 --keep all --seed 1 --output c.csv").code());
        assertEquals(3, line.text("c.csv").lines().count());
    }

    @Test
    void cancellingKeepsWhatIsDoneAndSaysSo() throws IOException {
        AtomicInteger steps = new AtomicInteger();
        toolbox.atStep = steps::incrementAndGet;
        line.cancelled = () -> steps.get() >= 60;
        Result result = generate("--keep all --count 500 --seed 1 --batch 4 --output m.xyz");
        assertEquals(130, result.code());
        int kept = (int) line.text("m.xyz").lines().filter(text -> text.matches("\\d+")).count();
        assertTrue(kept > 0 && kept <= 12, "kept " + kept);
        assertTrue(result.err().endsWith("adit: Stopped after " + kept + " of 500 molecules; kept in "
                + folder.resolve("m.xyz") + ".\n"), result.err());
        assertTrue(line.text("m.xyz.run.json").contains("\"state\": \"cancelled\""));
    }

    @Test
    void cancellingBeforeTheFirstStructureLeavesAnOlderFile() throws IOException {
        line.file("m.xyz", "precious");
        line.cancelled = () -> true;
        Result result = generate("--count 5 --output m.xyz");
        assertEquals(130, result.code());
        assertTrue(result.err().endsWith("adit: Stopped after 0 of 5 molecules; nothing was written.\n"), result.err());
        assertEquals("precious\n", line.text("m.xyz"));
        assertEquals(1, files());
    }

    @Test
    void anExhaustedRunNamesTheAcceptanceRateAndKeepsWhatItHas() throws IOException {
        Result result = generate("--count 3 --atoms 5 --attempts 40 --seed 1 --output m.xyz");
        assertEquals(3, result.code());
        assertTrue(result.err().endsWith("adit: Only 1 of 3 molecules could be had in 40 attempts (acceptance rate 2.5 %);"
                + " kept in " + folder.resolve("m.xyz") + ". More --attempts may help, or a looser --atoms, --keep.\n"),
                result.err());
        assertEquals(1, line.text("m.xyz").lines().filter("5"::equals).count());
        assertTrue(line.text("m.xyz.run.json").contains("\"state\": \"exhausted\""));
    }

    @Test
    void anExhaustedRunWithoutAnyStructureLeavesAnOlderFile() throws IOException {
        line.file("m.xyz", "precious");
        Result result = generate("--count 1 --formula C11 --attempts 5 --output m.xyz");
        assertEquals(3, result.code());
        assertTrue(result.err().endsWith("adit: Only 0 of 1 molecule could be had in 5 attempts (acceptance rate 0.0 %);"
                + " nothing was written. More --attempts may help, or a looser --formula, --keep.\n"), result.err());
        assertEquals("precious\n", line.text("m.xyz"));
    }

    @Test
    void hasADefaultNameForEachKind() {
        assertEquals(0, generate("--kind crystal --count 1 --keep all").code());
        assertTrue(Files.exists(folder.resolve("crystals.cif")));
        // SDF is a format of the chemistry room, which this toolbox has not.
        assertTrue(generate("--count 1 --keep all").err().contains("molecules.sdf"));
    }

    @Test
    void quietPrintsErrorsOnly() {
        Result result = generate("--count 1 --keep all --quiet --output m.xyz");
        assertEquals("", result.out() + result.err());
        Result exhausted = generate("--count 3 --atoms 5 --attempts 4 --quiet --output m.xyz");
        assertTrue(exhausted.err().startsWith("adit: Only 1 of 3"), exhausted.err());
    }

    @Test
    void drawsABarOnATerminalAndTakesItAway() {
        line.terminal = true;
        Result result = generate("--count 2 --keep all --seed 1 --output m.xyz");
        assertTrue(result.err().contains("\r[--------------------] 0 of 2, 0.00/s, time left unknown (sampling"),
                result.err());
        assertTrue(result.err().endsWith("\r"), "the bar is cleared");
    }

    @Test
    void writesPlainLinesElsewhere() {
        Result result = generate("--count 2 --keep all --seed 1 --output m.xyz");
        assertTrue(result.err().lines().anyMatch(text -> text.startsWith("0 of 2, 0.00/s, time left unknown (sampling ")),
                result.err());
        assertFalse(result.err().contains("\r"));
    }

    @Test
    void handsDeviceAndThreadsToTheEngine() {
        generate("--count 1 --keep all --device cpu --threads 2 --output m.xyz");
        assertEquals(new NeuralEngine.Options(NeuralEngine.Device.CPU, 2), toolbox.options);
    }

    @Test
    void keepsWhatHasThePatternAndWritesAPage() throws IOException {
        Result result = line.run("generate", "--model", "golden", "--count", "2", "--seed", "1", "--keep", "all", "--atoms", "5",
                "--include", "C", "--include", "H", "--report", "page.html", "--output", "m.xyz");
        assertEquals(0, result.code(), result.err());
        String page = line.text("page.html");
        assertTrue(page.contains("<h1>Molecules drawn by golden</h1>") && page.contains("training data of the model"), page);
        assertTrue(line.text("m.xyz.run.json").contains("\"include\": \"C\\nH\""), line.text("m.xyz.run.json"));
        Result none = line.run("generate", "--model", "golden", "--count", "2", "--seed", "1", "--keep", "all", "--atoms", "5",
                "--exclude", "H", "--attempts", "4", "--output", "n.xyz");
        assertEquals(ExitCode.NOT_ENOUGH, none.code());
        assertTrue(none.out().contains("refused: filter 4"), none.out());
        assertTrue(none.err().contains("a looser --atoms, --exclude"), none.err());
    }

    @Test
    void takesAModelByItsFolder() throws IOException {
        Result result = line.run("generate", "--model", GoldenModels.folder().resolve("golden").toString(), "--count", "1",
                "--keep", "all", "--output", "m.xyz");
        assertEquals(0, result.code(), result.err());
    }

    @Test
    void helpTellsEveryParameterOfTheTableWithItsDefault() {
        String help = line.run("generate", "--help").out().replaceAll("\\s+", " ");
        for (Parameter<?> parameter : GenerationParameters.all()) {
            assertTrue(help.contains("--" + parameter.name() + "=" + parameter.placeholder()), parameter.name());
            assertTrue(help.contains(parameter.help() + " (default: " + parameter.shownDefault() + ")"), parameter.name());
        }
        assertTrue(help.contains("FILE.run.json"), help);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
