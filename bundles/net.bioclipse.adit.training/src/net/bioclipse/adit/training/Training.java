package net.bioclipse.adit.training;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import net.bioclipse.adit.modelpackage.ModelPackageException;

/**
 * A plan from beginning to end. The stage "both" is the recipe of {@code models/reference/pretrain.py}: the autoencoder,
 * then its decoder alone, then the denoiser on the latents of the finished encoder.
 */
final class Training {

    private static final double AUTOENCODER_SHARE = 0.15;
    private static final double DECODER_SHARE = 0.15;
    private static final int PART_TOKENS = 4096;

    private final PlanFolder folder;
    private final Events events;
    private final StopSignal signal;
    private final TrainingPlan plan;
    private final TrainingData data;
    private final ParameterLayout layout;
    private LatentCache latents;

    /** Reads and checks the plan and the data. */
    Training(PlanFolder folder, Events events, StopSignal signal) throws IOException, ModelPackageException {
        this.folder = folder;
        this.events = events;
        this.signal = signal;
        plan = TrainingPlan.read(folder.plan());
        data = TrainingData.read(folder.data());
        layout = new ParameterLayout(plan.architecture());
    }

    /**
     * Trains, and writes the result unless its parent died or stopped it before the denoiser's stage of several: then there
     * is a checkpoint to go on from.
     */
    void run() throws IOException, ModelPackageException {
        String identity = plan.identity() + " " + folder.dataChecksum();
        Checkpoint checkpoint = Checkpoint.existsIn(folder.checkpoint())
                ? Checkpoint.read(folder.checkpoint(), identity) : null;
        float[] weights = InitialWeights.of(folder.base(), plan.architecture(), layout, plan.seed());
        Hardware hardware = Hardware.choose(plan, checkpoint == null ? null : checkpoint.state().bfloat16());
        Weights networks = new Weights(plan.architecture(), hardware);
        boolean cuda = hardware.device().is_cuda();
        int threads = cuda ? 1 : plan.threads();
        events.tell("start", "device", hardware.shown(threads), "threads", threads, "parameters", layout.size(),
                "trainStructures", TrainingData.structures(data.train()),
                "validationStructures", TrainingData.structures(data.validation()), "resumed", checkpoint != null);
        Journal journal = new Journal(folder, plan, events, identity, hardware);
        try (Workers workers = new Workers(networks, threads, cuda ? Integer.MAX_VALUE : PART_TOKENS)) {
            run(checkpoint, journal, workers, networks, weights);
        }
    }

    /** Whether the denoiser of a base model learns more of latents that stay what they are. */
    private boolean isTuned() {
        return Files.exists(folder.base()) && !plan.both();
    }

    private void run(Checkpoint checkpoint, Journal journal, Workers workers, Weights networks, float[] weights)
            throws IOException, ModelPackageException {
        float[] before = weights.clone();
        if (checkpoint != null) {
            checkpoint.restore(weights);
            journal.restore(checkpoint.state());
        }
        List<Stage> stages = plan.both() ? List.of(autoencoder(), decoder(), denoiser()) : List.of(denoiser());
        Checkpoint resumed = checkpoint;
        StageRun.End end = StageRun.End.TIME;
        for (int i = journal.stage(); i < stages.size() && end != StageRun.End.STOPPED; i++) {
            networks.set(weights);
            if (i == stages.size() - 1) {
                latents = LatentCache.of(data, journal.latentMean(), journal.latentScale(), workers);
            }
            StageRun run = new StageRun(stages.get(i), i, plan, data, workers, networks, weights);
            if (resumed != null) {
                run.restore(resumed);
                resumed = null;
            }
            journal.begin(run, i, latents, stages);
            end = run.run(signal, journal);
            if (end == StageRun.End.UNFINISHED) {
                journal.keep();
                events.tell("unfinished", "stage", stages.get(i).name());
                return;
            }
            if (isTuned()) {
                run.goHalfwayBack(before);
            }
            journal.end(run);
        }
        new Result(folder.result(), plan, data).write(layout, weights, latents, journal.curve());
        Checkpoint.delete(folder.checkpoint());
        journal.done(end);
    }

    private Stage autoencoder() {
        return new Stage("autoencoder", layout.range("encoder", "decoder"), AUTOENCODER_SHARE, 1, false,
                (rows, random) -> StructureInput.corrupted(rows, plan.latentNoise(), random));
    }

    private Stage decoder() {
        return new Stage("decoder", layout.range("decoder", "decoder"), DECODER_SHARE, 0.5, false,
                (rows, random) -> StructureInput.clean(rows, plan.decoderNoise(), random));
    }

    private Stage denoiser() {
        return new Stage("denoiser", layout.range("denoiser", "denoiser"),
                plan.both() ? 1 - AUTOENCODER_SHARE - DECODER_SHARE : 1, 1, true,
                (rows, random) -> latents.draw(rows, plan.timeLimit(), random));
    }
}
