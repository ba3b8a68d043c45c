package net.bioclipse.adit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import net.bioclipse.adit.cli.CommandLineFixture.Result;
import net.bioclipse.adit.finetuning.FineTuningParameters;
import net.bioclipse.adit.finetuning.TrainingProgress;
import net.bioclipse.adit.generation.Parameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningCommandTest {

    @TempDir
    Path folder;
    private CommandLineFixture line;

    @BeforeEach
    void stand() {
        line = new CommandLineFixture(folder);
    }

    private void refuses(String sentence, String... arguments) {
        Result result = line.run(arguments);
        assertEquals(2, result.code(), result.err());
        String[] lines = result.err().strip().split("\n");
        String last = lines[lines.length - 1];
        assertTrue(last.startsWith("adit: ") && last.contains(sentence), last);
        assertFalse(result.err().contains("\tat "), result.err());
    }

    @Test
    void helpIsMadeOfTheTables() {
        String finetune = line.run("finetune", "--help").out();
        FineTuningParameters.ofFineTuning().stream().map(Parameter::name)
                .forEach(name -> assertTrue(finetune.contains("--" + name), name));
        String pretrain = line.run("pretrain", "--help").out();
        assertTrue(pretrain.contains("--architecture=SIZE|FILE") && !pretrain.contains("--base"), pretrain);
    }

    @Test
    void wrongRequestsAreOneLine() throws IOException {
        line.file("w.xyz", "1", "oxygen", "O 0 0 0");
        Files.createDirectories(folder.resolve("empty"));
        Files.createDirectories(folder.resolve("full/x"));
        refuses("'data' was not given", "finetune", "--output", "o", "--base", "golden");
        refuses("'output' was not given", "finetune", "--data", "w.xyz", "--base", "golden");
        refuses("'minutes' is '0'", "finetune", "--data", "w.xyz", "--output", "o", "--minutes", "0");
        refuses("there is no such model", "finetune", "--data", "w.xyz", "--output", "o", "--base", "none");
        refuses("but there is no such file or folder", "finetune", "--data", "no", "--output", "o", "--base", "golden");
        refuses("which exists", "finetune", "--data", "w.xyz", "--output", "full", "--base", "golden");
        refuses("no interrupted training", "finetune", "--data", "w.xyz", "--output", "o", "--base", "golden", "--resume");
        refuses("this folder holds no file", "pretrain", "--data", "empty", "--output", "o");
        refuses("'architecture' is 'huge'", "pretrain", "--data", "w.xyz", "--output", "o", "--architecture", "huge");
        assertFalse(Files.exists(folder.resolve("o")) || Files.exists(folder.resolve("o.training")));
    }

    @Test
    void aDamagedParentIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("bad"));
        line.file("bad/model.json", "{");
        line.file("w.xyz", "1", "oxygen", "O 0 0 0");
        refuses("The model package cannot be used", "finetune", "--data", "w.xyz", "--output", "o", "--base",
                folder.resolve("bad").toString());
    }

    @Test
    void progressNamesLossesAndTimeLeft() {
        assertEquals("denoiser step 20, epoch 1.5, loss 0.5123 (validation 0.6000), 1 min 05 s left",
                LearningTalk.line(new TrainingProgress("denoiser", 20, 1.5, 0.51234, OptionalDouble.of(0.6), 1e-4, 9,
                        OptionalDouble.of(65))));
        assertEquals("decoder step 1, epoch 0.0, loss 2.0000", LearningTalk.line(new TrainingProgress("decoder", 1, 0, 2,
                OptionalDouble.empty(), 1e-4, 9, OptionalDouble.empty())));
    }
}
