package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import net.bioclipse.adit.generation.RunReport.State;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StructureAssessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GenerationPipelineTest {

    private final List<GeneratedStructure> kept = new ArrayList<>();
    private final ToyModel model = new ToyModel();

    private RunReport run(int threads, RunControl control, String... texts) throws IOException {
        kept.clear();
        return new GenerationPipeline(model, ToyModel::assess, threads).run(ToyModel.request(texts),
                (generated, assessment) -> kept.add(generated), control);
    }

    private RunReport run(String... texts) throws IOException {
        return run(1, TestControl.patient(), texts);
    }

    private static RunReport timeless(RunReport r) {
        return new RunReport(r.asked(), r.drawn(), r.decoded(), r.valid(), r.plausible(), r.unique(), r.novel(),
                r.kept(), r.refusals(), r.state(), r.device(), 0);
    }

    @AfterEach
    void leavesNoThreadBehind() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("adit-assessment")) {
                thread.join();
            }
        }
    }

    @Test
    void deliversTheSameInTheSameOrderWithAnyBatchAndThreads() throws IOException {
        for (String keep : List.of("all", "valid", "unique")) {
            RunReport report = timeless(run("keep", keep, "count", "12", "batch", "64"));
            List<GeneratedStructure> expected = List.copyOf(kept);
            for (String batch : List.of("1", "2", "7", "1000")) {
                for (int threads : new int[] {1, 4}) {
                    assertEquals(report, timeless(run(threads, TestControl.patient(), "keep", keep, "count", "12", "batch",
                            batch)));
                    assertEquals(expected, kept);
                }
            }
        }
    }

    @Test
    void deliversInTheOrderOfTheNumbersAndGivesEachItsNumber() throws IOException {
        run("keep", "all", "count", "200");
        for (int i = 1; i < kept.size(); i++) {
            assertTrue(kept.get(i).index() > kept.get(i - 1).index());
        }
        List<GeneratedStructure> first = List.copyOf(kept);
        run("keep", "all", "count", "20", "batch", "3");
        assertEquals(first.subList(0, 20), kept);
        assertEquals(1, kept.get(0).seed());
    }

    @Test
    void keepsAllOrTheValidOrTheNewOnes() throws IOException {
        RunReport all = run("keep", "all", "count", "1000");
        assertEquals(1000, all.kept());
        assertEquals(1000, all.decoded());
        assertTrue(all.drawn() > 1000);
        List<GeneratedStructure> everything = List.copyOf(kept);

        run("keep", "valid", "count", "20");
        List<GeneratedStructure> valid = everything.stream().filter(g -> ToyModel.assess(g.structure()).valid()).toList();
        assertEquals(valid.subList(0, 20), kept);

        Set<String> seen = new HashSet<>();
        List<GeneratedStructure> unique = valid.stream().filter(g -> g.structure().atomCount() == 5
                || seen.add(g.structure().formula().toString())).toList();
        run("keep", "unique", "count", "12");
        assertEquals(unique.subList(0, 12), kept);
    }

    @Test
    void countsEndAtTheLastStructureThatWasLookedAt() throws IOException {
        RunReport report = run("keep", "valid", "count", "15");
        assertEquals(kept.get(14).index() + 1, report.drawn());
        assertEquals(State.COMPLETE, report.state());
        assertEquals(15, report.asked());
        assertEquals(15, report.valid());
        assertEquals("toy", report.device());
        long refused = report.refusals().values().stream().mapToLong(Long::longValue).sum();
        assertEquals(report.drawn() - report.valid(), refused);
        assertEquals(Set.of("dry", "left", "finite numbers"), report.refusals().keySet());
        List<Long> counts = List.copyOf(report.refusals().values());
        assertEquals(counts.stream().sorted(java.util.Comparator.reverseOrder()).toList(), counts);
    }

    @Test
    void givesTheSameTwiceAndOtherThingsForAnotherSeed() throws IOException {
        run("count", "5");
        List<GeneratedStructure> first = List.copyOf(kept);
        run("count", "5");
        assertEquals(first, kept);
        run("count", "5", "seed", "2");
        assertFalse(first.get(0).structure().equals(kept.get(0).structure()));
    }

    @Test
    void givesUpWhenTheAttemptsAreUsedUp() throws IOException {
        RunReport report = run("keep", "valid", "elements", "O", "count", "3", "attempts", "40");
        assertEquals(State.EXHAUSTED, report.state());
        assertEquals(40, report.drawn());
        assertEquals(0, report.kept());
        assertEquals(Map.of("dry", report.decoded(), "finite numbers", 40 - report.decoded()), withZero(report.refusals()));
    }

    private static Map<String, Long> withZero(Map<String, Long> refusals) {
        Map<String, Long> all = new java.util.HashMap<>(Map.of("finite numbers", 0L));
        all.putAll(refusals);
        return all;
    }

    @Test
    void stopsAtTheNextStepWhenCancelledAndDeliversWhatIsInOrder() throws IOException {
        run("keep", "all", "count", "100", "batch", "4");
        List<GeneratedStructure> whole = List.copyOf(kept);
        // Six predictions a batch: cancelled in the middle of the tenth batch.
        int before = model.decodedBatches();
        RunReport report = run(2, TestControl.cancellingAfter(57), "keep", "all", "count", "100", "batch", "4");
        assertEquals(State.CANCELLED, report.state());
        assertEquals(9, model.decodedBatches() - before);
        assertTrue(report.kept() > 0 && report.kept() < 36);
        assertEquals(whole.subList(0, (int) report.kept()), kept);
    }

    @Test
    void isCancelledByAnInterrupt() throws IOException {
        Thread.currentThread().interrupt();
        assertEquals(State.CANCELLED, run("count", "5").state());
        assertTrue(Thread.interrupted());
    }

    @Test
    void passesOnTheExceptionOfTheSinkAndDeliversNothingMore() {
        IOException full = new IOException("disk full");
        int[] calls = {0};
        GenerationPipeline pipeline = new GenerationPipeline(model, ToyModel::assess, 2);
        assertSame(full, assertThrows(IOException.class, () -> pipeline.run(ToyModel.request("keep", "all"),
                (generated, assessment) -> {
                    if (++calls[0] == 3) {
                        throw full;
                    }
                }, TestControl.patient())));
        assertEquals(3, calls[0]);
    }

    @Test
    void passesOnTheExceptionOfTheEngine() {
        InferenceException broken = new InferenceException("no memory", null);
        ToyModel failing = new ToyModel((noisy, previous, time, condition) -> {
            throw broken;
        });
        assertSame(broken, assertThrows(InferenceException.class, () -> new GenerationPipeline(failing, ToyModel::assess, 1)
                .run(ToyModel.request(), (generated, assessment) -> { }, TestControl.patient())));
    }

    @Test
    void takesAFailingAssessorAsAFindingAboutTheStructure() throws IOException {
        StructureAssessor failing = structure -> {
            if (structure.atomCount() == 4) {
                throw new IllegalStateException("four");
            }
            return ToyModel.assess(structure);
        };
        List<String> messages = new ArrayList<>();
        RunReport report = new GenerationPipeline(model, failing, 2).run(ToyModel.request("keep", "all", "count", "30"),
                (generated, assessment) -> assessment.failure().filter(f -> generated.structure().atomCount() == 4)
                        .ifPresent(f -> messages.add(f.message())), TestControl.patient());
        assertEquals(30, report.kept());
        assertEquals(report.refusals().get("assessment"), messages.size());
        assertEquals("The assessment failed: java.lang.IllegalStateException: four", messages.get(0));
    }

    @Test
    void computesTheNextBatchWhileTheLastOneIsAssessed() throws IOException {
        // The first assessment waits for the second batch: without overlap this would never end.
        CountDownLatch secondBatch = new CountDownLatch(2);
        ToyModel announcing = new ToyModel((noisy, previous, time, condition) -> {
            if (time == TimeGrid.START) {
                secondBatch.countDown();
            }
            return new GaussianDenoiser(0, 1).predict(noisy, previous, time, condition);
        });
        StructureAssessor waiting = structure -> {
            try {
                secondBatch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return ToyModel.assess(structure);
        };
        RunReport report = new GenerationPipeline(announcing, waiting, 1).run(
                ToyModel.request("keep", "all", "batch", "2"), (generated, assessment) -> { }, TestControl.patient());
        assertEquals(10, report.kept());
    }

    @Test
    void deliversTheFirstStructuresOfALongRunEarly() throws IOException {
        int[] batches = {0};
        int before = model.decodedBatches();
        GenerationRequest request = ToyModel.request("keep", "all", "count", "5000", "batch", "16");
        new GenerationPipeline(model, ToyModel::assess, 1).run(request,
                (generated, assessment) -> batches[0] = batches[0] == 0 ? model.decodedBatches() - before : batches[0],
                TestControl.patient());
        assertTrue(batches[0] <= 3, () -> batches[0] + " batches before the first result");
        // 5000 structures of three sizes fill their batches of 16.
        assertTrue(model.decodedBatches() - before < 5000 / 16 * 1.1);
    }

    @Test
    void countsWhatWasDrawnAndKeptOnTheWay() throws IOException {
        TestControl control = TestControl.patient();
        RunReport report = run(1, control, "keep", "valid", "count", "15");
        assertTrue(report.drawn() > report.kept());
        assertEquals(report.drawn(), control.drawn);
        assertEquals(report.kept(), control.kept);
    }

    @Test
    void computesLittleThatNobodyAskedFor() throws IOException {
        int before = model.decodedBatches();
        run("keep", "all", "count", "1", "batch", "64");
        assertTrue(model.decodedBatches() - before <= 2);
    }

    @Test
    void tellsStepsAndCounts() throws IOException {
        TestControl control = TestControl.patient();
        run(1, control, "keep", "all", "count", "2", "batch", "1");
        assertEquals("0/2 sampling 0/5 steps, 1 × " + kept.get(0).structure().atomCount() + " atoms", control.said.get(0));
        assertEquals("2/2 2 drawn", control.said.get(control.said.size() - 1));
    }

    @Test
    void refusesWhatTheModelCannotBeforeComputing() {
        assertThrows(IllegalRequestException.class, () -> run("kind", "crystal"));
        assertEquals(0, model.decodedBatches());
    }

    @Test
    void drawsOnlyAskedElementsAndFormulas() throws IOException {
        run("keep", "all", "elements", "C,H", "count", "50");
        assertTrue(kept.stream().allMatch(g -> Set.of(1, 6).containsAll(g.structure().formula().counts().keySet())));
        run("keep", "all", "formula", "CH4", "count", "20");
        assertTrue(kept.stream().allMatch(g -> g.structure().formula().toString().equals("CH4")));
    }

    @Test
    void takesStepsAndGuidanceOfTheRequestBeforeThoseOfTheModel() throws IOException {
        List<Denoiser.Condition> calls = new ArrayList<>();
        ToyModel counting = new ToyModel((noisy, previous, time, condition) -> {
            calls.add(condition);
            return noisy;
        });
        GenerationPipeline pipeline = new GenerationPipeline(counting, ToyModel::assess, 1);
        pipeline.run(ToyModel.request("keep", "all", "count", "1", "attempts", "1", "steps", "3", "guidance", "2"),
                (generated, assessment) -> { }, TestControl.patient());
        assertEquals(8, calls.size());
        assertEquals(new Denoiser.Condition(2, 0), calls.get(0));
        calls.clear();
        GenerationRequest open = GenerationParameters.request(Map.of("keep", "all", "count", "1", "attempts", "1"));
        pipeline.run(open, (generated, assessment) -> { }, TestControl.patient());
        assertEquals(8, calls.size());
    }

    @Test
    void refinesValidStructuresAndJudgesByWhatComesOut() throws IOException {
        Molecule water = new Molecule(new int[] {8, 1, 1}, new double[9]);
        Refinement toWater = (drawn, assessment) -> {
            assertTrue(assessment.valid());
            return new Refinement.Refined(water, ToyModel.assess(water));
        };
        List<GeneratedStructure> asDrawn = new ArrayList<>();
        new GenerationPipeline(model, ToyModel::assess, 2).run(ToyModel.request("keep", "all", "count", "50"),
                (generated, assessment) -> asDrawn.add(generated), TestControl.patient());
        RunReport report = new GenerationPipeline(model, ToyModel::assess, Optional.of(toWater), Selection.ALL,
                EqualIdentities::new, 2).run(ToyModel.request("keep", "all", "count", "50"),
                        (generated, assessment) -> kept.add(generated), TestControl.patient());
        assertEquals(0, report.valid(), "water is not dry");
        for (int i = 0; i < 50; i++) {
            AtomicStructure drawn = asDrawn.get(i).structure();
            assertEquals(ToyModel.assess(drawn).valid() ? water : drawn, kept.get(i).structure());
        }
        assertTrue(kept.stream().anyMatch(generated -> generated.structure() == water));
    }
}
