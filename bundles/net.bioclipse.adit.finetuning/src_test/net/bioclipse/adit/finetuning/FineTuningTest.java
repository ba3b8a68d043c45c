package net.bioclipse.adit.finetuning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.bioclipse.adit.finetuning.conventions.Conventions;
import net.bioclipse.adit.generation.EqualIdentities;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.ModelPackageReader;
import net.bioclipse.adit.modelpackage.SafetensorsFile;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.Sameness;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureFormats;
import net.bioclipse.adit.structure.io.XyzWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FineTuningTest {

    /** An SDF that is written as XYZ. */
    private static final StructureFormats FORMATS = StructureFormats.BUILT_IN.and(List.of(new StructureFormat("SDF",
            List.of(".sdf"), Set.of(Molecule.class), Optional.empty(), Optional.of(XyzWriter::plain))));

    @TempDir
    Path folder;

    private ModelPackage base;
    private final Watcher watcher = new Watcher();

    @BeforeEach
    void inputs() throws Exception {
        base = TinyModel.packageIn(Files.createDirectories(folder.resolve("base")));
        Files.writeString(folder.resolve("secret-project.xyz"), Waters.waters(30)
                + Waters.frame("dry", List.of("H 0 0 0", "H 0 0 0.74")));
    }

    private Optional<FineTuningReport> run(String trainer, String... texts) throws Exception {
        return run(base, ScriptedTrainer.that(trainer), texts);
    }

    private Optional<FineTuningReport> run(ModelPackage parent, FineTuning.Trainer trainer, String... texts)
            throws Exception {
        return FineTuning.run(request(texts), Optional.of(parent), folder, workbench(trainer), watcher);
    }

    private static FineTuning.Workbench workbench(FineTuning.Trainer trainer) {
        return workbench(trainer, EqualIdentities::new);
    }

    private static FineTuning.Workbench workbench(FineTuning.Trainer trainer, Supplier<Sameness> sameness) {
        return new FineTuning.Workbench((model, options) -> TinyModel.loaded(model), Waters.ASSESSOR,
                FORMATS, sameness, Waters.SYMMETRY, trainer);
    }

    private static FineTuningRequest request(String... texts) {
        Map<String, String> map = new LinkedHashMap<>(
                Map.of("data", "secret-project.xyz", "output", "tuned", "samples", "5"));
        for (int i = 0; i < texts.length; i += 2) {
            map.put(texts[i], texts[i + 1]);
        }
        return FineTuningParameters.request(false, map);
    }

    private Set<String> left() throws IOException {
        try (var files = Files.list(folder)) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    private static final Set<String> INPUTS = Set.of("base", "secret-project.xyz");

    @Test
    void makesACompletePackageWithCardHistogramsParentAndPicture() throws Exception {
        FineTuningReport report = run("done").orElseThrow();
        assertEquals(Set.of("base", "secret-project.xyz", "tuned", "tuned.refused.csv", "tuned.samples"), left());
        ModelPackage model = ModelPackageReader.read(folder.resolve("tuned"));
        assertEquals("tuned", model.id());
        assertEquals(Map.of(3, 30L), model.kinds().get("molecule").atomCounts());
        assertEquals(0.4, model.kinds().get("molecule").meanScale());
        assertEquals(base.checksum(), model.metrics().get("parentChecksum"));
        assertEquals(base.conventions(), model.conventions());
        assertEquals(0.625, ((Number) model.metrics().get("validationLoss")).doubleValue());
        assertEquals(7, report.outcome().steps());
        assertEquals("CPU", report.outcome().device());
        Comparison water = report.comparisons().get(0);
        assertEquals(1, water.after().validity());
        assertEquals(1, water.after().features().likeness(water.data()));
        for (Path drawn : List.of(water.beforeFile().orElseThrow(), water.afterFile())) {
            assertEquals(5 * 5, Files.readAllLines(drawn).size(), "five molecules of three atoms in " + drawn);
        }
        String card = Files.readString(folder.resolve("tuned/MODEL_CARD.md"));
        assertTrue(card.contains(base.checksum()) && card.contains("| valid | 100.0 % | 100.0 % | – |"), card);
        assertTrue(card.contains("minutes, halfway between the parent and what was learned."), card);
        assertFalse(card.contains("secret"), "the card names a file");
        assertFalse(Files.readString(folder.resolve("tuned/model.json")).contains("secret"), "the package names a file");
        assertTrue(Files.readString(folder.resolve("tuned/losses.svg")).contains("validation loss"));
        assertEquals("file,record,name,reason\nsecret-project.xyz,31,dry,\"is not valid, wet: no oxygen\"\n",
                Files.readString(folder.resolve("tuned.refused.csv")));
        assertEquals(List.of(1L, 2L), watcher.trained.stream().map(TrainingProgress::step).toList());
    }

    @Test
    void whatCountsAsDifferentIsToldByTheSamenessGiven() throws Exception {
        FineTuning.Workbench pickier = workbench(ScriptedTrainer.that("done"), () -> (index, structure, assessment) -> index);
        for (FineTuning.Workbench bench : List.of(workbench(ScriptedTrainer.that("done")), pickier)) {
            FineTuningReport report = FineTuning.run(request("output", bench == pickier ? "all" : "one"), Optional.of(base),
                    folder, bench, watcher).orElseThrow();
            assertEquals(bench == pickier ? 5 : 1, report.comparisons().get(0).after().unique(), "five equal waters");
        }
    }

    @Test
    void latentsLearnedAnewGoIntoThePackage() throws Exception {
        ModelPackage model = run("both", "stage", "both", "samples", "0").orElseThrow().model();
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, model.latentMean());
        assertTrue(Files.readString(folder.resolve("tuned/MODEL_CARD.md")).contains("Not measured."));
    }

    @Test
    void thePlanSaysWhatTheRequestSays() throws Exception {
        JsonObject[] plan = new JsonObject[1];
        float[][] positions = new float[1][];
        run(base, (request, work, control) -> {
            plan[0] = JsonParser.parseString(Files.readString(work.resolve("plan.json"))).getAsJsonObject();
            try {
                SafetensorsFile data = SafetensorsFile.open(work.resolve("data.safetensors"));
                positions[0] = data.floats("train/molecule/3/positions");
                assertEquals(8, data.ints("train/molecule/3/types")[0]);
            } catch (ModelPackageException e) {
                throw new IOException(e);
            }
            return Optional.of(ScriptedTrainer.command(work, "done"));
        }, "epochs", "2.5", "learning-rate", "1e-3", "threads", "3", "seed", "42", "device", "cpu");
        assertEquals(2.5, plan[0].get("epochs").getAsDouble());
        assertTrue(plan[0].get("minutes").isJsonNull());
        assertEquals(1e-3, plan[0].get("learningRate").getAsDouble());
        assertEquals(3, plan[0].get("threads").getAsInt());
        assertEquals(42, plan[0].get("seed").getAsInt());
        assertEquals("denoiser", plan[0].get("stage").getAsString());
        assertEquals(8, plan[0].getAsJsonObject("architecture").get("autoencoderWidth").getAsInt());
        assertEquals(8, plan[0].getAsJsonObject("latent").getAsJsonArray("mean").size());
        assertTrue(positions[0].length % 9 == 0 && positions[0].length > 200);
    }

    @Test
    void aStopInTrainingKeepsWhatWasLearned() throws Exception {
        watcher.cancellingInTraining();
        FineTuningReport report = run("slow").orElseThrow();
        assertEquals(TrainingOutcome.Ending.STOPPED, report.outcome().ending());
        assertTrue(report.comparisons().isEmpty(), "whoever stops does not wait for samples");
        assertTrue(Files.exists(folder.resolve("tuned/model.json")));
    }

    @Test
    void anAbandonedTrainingLeavesWhatResumeGoesOnFromAndNoModel() throws Exception {
        Watcher leaving = new Watcher() {

            @Override
            public boolean isAbandoned() {
                return !trained.isEmpty();
            }
        };
        assertTrue(FineTuning.run(request(), Optional.of(base), folder, workbench(ScriptedTrainer.that("orphaned")), leaving)
                .isEmpty());
        assertFalse(Files.exists(folder.resolve("tuned")));
        assertTrue(run("done", "resume", "true", "samples", "0").isPresent());
    }

    @Test
    void whatMustBeFetchedIsFetchedBeforeAnythingIsDrawn() throws Exception {
        assertThrows(IOException.class, () -> run(base, (request, work, control) -> {
            throw new IOException("offline");
        }));
        assertTrue(watcher.begun.stream().noneMatch(what -> what.startsWith("Drawing")), watcher.begun.toString());
        assertEquals(INPUTS, left());
    }

    @Test
    void aStopBeforeTrainingLeavesNothing() throws Exception {
        watcher.cancelled.set(true);
        assertTrue(run("done").isEmpty());
        assertEquals(INPUTS, left());
    }

    @Test
    void aStopBeforeThereIsAModelSaysSoAndCanBeResumed() throws Exception {
        watcher.cancellingInTraining();
        TrainingException e = assertThrows(TrainingException.class, () -> run("unfinished", "stage", "both"));
        assertEquals("Training was stopped in its stage 'autoencoder', before a denoiser could learn the new latents, so that"
                + " there is no model to keep yet; 'resume' goes on from its last checkpoint.", e.getMessage());
        assertFalse(Files.exists(folder.resolve("tuned")));
        assertTrue(FineTuning.interrupted(request(), folder));
    }

    @Test
    void whatTheParentSaysAndTuningDoesNotChangeIsCopied() throws Exception {
        ModelPackage model = run("done", "samples", "0").orElseThrow().model();
        JsonObject parent = json(base);
        JsonObject tuned = json(model);
        assertEquals(parent.keySet(), tuned.keySet());
        Set<String> changed = parent.keySet().stream().filter(key -> !parent.get(key).equals(tuned.get(key)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("id", "description", "kinds", "trainingData", "metrics", "files"), changed);
    }

    private static JsonObject json(ModelPackage model) throws IOException {
        return JsonParser.parseString(Files.readString(model.directory().resolve("model.json"))).getAsJsonObject();
    }

    @Test
    void aPreviewTellsWhatWouldBeLearnedFromAndLeavesNothing() throws Exception {
        TrainingSet set = FineTuning.preview(request(), Optional.of(base), folder, workbench(ScriptedTrainer.that("done")),
                watcher).orElseThrow();
        assertEquals(30, set.training().size() + set.validation().size());
        assertEquals(List.of("dry"), set.refusals().stream().map(Refusal::name).toList());
        assertEquals(INPUTS, left());
    }

    @Test
    void whereNothingCanBeLearnedFromThePreviewTellsWhyAndTrainingDoesNotBegin() throws Exception {
        Files.writeString(folder.resolve("dry.xyz"), Waters.frame("dry", List.of("H 0 0 0", "H 0 0 0.74")));
        FineTuningRequest request = request("data", "dry.xyz");
        TrainingSet set = FineTuning.preview(request, Optional.of(base), folder, workbench(ScriptedTrainer.that("done")),
                watcher).orElseThrow();
        assertEquals(0, set.training().size() + set.validation().size());
        assertEquals(1, set.refusals().size());
        assertTrue(refusal("data", "dry.xyz").contains("none of its 1 structures can be learned from (dry.xyz record 1: is not"));
        assertFalse(FineTuning.interrupted(request, folder));
    }

    @Test
    void anInterruptedTrainingIsFoundAndCanBeDiscarded() throws Exception {
        assertFalse(FineTuning.interrupted(request(), folder));
        assertThrows(TrainingException.class, () -> run("crash", "samples", "0"));
        assertTrue(FineTuning.interrupted(request(), folder));
        FineTuning.discard(request(), folder);
        assertFalse(FineTuning.interrupted(request(), folder));
        assertTrue(run("done", "samples", "0").isPresent());
    }

    @Test
    void anErrorOfTheProcessIsOneSentenceAndLeavesNoPackage() throws Exception {
        TrainingException e = assertThrows(TrainingException.class, () -> run("error", "samples", "0"));
        assertEquals("Training failed: the loss is NaN at step 3", e.getMessage());
        assertFalse(Files.exists(folder.resolve("tuned")));
        assertFalse(Files.exists(folder.resolve("tuned.training")), "nothing to go on with");
    }

    @Test
    void aCrashKeepsTheCheckpointAndResumeGoesOnWithIt() throws Exception {
        TrainingException e = assertThrows(TrainingException.class, () -> run("crash", "samples", "0"));
        assertEquals("Training ended before it was done (code 9); its last words: Killed by a cosmic ray; 'resume' goes on"
                + " from its last checkpoint.", e.getMessage());
        IllegalRequestException again = assertThrows(IllegalRequestException.class, () -> run("done"));
        assertTrue(again.getMessage().endsWith("ask for 'resume' to go on with it, or delete it."), again.getMessage());
        watcher.cancelled.set(true);
        assertTrue(run("done", "resume", "true").isEmpty());
        watcher.cancelled.set(false);
        assertTrue(Files.isDirectory(folder.resolve("tuned.training/checkpoint")), "a stop must not lose it");
        assertTrue(run("done", "resume", "true").isPresent());
        assertFalse(Files.exists(folder.resolve("tuned.training")));
    }

    @Test
    void aFullDiskIsToldWithItsPlaceAndWhatIsLeft() throws Exception {
        IOException e = assertThrows(IOException.class, () -> run(base, (request, work, control) -> {
            throw new IOException("No space left on device");
        }));
        assertEquals("The training in '" + folder.resolve("tuned.training") + "' broke off: No space left on device; nothing was"
                + " learned yet, and nothing is left there.", e.getMessage());
        assertEquals(INPUTS, left());
        e = assertThrows(IOException.class, () -> run(base, (request, work, control) -> {
            Files.createDirectories(work.resolve("checkpoint"));
            throw new IOException("No space left on device");
        }));
        assertTrue(e.getMessage().endsWith("; when that is mended, 'resume' goes on where it was."), e.getMessage());
    }

    @Test
    void garbageOnStandardOutputIsPassedOver() throws Exception {
        assertTrue(run("garbage", "samples", "0").isPresent());
    }

    @Test
    void aResultThatIsNoTensorFileIsRefusedAndNothingAppears() throws Exception {
        assertThrows(ModelPackageException.class, () -> run("broken", "samples", "0"));
        assertFalse(Files.exists(folder.resolve("tuned")));
    }

    @Test
    void whenMakingThePackageFailsTheTrainingIsNotLost() throws Exception {
        FineTuning.Trainer trainer = (request, work, control) -> {
            Files.createDirectories(work.resolve("package/occupied"));
            return Optional.of(ScriptedTrainer.command(work, "done"));
        };
        Files.createDirectories(folder.resolve("tuned"));
        Watcher filling = new Watcher() {

            @Override
            public void begins(String what) {
                if (what.startsWith("Drawing after")) {
                    try {
                        Files.createFile(folder.resolve("tuned/surprise"));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }
            }
        };
        assertThrows(IOException.class, () -> FineTuning.run(request(), Optional.of(base), folder, workbench(trainer),
                filling));
        Files.delete(folder.resolve("tuned/surprise"));
        assertTrue(run(base, (request, work, control) -> {
            throw new AssertionError("it has been trained");
        }, "resume", "true").isPresent());
        assertFalse(Files.exists(folder.resolve("tuned.training")));
    }

    @Test
    void anArchitectureThatCannotBeIsRefusedBeforeAnythingIsAllocated() throws Exception {
        Files.writeString(folder.resolve("huge.json"), "{\"autoencoderWidth\": 2000000000, \"encoderLayers\": 2000000000}");
        FineTuningRequest request = FineTuningParameters.request(true, Map.of("data", "secret-project.xyz",
                "output", "tuned", "architecture", "huge.json"));
        ModelPackageException e = assertThrows(ModelPackageException.class, () -> FineTuning.run(request, Optional.empty(),
                folder, workbench(ScriptedTrainer.that("done")), watcher));
        assertTrue(e.getMessage().contains("architecture"), e.getMessage());
        assertFalse(Files.exists(folder.resolve("tuned.training")));
    }

    @Test
    void placesAreCheckedBeforeAnythingIsRead() throws Exception {
        Files.createDirectories(folder.resolve("tuned/full"));
        assertEquals("'output' is '" + folder.resolve("tuned") + "', which exists; right would be a new or an empty folder.",
                refusal("output", "tuned"));
        assertEquals("'output' is '" + folder.resolve("a/b") + "', but there is no folder '" + folder.resolve("a")
                + "'; create it first.", refusal("output", "a/b"));
        assertEquals("'resume' was asked for, but there is no interrupted training '" + folder.resolve("new.training")
                + "'; leave 'resume' out.", refusal("output", "new", "resume", "true"));
        assertEquals("'kind' is 'crystal', but model 'tiny' knows only molecule.", 
                refusal("output", "new", "kind", "crystal"));
        assertTrue(watcher.begun.stream().allMatch(what -> what.startsWith("Reading")), watcher.begun.toString());
    }

    private String refusal(String... texts) {
        return assertThrows(IllegalRequestException.class, () -> run("done", texts)).getMessage();
    }

    @Test
    void aParentOfOtherConventionsIsRefused() throws Exception {
        Map<String, String> words = new HashMap<>(Conventions.KNOWN);
        words.put("pose", "as-found/3");
        ModelPackage other = TinyModel.packageIn(Files.createDirectories(folder.resolve("other")), words);
        ModelPackageException e = assertThrows(ModelPackageException.class,
                () -> run(other, ScriptedTrainer.that("done")));
        assertTrue(e.getMessage().contains("'as-found/3'; 'principal-axes/1' would be right"), e.getMessage());
    }

    @Test
    void aFolderNameThatCannotBeAnIdIsMadeOne() throws Exception {
        assertEquals("my-model-2", run("done", "output", "_My Model (2", "samples", "0").orElseThrow().model().id());
    }
}
