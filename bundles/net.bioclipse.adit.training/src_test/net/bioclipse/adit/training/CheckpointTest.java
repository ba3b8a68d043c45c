package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    @TempDir
    Path parent;

    private Path folder() {
        return parent.resolve("checkpoint");
    }

    private void write(long step, float value) throws Exception {
        Checkpoint.State state = new Checkpoint.State("plan", true, 1, step, 9, 2.5, 0.5, null, 3, 4, 5, 6, 7,
                new double[] {1}, null, List.of("a", "b"), "arrays-1-" + step + ".safetensors");
        new Checkpoint(state, Map.of("weights", new float[] {value, 2})).write(folder());
    }

    @Test
    void whatIsWrittenCanBeRead() throws Exception {
        assertFalse(Checkpoint.existsIn(folder()));
        write(10, 1);
        assertTrue(Checkpoint.existsIn(folder()));
        Checkpoint read = Checkpoint.read(folder(), "plan");
        assertEquals(10, read.state().step());
        assertEquals(0.5, read.state().meanLoss());
        assertEquals(null, read.state().bestLoss());
        assertEquals(List.of("a", "b"), read.state().curve());
        assertArrayEquals(new float[] {1, 2}, read.array("weights", 2));
    }

    @Test
    void theNewestReplacesTheOldOne() throws Exception {
        write(10, 1);
        write(11, 5);
        assertArrayEquals(new float[] {5, 2}, Checkpoint.read(folder(), "plan").array("weights", 2));
        try (Stream<Path> files = Files.list(folder())) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void anInterruptedWriteLeavesTheOldOne() throws Exception {
        write(10, 1);
        Files.writeString(folder().resolve("arrays-1-11.safetensors.part"), "half");
        Files.writeString(folder().resolve("state.json.part"), "{");
        assertEquals(10, Checkpoint.read(folder(), "plan").state().step());
    }

    @Test
    void refusesThatOfAnotherPlan() throws Exception {
        write(10, 1);
        String message = assertThrows(TrainingException.class, () -> Checkpoint.read(folder(), "other")).getMessage();
        assertTrue(message.startsWith("The checkpoint cannot be resumed: it belongs to another plan or other data;"),
                message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "{\"identity\":\"plan\",\"curve\":[],\"file\":\"../secret.safetensors\"}",
        "{\"identity\":\"plan\",\"curve\":[],\"file\":\"arrays-9-9.safetensors\"}", "\u0000"})
    void refusesADamagedOne(String state) throws Exception {
        write(10, 1);
        Files.writeString(folder().resolve("state.json"), state);
        String message = assertThrows(TrainingException.class, () -> Checkpoint.read(folder(), "plan")).getMessage();
        assertTrue(message.startsWith("The checkpoint cannot be resumed: it is damaged;"), message);
    }

    @Test
    void refusesArraysOfAnotherLength() throws Exception {
        write(10, 1);
        Checkpoint read = Checkpoint.read(folder(), "plan");
        assertThrows(TrainingException.class, () -> read.array("weights", 3));
        assertThrows(TrainingException.class, () -> read.array("first", 2));
    }

    @Test
    void deletingRemovesTheFolder() throws Exception {
        Checkpoint.delete(folder());
        write(10, 1);
        Checkpoint.delete(folder());
        assertFalse(Files.exists(folder()));
    }
}
