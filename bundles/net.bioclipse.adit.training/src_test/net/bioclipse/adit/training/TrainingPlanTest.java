package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingPlanTest {

    @TempDir
    Path folder;

    private TrainingPlan read(String... changes) throws IOException {
        return TrainingPlan.read(Files.writeString(folder.resolve("plan.json"), Samples.plan(changes)));
    }

    @Test
    void readsEveryKey() throws IOException {
        TrainingPlan plan = read("\"moleculeShare\":null", "\"moleculeShare\":0.25");
        assertEquals(Samples.TINY, plan.architecture());
        assertArrayEquals(new double[] {1, 1, 1, 1, 1, 1, 1, 1}, plan.latentScale());
        assertEquals(new Budget(Double.POSITIVE_INFINITY, 4), plan.budget());
        assertEquals(0.25, plan.moleculeShare());
        assertEquals(7, plan.seed());
        assertEquals("float32", plan.precision());
    }

    @Test
    void precisionAndDeviceNeedNotBeGiven() throws IOException {
        TrainingPlan plan = read("\"precision\":\"float32\",", "", "\"device\":\"cpu\",", "");
        assertEquals("auto", plan.precision());
        assertEquals("auto", plan.device());
        assertNull(plan.moleculeShare());
    }

    @Test
    void identityIsAllButWhatMayChangeBetweenRuns() throws IOException {
        String identity = read().identity();
        assertEquals(identity, read("\"epochs\":4", "\"epochs\":9", "\"threads\":2", "\"threads\":3").identity());
        assertNotEquals(identity, read("\"seed\":7", "\"seed\":8").identity());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"format\":\"adit-training-plan/1\"|\"format\":\"adit-training-plan/2\"|'format' is \"adit-training-plan/2\"",
        "\"epochs\":4|\"epochs\":null|neither minutes nor epochs are given",
        "\"epochs\":4|\"epochs\":0|'epochs' is 0",
        "\"epochs\":4|\"epochs\":\"four\"|'epochs' is \"four\"",
        "\"epochs\":4|\"epochs\":1e999|'epochs' is",
        "\"minutes\":null|\"minutes\":-1|'minutes' is -1",
        "\"learningRate\":0.01|\"learningRate\":2|'learningRate' is 2",
        "\"learningRate\":0.01,||'learningRate' is null",
        "\"seed\":7|\"seed\":7.5|'seed' is 7.5",
        "\"threads\":2|\"threads\":0|'threads' is 0",
        "\"threads\":2|\"threads\":2000000000|'threads' is 2000000000",
        "\"device\":\"cpu\"|\"device\":\"gpu\"|'device' is \"gpu\"",
        "\"precision\":\"float32\"|\"precision\":\"int4\"|'precision' is \"int4\"",
        "\"stage\":\"denoiser\"|\"stage\":[]|'stage' is []",
        "\"timeLimit\":0.8|\"timeLimit\":1|'timeLimit' is 1",
        "\"autoencoderHeads\":2|\"autoencoderHeads\":3|'autoencoderWidth' is 8",
        "\"denoiserLayers\":1|\"denoiserLayers\":1000000000|'denoiserLayers' is 1000000000",
        "\"scale\":[1,|\"scale\":[0,|'scale' is 0",
        "\"scale\":[1,1,|\"scale\":[1,|'scale' is [1,1,1,1,1,1,1]",
        "\"mean\":[0,0,|\"mean\":[0,0,0,|'mean' is",
        "\"patience\":100|\"patience\":100,\"colour\":1|'colour' is unknown",
        "\"timeScale\":1000.0|\"timeScale\":1000.0,\"x\":1|'x' is unknown"})
    void refusesByKey(String text, String change, String found) {
        String message = assertThrows(TrainingException.class, () -> read(text, change == null ? "" : change)).getMessage();
        assertTrue(message.startsWith("The training plan cannot be used: " + found), message);
        assertTrue(message.endsWith("would be right (" + folder.resolve("plan.json") + ")."), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void aDenoiserNeedsTheLatentScaleOfItsBase() throws IOException {
        String latent = "\"latent\":{\"mean\":[0,0,0,0,0,0,0,0],\"scale\":[1,1,1,1,1,1,1,1]}";
        String message = assertThrows(TrainingException.class, () -> read(latent, "\"latent\":null")).getMessage();
        assertTrue(message.contains("the stage denoiser has no latent"), message);
        assertTrue(read(latent, "\"latent\":null", "\"stage\":\"denoiser\"", "\"stage\":\"both\"").both());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "7", "\u0000\u0001"})
    void refusesWhatIsNoObject(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), text);
        String message = assertThrows(TrainingException.class, () -> TrainingPlan.read(file)).getMessage();
        assertTrue(message.contains("it is not a JSON object"), message);
    }

    @Test
    void aMissingPlanIsNamed() {
        assertThrows(NoSuchFileException.class, () -> TrainingPlan.read(folder.resolve("plan.json")));
    }
}
