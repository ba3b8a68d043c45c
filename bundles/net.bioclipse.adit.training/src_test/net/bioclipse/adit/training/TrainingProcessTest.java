package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import net.bioclipse.adit.modelpackage.ModelPackageReader;
import net.bioclipse.adit.modelpackage.SafetensorsFile;
import net.bioclipse.adit.modelpackage.SafetensorsWriter;
import net.bioclipse.adit.modelpackage.TensorType;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole trainings of a tiny network, from plan to result. */
class TrainingProcessTest {

    private static final String LATENT = "\"latent\":{\"mean\":[0,0,0,0,0,0,0,0],\"scale\":[1,1,1,1,1,1,1,1]}";

    @TempDir
    Path folder;

    @BeforeEach
    void natives() {
        Natives.assumePresent();
    }

    /** What a process told. */
    private record Run(int exit, List<JsonObject> events) {
        JsonObject last() {
            return events.get(events.size() - 1);
        }

        List<JsonObject> all(String event) {
            return events.stream().filter(e -> e.get("event").getAsString().equals(event)).toList();
        }
    }

    private static Run run(Path folder, BiConsumer<JsonObject, StopSignal> parent) {
        List<JsonObject> events = new ArrayList<>();
        StopSignal signal = new StopSignal();
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                events.add(JsonParser.parseString(line).getAsJsonObject());
                parent.accept(events.get(events.size() - 1), signal);
            }
        };
        return new Run(TrainingProcess.run(new String[] {folder.toString()}, new Events(out), signal), events);
    }

    private static Run run(Path folder) {
        return run(folder, (event, signal) -> { });
    }

    private static Path weights(Path folder) {
        return folder.resolve("result/weights.safetensors");
    }

    @Test
    void aDenoiserLearns() throws Exception {
        Samples.folder(folder, "\"epochs\":4", "\"epochs\":40");
        Run run = run(folder);
        assertEquals(0, run.exit(), run.last().toString());
        JsonObject start = run.events().get(0);
        assertEquals("CPU, 2 threads, float32", start.get("device").getAsString());
        assertEquals(56, start.get("trainStructures").getAsInt());
        JsonObject done = run.last();
        assertEquals("epochs", done.get("reason").getAsString());
        double before = run.all("validation").get(0).get("validationLoss").getAsDouble();
        assertTrue(done.get("validationLoss").getAsDouble() < 0.8 * before, before + " → " + done);
        ModelPackageReader.checkTensors(SafetensorsFile.open(weights(folder)), Samples.TINY);
        List<String> curve = Files.readAllLines(folder.resolve("result/losses.csv"));
        assertEquals("stage,step,elapsedSeconds,trainLoss,validationLoss", curve.get(0));
        assertTrue(curve.size() > 30);
        assertTrue(curve.stream().skip(1).allMatch(row -> row.matches("denoiser,\\d+,\\d+\\.\\d,[^,]*,[^,]*")),
                curve.toString());
        assertFalse(Files.exists(folder.resolve("result/latent.json")));
        SafetensorsFile means = SafetensorsFile.open(folder.resolve("result/means.safetensors"));
        assertEquals(List.of(40L, 8L), means.tensors().get("molecule.5").shape());
        assertEquals(List.of(16L, 8L), means.tensors().get("crystal.3").shape());
        assertFalse(Files.exists(folder.resolve("checkpoint")));
    }

    @Test
    void onlyTheDenoiserChangesInItsStage() throws Exception {
        PlanFolder plan = Samples.folder(folder);
        ParameterLayout layout = new ParameterLayout(Samples.TINY);
        float[] base = InitialWeights.of(plan.base(), Samples.TINY, layout, 99);
        write(plan.base(), layout, base);
        assertEquals(0, run(folder).exit());
        float[] result = InitialWeights.of(weights(folder), Samples.TINY, layout, 0);
        int denoiser = layout.range("denoiser", "denoiser").start();
        assertEquals(denoiser, Arrays.mismatch(Arrays.copyOf(base, denoiser + 1), Arrays.copyOf(result, denoiser + 1)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "60, 1"})
    void aTunedDenoiserGoesHalfwayBackToItsBaseUnlessItIsWorseThere(int epochs, float way) throws Exception {
        String[] budget = {"\"epochs\":4", "\"epochs\":" + epochs};
        ParameterLayout layout = new ParameterLayout(Samples.TINY);
        float[] base = InitialWeights.of(folder.resolve("absent"), Samples.TINY, layout, 7);
        Path anew = folder.resolve("anew");
        Samples.folder(anew, budget);
        assertEquals(0, run(anew).exit()); // from the same weights, which are no base there
        Path tuned = folder.resolve("tuned");
        write(Samples.folder(tuned, budget).base(), layout, base);
        Run run = run(tuned);
        assertEquals(way < 1, run.last().get("halfway").getAsBoolean(), run.last().toString());
        float[] learned = InitialWeights.of(weights(anew), Samples.TINY, layout, 0);
        float[] result = InitialWeights.of(weights(tuned), Samples.TINY, layout, 0);
        assertNotEquals(-1, Arrays.mismatch(base, learned));
        for (int i = 0; i < base.length; i++) {
            assertEquals(base[i] + way * (learned[i] - base[i]), result[i], 1e-7f);
        }
    }

    private static void write(Path file, ParameterLayout layout, float[] weights) throws Exception {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        layout.all().forEach(p -> shapes.put(p.name(), Arrays.stream(p.shape()).boxed().toList()));
        SafetensorsWriter.write(file, TensorType.F32, shapes, name -> Arrays.copyOfRange(weights, layout.get(name).offset(),
                layout.get(name).offset() + layout.get(name).length()));
    }

    @Test
    void bothStagesLearnFromRandomWeightsAndMeasureTheLatents() throws Exception {
        Samples.folder(folder, LATENT, "\"latent\":null", "\"denoiser\"", "\"both\"", "\"epochs\":4", "\"epochs\":60");
        Run run = run(folder);
        assertEquals(0, run.exit(), run.last().toString());
        for (String stage : List.of("autoencoder", "decoder", "denoiser")) {
            List<JsonObject> validations =
                    run.all("validation").stream().filter(e -> e.get("stage").getAsString().equals(stage)).toList();
            double first = validations.get(0).get("validationLoss").getAsDouble();
            double last = validations.get(validations.size() - 1).get("validationLoss").getAsDouble();
            assertTrue(last < first, stage + " " + first + " → " + last);
        }
        JsonObject latent = JsonParser.parseString(Files.readString(folder.resolve("result/latent.json"))).getAsJsonObject();
        assertEquals(8, latent.getAsJsonArray("mean").size());
        latent.getAsJsonArray("scale").forEach(scale -> assertTrue(scale.getAsDouble() > 0.01, latent.toString()));
    }

    @Test
    void anInterruptedTrainingGoesOnAsIfNothingHadHappened() throws Exception {
        String[] both = {LATENT, "\"latent\":null", "\"denoiser\"", "\"both\"", "\"epochs\":4", "\"epochs\":12"};
        Samples.folder(folder.resolve("whole"), both);
        assertEquals(0, run(folder.resolve("whole")).exit());
        Path parts = folder.resolve("parts");
        Samples.folder(parts, both);
        Run orphaned = new Run(0, List.of());
        int interruptions = 0;
        for (int kept = 1; !Files.exists(weights(parts)); kept = 2) {
            int steps = kept;
            orphaned = run(parts, new Interruption(steps));
            assertEquals(0, orphaned.exit(), orphaned.last().toString());
            interruptions++;
        }
        assertTrue(interruptions > 5, interruptions + " interruptions");
        assertEquals("done", orphaned.last().get("event").getAsString());
        assertEquals(-1, Files.mismatch(weights(folder.resolve("whole")), weights(parts)));
        assertEquals(-1, Files.mismatch(folder.resolve("whole/result/latent.json"), parts.resolve("result/latent.json")));
    }

    /** The parent dies at the n-th validation; there are validations at different steps of every stage. */
    private static final class Interruption implements BiConsumer<JsonObject, StopSignal> {
        private int left;

        Interruption(int validations) {
            left = validations;
        }

        @Override
        public void accept(JsonObject event, StopSignal signal) {
            if (event.get("event").getAsString().equals("validation") && --left == 0) {
                signal.orphan();
            }
        }
    }

    @Test
    void anOrphanLeavesACheckpointAndNoResult() throws Exception {
        Samples.folder(folder);
        Run run = run(folder, new Interruption(2));
        assertEquals(0, run.exit());
        assertEquals("unfinished", run.last().get("event").getAsString());
        assertTrue(Files.exists(folder.resolve("checkpoint/state.json")));
        assertFalse(Files.exists(weights(folder)));
    }

    @Test
    void moreEpochsMayBeAskedForWhenItGoesOnButNoOtherSeed() throws Exception {
        Samples.folder(folder);
        run(folder, new Interruption(2));
        Files.writeString(folder.resolve("plan.json"), Samples.plan("\"seed\":7", "\"seed\":8"));
        Run refused = run(folder);
        assertEquals(1, refused.exit());
        assertTrue(refused.last().get("message").getAsString().contains("belongs to another plan"),
                refused.last().toString());
        Files.writeString(folder.resolve("plan.json"), Samples.plan("\"epochs\":4", "\"epochs\":6"));
        Run resumed = run(folder);
        assertTrue(resumed.events().get(0).get("resumed").getAsBoolean());
        assertEquals(6, resumed.last().get("epochs").getAsDouble(), 0.3);
    }

    @Test
    void aStoppedTrainingKeepsItsResult() throws Exception {
        Samples.folder(folder);
        Run run = run(folder, (event, signal) -> {
            if (event.get("event").getAsString().equals("progress")) {
                signal.stop();
            }
        });
        assertEquals(0, run.exit());
        assertEquals("stopped", run.last().get("reason").getAsString());
        assertEquals(1, run.last().get("steps").getAsLong());
        assertTrue(Files.exists(weights(folder)));
    }

    @Test
    void aStopBeforeTheDenoiserLearnedTheNewLatentsKeepsACheckpointToGoOnFrom() throws Exception {
        String[] both = {LATENT, "\"latent\":null", "\"denoiser\"", "\"both\"", "\"epochs\":4", "\"epochs\":12"};
        Samples.folder(folder.resolve("whole"), both);
        assertEquals(0, run(folder.resolve("whole")).exit());
        Path parts = folder.resolve("parts");
        Samples.folder(parts, both);
        for (String stage : List.of("autoencoder", "decoder")) {
            Run stopped = run(parts, (event, signal) -> {
                if (event.get("event").getAsString().equals("validation") && event.get("step").getAsInt() > 0
                        && event.get("stage").getAsString().equals(stage)) {
                    signal.stop();
                }
            });
            assertEquals(0, stopped.exit(), stopped.last().toString());
            assertEquals("unfinished", stopped.last().get("event").getAsString());
            assertEquals(stage, stopped.last().get("stage").getAsString());
            assertFalse(Files.exists(weights(parts)), "a denoiser of other latents is no result");
        }
        assertEquals("done", run(parts).last().get("event").getAsString());
        assertEquals(-1, Files.mismatch(weights(folder.resolve("whole")), weights(parts)));
    }

    @Test
    void endsEarlyWhenNothingImproves() throws Exception {
        Samples.folder(folder, "\"patience\":100", "\"patience\":3", "\"learningRate\":0.01", "\"learningRate\":1",
                "\"epochs\":4", "\"epochs\":30");
        Run run = run(folder);
        assertEquals("early", run.last().get("reason").getAsString(), run.last().toString());
        List<Double> losses = run.all("validation").stream().map(e -> e.get("validationLoss").getAsDouble()).toList();
        double best = losses.stream().min(Double::compare).orElseThrow();
        assertEquals(losses.size() - 1 - 3, losses.indexOf(best));
        assertEquals(best, run.last().get("validationLoss").getAsDouble());
    }

    @Test
    void theLastWeightsAreKeptThoughTheirLossIsNotTheBest() throws Exception {
        Samples.folder(folder, "\"epochs\":4", "\"epochs\":30");
        Run run = run(folder);
        List<JsonObject> validations = run.all("validation");
        assertEquals(validations.get(validations.size() - 1).get("validationLoss"), run.last().get("validationLoss"));
    }

    @Test
    void theSameSeedGivesTheSameWeights() throws Exception {
        for (String name : List.of("1", "2")) {
            Samples.folder(folder.resolve(name));
            assertEquals(0, run(folder.resolve(name)).exit());
        }
        Samples.folder(folder.resolve("3"), "\"seed\":7", "\"seed\":8");
        run(folder.resolve("3"));
        assertEquals(-1, Files.mismatch(weights(folder.resolve("1")), weights(folder.resolve("2"))));
        assertNotEquals(-1, Files.mismatch(weights(folder.resolve("1")), weights(folder.resolve("3"))));
    }

    @Test
    void aTrainingThatBreaksDownSaysSo() throws Exception {
        PlanFolder plan = Samples.folder(folder);
        ParameterLayout layout = new ParameterLayout(Samples.TINY);
        float[] base = InitialWeights.of(plan.base(), Samples.TINY, layout, 1);
        Arrays.fill(base, layout.get("denoiser.output.bias").offset(), layout.size(), 3e38f);
        write(plan.base(), layout, base);
        Run run = run(folder);
        assertEquals(1, run.exit());
        String message = run.last().get("message").getAsString();
        assertTrue(message.matches("The training broke down: 5 steps in a row gave a loss of \\S+ or a gradient that is no "
                + "number; a smaller learning rate than 0.01 would be right \\(stage denoiser, step 5\\)\\."), message);
        assertFalse(Files.exists(folder.resolve("result")));
    }

    @Test
    void refusesCudaWhereThereIsNone() throws Exception {
        Samples.folder(folder, "\"device\":\"cpu\"", "\"device\":\"cuda\"");
        Run run = run(folder);
        assertEquals(1, run.exit());
        assertTrue(run.last().get("message").getAsString().startsWith("The device cuda was asked for"),
                run.last().toString());
    }

    @Test
    void memoryStaysFlat() throws Exception {
        Samples.folder(folder, "\"epochs\":4", "\"epochs\":40");
        List<Long> bytes = new ArrayList<>();
        Run run = run(folder, (event, signal) -> bytes.add(Pointer.totalBytes()));
        assertEquals(0, run.exit());
        assertEquals(bytes.get(3), bytes.get(bytes.size() - 2), 100_000);
    }
}
