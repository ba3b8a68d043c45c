package net.bioclipse.adit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bioclipse.adit.cli.CommandLineFixture.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {

    @TempDir
    Path folder;
    private CommandLineFixture line;

    @BeforeEach
    void stand() {
        line = new CommandLineFixture(folder);
    }

    @Test
    void listsEveryModelInALine() {
        Result result = line.run("models");
        String[] lines = result.out().split("\n");
        assertTrue(lines[0].matches("model   draws +parameters  size +checksum +licence  description"), lines[0]);
        assertTrue(lines[1].matches("golden  molecule, crystal  9\\d{4} +\\d+ kB  [0-9a-f]{12}  EPL-2.0  A tiny network with"
                + " random weights"), lines[1]);
        assertEquals(2, lines.length);
        assertEquals(0, result.code());
        assertEquals(result, line.run("models", "list"));
    }

    @Test
    void showsADamagedModelWithWhatIsWrong() throws IOException {
        Files.createDirectories(folder.resolve("mine/broken-model"));
        line.file("mine/broken-model/model.json", "{");
        Result result = line.run("models", "--models", "mine");
        assertTrue(result.out().matches("(?s)model .*\nbroken-model  damaged: The model package cannot be used: [^\n]*\n"),
                result.out());
        assertEquals(2, result.code());
    }

    @Test
    void saysWhereItLookedWhenThereAreNone() {
        Result result = line.run("models", "list", "--models", "nowhere");
        assertEquals("adit: No models are in " + folder.resolve("nowhere") + "; right would be a folder with model packages"
                + " in it, see --models.\n", result.err());
        assertEquals(2, result.code());
    }

    @Test
    void indexesTrainingDataForAPackage() throws IOException {
        line.toolbox = new AssembledToolbox();
        line.file("train.extxyz", "1", "Lattice=\"2.87 0 0 0 2.87 0 0 0 2.87\" Properties=species:S:1:pos:R:3", "Fe 0 0 0");
        line.file("keys.txt", "XLYOFNOQVPJJNP-UHFFFAOYSA-N");
        assertEquals("written: known-crystals.adit-crystals, 146 bytes\n",
                line.run("models", "index", "train.extxyz", "known-crystals.adit-crystals").out());
        assertEquals("written: known-molecules.adit-keys, 93 bytes\n",
                line.run("models", "index", "keys.txt", "known-molecules.adit-keys").out());
        Result known = line.run("check", "--novel-against", "known-crystals.adit-crystals", "train.extxyz");
        assertTrue(known.out().contains("is in known-crystals.adit-crystals") && known.out().contains(" 0 novel"), known.out());
        assertEquals("adit: Cannot write the index '" + folder.resolve("index") + "': its suffix should be .adit-keys for molecules"
                + " or .adit-crystals for crystals.\n", line.run("models", "index", "train.extxyz", "index").err());
    }

    @Test
    void showsAllAboutAModel() {
        Result result = line.run("models", "show", "golden");
        assertEquals(0, result.code());
        for (String expected : new String[] {"golden: A tiny network with random weights\n",
            "draws        molecules of 5 to 11 atoms of H C N O\n", "draws        crystals of 5 to 11 atoms of H C N O\n",
            "networks     autoencoder width 24, layers 2 + 2, heads 3; denoiser width 32, layers 2, heads 4; 9",
            "sampler      euler-flow/1, 20 steps, guidance 1.0, churn 1.0, noise scale 1.0\n", "licence      EPL-2.0\n", "checksum     ",
            "see MODEL_CARD.md there\n"}) {
            assertTrue(result.out().contains(expected), expected + " in " + result.out());
        }
    }

    @Test
    void refusesAModelThatIsNotThere() {
        Result result = line.run("models", "show", "none");
        assertTrue(result.err().startsWith("adit: Model 'none' was asked for: there is no such model"), result.err());
        assertEquals(2, result.code());
    }

    @Test
    void assemblesAPackageThatCanBeUsed() {
        line.toolbox = new AssembledToolbox();
        Result result = line.run("models", "assemble", GoldenModels.draft().toString(), "--output", "made");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().matches("written: made\ngolden, checksum [0-9a-f]{64}\n"), result.out());
        assertEquals(0, line.run("models", "show", folder.resolve("made").toString()).code());
        assertTrue(line.run("models", "assemble", GoldenModels.draft().toString(), "--output", "made").err()
                .startsWith("adit: The model package cannot be assembled: the target exists; "));
    }

    @Test
    void refusesADraftThatIsNotThere() {
        line.toolbox = new AssembledToolbox();
        Result result = line.run("models", "assemble", "none", "--output", "made");
        assertEquals(2, result.code());
        assertTrue(result.err().matches("adit: [^\n]*none[^\n]*\n"), result.err());
        assertTrue(Files.notExists(folder.resolve("made")));
    }
}
