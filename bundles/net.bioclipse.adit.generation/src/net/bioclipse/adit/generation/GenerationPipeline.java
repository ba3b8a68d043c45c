package net.bioclipse.adit.generation;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.structure.Sameness;
import net.bioclipse.adit.structure.StructureAssessor;

/**
 * Draws structures: noise, sampling, decoding, building, assessing, delivering. The only call that the faces make.
 *
 * <p>Structures are numbered from 0 and delivered in that order; what structure i is depends on the seed, i and the request,
 * not on batch or threads (up to the rounding of the engine). Batches are composed without looking at a clock, so the same
 * request gives the same bits on the same machine. One run at a time: the model serves one thread.
 */
public final class GenerationPipeline {

    private final LoadedModel model;
    private final StructureAssessor assessor;
    private final Optional<Refinement> refinement;
    private final Selection selection;
    private final Supplier<Sameness> sameness;
    private final int assessmentThreads;

    /** @param assessmentThreads threads beside the working one that build and assess, at least 1 */
    public GenerationPipeline(LoadedModel model, StructureAssessor assessor, int assessmentThreads) {
        this(model, assessor, Optional.empty(), Selection.ALL, EqualIdentities::new, assessmentThreads);
    }

    /**
     * @param refinement        moves valid structures, or empty to leave them as drawn
     * @param selection         what decides beside validity; the request's own patterns and files are the caller's to open
     * @param sameness          makes for each run what tells repeated structures
     * @param assessmentThreads threads beside the working one that build and assess, at least 1
     */
    public GenerationPipeline(LoadedModel model, StructureAssessor assessor, Optional<Refinement> refinement,
            Selection selection, Supplier<Sameness> sameness, int assessmentThreads) {
        this.model = model;
        this.refinement = refinement;
        this.sameness = sameness;
        this.assessor = assessor;
        this.selection = selection;
        this.assessmentThreads = assessmentThreads;
    }

    /**
     * Runs to the end in the calling thread. Cancelling, also by an interrupt, ends it early with a report; what has been
     * computed and is next in order is delivered before.
     *
     * @throws IllegalRequestException before any computation, when the request cannot be met by this model
     * @throws InferenceException      when the engine fails
     * @throws IOException             of the sink, unchanged; nothing is delivered after it
     */
    public RunReport run(GenerationRequest request, ResultSink sink, RunControl control) throws IOException {
        RequestRules.check(request, model.modelPackage());
        long start = System.nanoTime();
        ModelPackage.Kind kind = model.modelPackage().kinds().get(request.kind().word());
        ElementChoice choice = new ElementChoice(request, kind.elements());
        try (AssessmentPool pool = new AssessmentPool(new StructureBuilder(request.kind(), choice), assessor,
                refinement, selection, assessmentThreads)) {
            LatentDecoder decoder = new InvertingDecoder(model.decoder(), model.encoder(), request.kind(), choice);
            Run run = new Run(request, kind, decoder, new RunTally(request, selection, sameness.get(), sink), control, pool);
            run.toTheEnd();
            return run.tally.report(run.cancelled, model.device(), (System.nanoTime() - start) / 1e9);
        }
    }

    /** One run and what it holds. */
    private final class Run {

        private final GenerationRequest request;
        private final RunTally tally;
        private final RunControl control;
        private final AssessmentPool pool;
        private final StructureNoise noise;
        private final BatchPlan plan;
        private final Sampler sampler;
        private final TimeGrid grid;
        private final Denoiser denoiser;
        private final ModelPackage.Kind kind;
        private final Denoiser.Condition condition;
        private final LatentDecoder decoder;
        private final Map<Long, Future<AssessmentPool.Judged>> judged = new HashMap<>();
        private boolean cancelled;

        Run(GenerationRequest request, ModelPackage.Kind kind, LatentDecoder decoder, RunTally tally, RunControl control,
                AssessmentPool pool) {
            ModelPackage.Sampler defaults = model.modelPackage().sampler();
            this.request = request;
            this.tally = tally;
            this.control = control;
            this.pool = pool;
            this.noise = new StructureNoise(request.seed());
            this.plan = new BatchPlan(noise, SizeDistribution.of(request, kind.atomCounts()), request.batch());
            this.sampler = Samplers.of(defaults, request.noiseScale().orElse(defaults.noiseScale()));
            this.grid = new TimeGrid(request.steps().orElse(defaults.steps()));
            this.denoiser = new GuidedDenoiser(model.denoiser(), request.guidance().orElse(defaults.guidance()));
            this.kind = kind;
            this.condition = new Denoiser.Condition(kind.dataset(), 0);
            this.decoder = decoder;
        }

        void toTheEnd() throws IOException {
            while (!tally.finished() && !cancelled) {
                plan.extendTo(Math.min(request.attempts(), tally.drawn() + tally.lookahead()));
                Optional<BatchPlan.Batch> batch = plan.next();
                if (batch.isEmpty()) {
                    deliver();
                    continue;
                }
                Optional<DecodedAtoms> decoded = compute(batch.get());
                cancelled |= decoded.isEmpty();
                Map<Long, Future<AssessmentPool.Judged>> latest = new HashMap<>();
                for (int row = 0; decoded.isPresent() && row < batch.get().indices().length; row++) {
                    latest.put(batch.get().indices()[row], pool.judge(decoded.get(), row));
                }
                // The latest batch is left to the pool while the next one is computed. Waiting for all earlier ones, ready
                // or not, keeps the composition of batches independent of the speed of the pool.
                deliver();
                judged.putAll(latest);
            }
            deliver();
        }

        private Optional<DecodedAtoms> compute(BatchPlan.Batch batch) {
            Denoiser given = model.meanLatents().of(request.kind().word(), batch.atoms())
                    .<Denoiser>map(mixture -> new MeanGivenDenoiser(denoiser, noise.means(batch.indices(), mixture, kind.meanScale())))
                    .orElse(denoiser);
            return sampler.sample(given, condition, grid, noise.batch(batch.indices(), batch.atoms()),
                    new StepControl(batch)).map(decoder::decode);
        }

        /** Delivers what is judged and next in order, up to the first gap. */
        private void deliver() throws IOException {
            try {
                while (!tally.finished() && judged.containsKey(tally.drawn())) {
                    tally.look(judged.remove(tally.drawn()).get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                cancelled = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException("Building a structure failed: " + e.getCause(), e.getCause());
            }
            control.counted(tally.drawn(), tally.kept());
            control.progress(tally.kept(), request.count(), tally.drawn() + " drawn");
        }

        /** Shows the steps of a batch to the run's control. */
        private final class StepControl implements RunControl {

            private final BatchPlan.Batch batch;

            StepControl(BatchPlan.Batch batch) {
                this.batch = batch;
            }

            @Override
            public boolean isCancelled() {
                return control.isCancelled() || Thread.currentThread().isInterrupted();
            }

            @Override
            public void progress(long done, long total, String what) {
                control.progress(tally.kept(), request.count(), String.format(Locale.ROOT, "%s %d/%d steps, %d × %d atoms",
                        what, done, total, batch.indices().length, batch.atoms()));
            }
        }
    }
}
