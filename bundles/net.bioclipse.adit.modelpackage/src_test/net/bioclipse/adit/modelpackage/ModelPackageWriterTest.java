package net.bioclipse.adit.modelpackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPackageWriterTest {

    @TempDir
    Path directory;

    @Test
    void addsTheFilesAndKeepsEverythingElseInItsOrder() throws Exception {
        TinyPackage.write(directory);
        JsonObject written = JsonParser.parseString(Files.readString(directory.resolve("model.json"))).getAsJsonObject();
        JsonObject license = written.remove("files").getAsJsonObject().getAsJsonObject("LICENSE");
        assertEquals(JsonParser.parseString(TinyPackage.DRAFT).toString().replaceAll("1[eE]-3", "0.001"),
                written.toString().replaceAll("1[eE]-3", "0.001"));
        assertEquals(Files.size(directory.resolve("LICENSE")), license.get("bytes").getAsLong());
        assertEquals(Sha256.of(Files.readAllBytes(directory.resolve("LICENSE"))), license.get("sha256").getAsString());
    }

    @Test
    void writesNothingForABrokenDraft() throws Exception {
        TinyPackage.write(directory);
        Path json = directory.resolve("model.json");
        Files.delete(json);
        Path draft = Files.writeString(directory.resolve("draft.json"), TinyPackage.DRAFT.replace("\"id\": \"tiny\",", ""));
        assertThrows(ModelPackageException.class, () -> ModelPackageWriter.write(draft, directory));
        assertFalse(Files.exists(json));
    }

    @Test
    void writesNothingWhenAFileIsMissing() throws Exception {
        TinyPackage.write(directory);
        Files.delete(directory.resolve("model.json"));
        Files.delete(directory.resolve("decoder.onnx"));
        Path draft = Files.writeString(directory.resolve("draft.json"), TinyPackage.DRAFT);
        assertThrows(NoSuchFileException.class, () -> ModelPackageWriter.write(draft, directory));
        assertFalse(Files.exists(directory.resolve("model.json")));
    }

    @Test
    void knowsTheChecksumOfAKnownText() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Sha256.of(new byte[] {'a', 'b', 'c'}));
    }
}
