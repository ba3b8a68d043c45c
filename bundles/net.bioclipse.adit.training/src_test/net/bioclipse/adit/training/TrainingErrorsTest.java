package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the process says before it needs libtorch. */
class TrainingErrorsTest {

    @TempDir
    Path folder;

    private static String error(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Events events = new Events(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertEquals(1, TrainingProcess.run(arguments, events, new StopSignal()));
        String line = out.toString(StandardCharsets.UTF_8).strip();
        assertEquals(1, line.lines().count(), line);
        assertEquals("error", JsonParser.parseString(line).getAsJsonObject().get("event").getAsString());
        return JsonParser.parseString(line).getAsJsonObject().get("message").getAsString();
    }

    @Test
    void noFolder() {
        assertEquals("The training process was asked with 0 arguments; the folder of a training plan would be right.",
                error());
    }

    @Test
    void anEmptyFolder() {
        assertEquals("The training cannot begin: " + folder.resolve("plan.json")
                + " does not exist; a folder with plan.json and "
                + "data.safetensors would be right.", error(folder.toString()));
    }

    @Test
    void noData() throws Exception {
        Samples.folder(folder);
        Files.delete(folder.resolve("data.safetensors"));
        String message = error(folder.toString());
        assertTrue(message.contains("does not exist") && message.contains("data.safetensors"), message);
    }

    @Test
    void aDamagedCheckpoint() throws Exception {
        Samples.folder(folder);
        Files.createDirectory(folder.resolve("checkpoint"));
        Files.writeString(folder.resolve("checkpoint/state.json"), "{");
        assertTrue(error(folder.toString()).startsWith("The checkpoint cannot be resumed: it is damaged;"));
    }

    @Test
    void aBaseOfAnotherFormat() throws Exception {
        Samples.folder(folder);
        Files.writeString(folder.resolve("base.safetensors"), "no tensors");
        assertTrue(error(folder.toString()).contains("base.safetensors"));
    }
}
